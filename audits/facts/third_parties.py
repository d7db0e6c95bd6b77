"""Scripts, styles and fonts that a page takes from other people's hosts (M-23-22 III.A.5)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audits.facts.data import hosts
from audits.facts.document import Document
from audits.facts.hosts import domain_of, host_of, is_below, is_government
from audits.facts.trackers import tracker_at
from audits.facts.tree import absolute
from ideaaudit.models import RequestSeen

_KINDS = frozenset({"script", "stylesheet", "font"})
_PRELOADED = {"script": "script", "style": "stylesheet", "font": "font"}
_FONT = re.compile(r"\.(?:woff2?|ttf|otf|eot)$", re.IGNORECASE)
# A version in the path, or a minified file: the same bytes for everyone, for ever.
_VERSIONED = re.compile(r"[/@-]v?\d+(?:\.\d+)+(?=[/.-]|$)|@\d+(?=/|$)|[.-]min\.(?:js|css)$", re.I)


@dataclass(frozen=True, slots=True)
class Third:
    """A file of another's.

    Attributes:
        kind: "script", "stylesheet" or "font".
        standing: "static" (it could be kept on the site), "made" (made for the page), "network"
            (a delivery network that may serve the agency's own), or "unknown".
        versioned: whether its path shows that it never changes.
        pinned: whether an integrity attribute holds it to one content.
    """

    url: str
    host: str
    kind: str
    standing: str
    versioned: bool
    pinned: bool


def third_parties_of(
    document: Document, requests: Sequence[RequestSeen] | None
) -> tuple[Third, ...]:
    """Files from hosts of other domains, once each, in the order of the markup, then of the
    requests. Services (video, maps, captchas, surveys), analytics and other government hosts
    are left out."""
    pinned: dict[str, bool] = {}
    kinds: dict[str, str] = {}
    for url, kind, integrity in _marked(document):
        kinds.setdefault(url, kind)
        pinned[url] = pinned.get(url, False) or integrity
    for request in requests or ():
        kind = "font" if _FONT.search(request.url.partition("?")[0]) else request.kind
        if kind in _KINDS:
            kinds.setdefault(request.url.partition("#")[0], kind)
    home = domain_of(document.url)
    return tuple(
        Third(
            url, host, kind, standing, bool(_VERSIONED.search(_path(url))), pinned.get(url, False)
        )
        for url, kind in kinds.items()
        if (host := host_of(url)) and (standing := _standing(host, home, url))
    )


def _standing(host: str, home: str, url: str) -> str:
    if is_government(host) or domain_of(url) == home:
        return ""
    for key, standing in (("static", "static"), ("unsure", "made"), ("networks", "network")):
        if is_below(host, hosts("third_parties", key)):
            return standing
    if is_below(host, hosts("third_parties", "services")) or tracker_at(url):
        return ""
    return "unknown"


def _marked(document: Document) -> Iterator[tuple[str, str, bool]]:
    """(URL, kind, whether pinned) of what the markup asks for."""
    for element in document.root.iter("script", "link"):
        pinned = bool((element.get("integrity") or "").strip())
        if element.tag == "script":
            kind, address = "script", element.get("src") or ""
        else:
            kind, address = _link_kind(element.get("rel"), element.get("as")), element.get("href")
        url = absolute(address, document.base) if kind and address else ""
        if url.startswith(("http:", "https:")):
            yield url, kind, pinned


def _link_kind(rel: str | None, named: str | None) -> str:
    words = (rel or "").lower().split()
    if "stylesheet" in words:
        return "stylesheet"
    if "modulepreload" in words:
        return "script"
    return _PRELOADED.get((named or "").strip().lower(), "") if "preload" in words else ""


def _path(url: str) -> str:
    return url.partition("?")[0]
