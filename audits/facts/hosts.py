"""Whose an address is: its host, and the registered domain of that."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from ideaaudit.web import registered_domain

# The same addresses stand on every page of a site; long ones are told apart by their beginning.
_KEPT = 300
# Most addresses, and far faster to read than any may be.
_PLAIN = re.compile(r"https?://([a-z\d.-]+)(?=[/?#]|\Z)", re.ASCII | re.IGNORECASE)


def host_of(url: str) -> str:
    """The host in lower case; "" where there is none. Never raises."""
    return _host(url) if len(url) <= _KEPT else _host.__wrapped__(url)


@lru_cache(maxsize=8192)
def _host(url: str) -> str:
    plain = _PLAIN.match(url)
    if plain:
        return plain[1].lower().rstrip(".")
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def domain_of(url: str) -> str:
    """The registered domain of a URL's host; "" where there is none. Never raises."""
    host = host_of(url)
    return registered_domain(host) if host else ""


def is_below(host: str, names: frozenset[str]) -> str:
    """The name in the set that the host is, or stands below; "" where there is none."""
    while host:
        if host in names:
            return host
        host = host.partition(".")[2]
    return ""


def is_government(host: str) -> bool:
    return host.endswith((".gov", ".mil"))
