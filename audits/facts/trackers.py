"""Who counts or follows the visitors of a page, by what it asks for and the cookies it sets.

The services and their marks stand in `trackers.toml`. DAP is the government's own program, and
the property of Google Analytics that is its own is none of these.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from audits.facts.dap import PROPERTY
from audits.facts.data import table
from audits.facts.document import Document
from audits.facts.hosts import domain_of, host_of, is_below, is_government
from audits.facts.tree import absolute
from ideaaudit.models import Cookie, RequestSeen
from ideaaudit.web import registered_domain

# In the address of each request that DAP's script makes.
_DAP = (PROPERTY, "id=UA-33523145-1")


@dataclass(frozen=True, slots=True)
class Trackers:
    """What was found; each sorted.

    Attributes:
        names: of the services.
        cookies: domains of other people's that set one here.
    """

    names: tuple[str, ...] = ()
    cookies: tuple[str, ...] = ()


def tracker_at(url: str) -> str:
    """The name of the service that a URL belongs to, or "". Never raises."""
    return _by_host().get(is_below(host_of(url), _hosts()), "")


def tracker_of_cookie(name: str) -> str:
    """The name of the service that sets a cookie of this name, or ""."""
    return next((who for mark, who in _cookies() if name.startswith(mark)), "")


def trackers_of(
    document: Document, requests: Sequence[RequestSeen] | None, cookies: Sequence[Cookie] | None
) -> Trackers:
    """The trackers of one page."""
    asked = [r.url for r in requests or () if not _is_dap(r)]
    asked += [
        absolute(address, document.base)
        for element in document.root.iter("script", "iframe", "img")
        if (address := element.get("src") or "") and not any(mark in address for mark in _DAP)
    ]
    names = {tracker_at(url) for url in asked}
    home = domain_of(document.url)
    others = set()
    for cookie in cookies or ():
        domain = registered_domain(cookie.domain.lstrip(".").lower())
        if domain and domain != home and not is_government(domain):
            others.add(domain)
            names.add(tracker_of_cookie(cookie.name))
    return Trackers(tuple(sorted(names - {""})), tuple(sorted(others)))


def _is_dap(request: RequestSeen) -> bool:
    return any(mark in request.url for mark in _DAP) or request.ids == (PROPERTY,)


@cache
def _by_host() -> dict[str, str]:
    return {host: one["name"] for one in table("trackers")["tracker"] for host in one["hosts"]}


@cache
def _hosts() -> frozenset[str]:
    return frozenset(_by_host())


@cache
def _cookies() -> tuple[tuple[str, str], ...]:
    return tuple(
        (mark, one["name"])
        for one in table("trackers")["tracker"]
        for mark in one.get("cookies", ())
    )
