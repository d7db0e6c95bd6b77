"""What is wrong with a site's name that somebody typed, and what was meant by it."""

import re
import socket
from collections.abc import Iterator

from ideaaudit.web import LONGEST_URL

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
# What stands where "https://" should: "http//", "https:/", "htps://", "ftp://", or two of them.
BEGINNING = re.compile(r"^(?:(?:ht+ps?|https?|ftp)(?=[:/\\])[:/\\]*|[:/\\]+)+", re.IGNORECASE)
NAME = re.compile(r"(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}", re.IGNORECASE)
PASSWORD = re.compile(r":[^/@\s:]*@")
NUMBERED = re.compile(r"(?:[\w.-]*\.)?\d+", re.ASCII)
LONGEST_LABEL, LONGEST_HOST, LONGEST_SHOWN = 63, 253, 200
EXAMPLE = "https://www.agency.gov"


def reason_against(text: str) -> str:
    """What keeps a user's words from being a site to audit, as half a sentence; "" where nothing.

    A name without a dot is taken with its scheme only: "http://staging" is meant, "staging" is a
    slip as often as not, and so is a host that is called like a scheme.
    """
    return next(_reasons(text.strip()), "")


def _reasons(text: str) -> Iterator[str]:
    scheme = found[0] if (found := SCHEME.match(text)) else ""
    login, _, door = re.split(r"[/\\?#]", text[len(scheme) :], maxsplit=1)[0].rpartition("@")
    host, _, port = (door, "", "") if door.startswith("[") else door.partition(":")
    host = host.rstrip(".").lower()
    if len(text) > LONGEST_URL:
        yield f"it is longer than {LONGEST_URL:,} characters"
    if login and (scheme or ":" in login.removeprefix("mailto:")):
        yield "a name and a password belong in IDEAAUDIT_CREDENTIALS"
    if login:
        yield "that is an e-mail address"
    if scheme.lower() not in ("", "http://", "https://"):
        yield "only http and https sites are audited"
    yield from _reasons_against_host(host, bare=not scheme)
    if port and not (port.isdecimal() and 0 < int(port[:6]) < 65536):
        yield "a port is a number from 1 to 65535"


def _reasons_against_host(host: str, *, bare: bool) -> Iterator[str]:
    if not host:
        yield "it names no host"
    if re.search(r"[\s,;]", host):
        yield "several sites are given one by one, and a host has no blank or comma in it"
    if ".." in host or host.startswith("."):
        yield "there is a dot too many"
    if re.search(r"[^\w.:\[\]-]", host, re.UNICODE) and host.isascii():
        yield "it has a character that no host has"
    if host in ("http", "https") or (bare and not re.search(r"[.:]|^localhost$", host)):
        yield f"{host!r} is not the whole name of a host"
    if len(host) > LONGEST_HOST or max(map(len, host.split("."))) > LONGEST_LABEL:
        yield "no host has so long a name"
    if NUMBERED.fullmatch(host) and not _is_address(host):
        yield "that is no IP address"


def _is_address(host: str) -> bool:
    try:
        socket.inet_aton(host)
    except OSError:
        return False
    return True


def advice(text: str) -> str:
    """The URL that was meant, where it can be guessed, else an example of one."""
    meant = BEGINNING.sub("", text.strip().strip("<>\"'"))
    meant = re.sub(r"[\s.]*\.[\s.]*", ".", meant.rpartition("@")[2]).lstrip(".")
    host = re.split(r"[/\\?#:]", meant, maxsplit=1)[0].lower()
    return f"https://{host}" if NAME.fullmatch(host) and not reason_against(host) else EXAMPLE


def shown(text: str) -> str:
    """What was typed, for a message or the store: short, and without a password."""
    return PASSWORD.sub(":***@", text.strip())[:LONGEST_SHOWN]
