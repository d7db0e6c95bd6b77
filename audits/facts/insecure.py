"""What a page on HTTPS asks for over plain HTTP (mixed content, W3C Mixed Content 2)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement as Element

from audits.facts.document import Document
from audits.facts.hosts import host_of
from audits.facts.near import Stems
from audits.facts.tree import absolute, markup
from ideaaudit.models import PageObservation, RequestSeen

_SOURCES = {
    "img": ("src", "srcset"), "source": ("src", "srcset"), "script": ("src",),
    "iframe": ("src",), "frame": ("src",), "embed": ("src",), "object": ("data",),
    "audio": ("src",), "video": ("src", "poster"), "track": ("src",), "input": ("src",),
    "image": ("href", "xlink:href"), "use": ("href", "xlink:href"), "body": ("background",),
}  # fmt: skip
_FETCHED = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon", "prefetch"}
)
_IN_STYLE = re.compile(r"(?:url\(\s*|@import\s+)[\"']?(http:[^\"')\s;]{1,2000})", re.IGNORECASE)
_UPGRADES = re.compile(r"(?:^|[;,])\s*upgrade-insecure-requests\b", re.IGNORECASE)
_STEMS = Stems("http:", "http&")
_MOST = 100
# On the visitor's own machine, and so on no line at all.
_OWN = re.compile(r"(?:localhost|.*\.localhost|127\.[\d.]+|::1)?")


@dataclass(frozen=True, slots=True)
class Insecure:
    """One thing that is asked for in the open.

    Attributes:
        how: the element or the kind of request that asks for it.
    """

    url: str
    how: str
    markup: str = ""


def insecure_of(
    document: Document, seen: str, requests: Sequence[RequestSeen] | None
) -> tuple[Insecure, ...]:
    """What is fetched over HTTP, once each: by the markup and its styles, 100 at most, and by
    requests.

    Links that a visitor follows are none of it, nor is where a form is sent.

    Args:
        seen: all markup of the page in lower case, for a quick no.
    """
    found: dict[str, Insecure] = {}
    if _STEMS.stand_in(seen) or document.base.startswith("http:"):
        for url, how, element in _marked(document):
            if url not in found and len(found) < _MOST:
                found[url] = Insecure(url, how, markup(element))
    for one in _requested(requests or ()):
        found.setdefault(one.url, one)
    return tuple(one for one in found.values() if not _OWN.fullmatch(host_of(one.url)))


def upgrades(page: PageObservation, document: Document) -> bool:
    """Whether the page tells browsers to ask for everything over HTTPS (CSP 3, Upgrade Insecure
    Requests)."""
    policies = [v for name, v in page.headers if name == "content-security-policy"]
    policies += [
        element.get("content") or ""
        for element in document.root.iter("meta")
        if (element.get("http-equiv") or "").strip().lower() == "content-security-policy"
    ]
    return any(_UPGRADES.search(policy) for policy in policies)


def _requested(requests: Sequence[RequestSeen]) -> Iterator[Insecure]:
    for request in requests:
        if request.url.lower().startswith("http:") and request.kind != "document":
            yield Insecure(request.url, request.kind)


def _marked(document: Document) -> Iterator[tuple[str, str, Element]]:
    for element in document.root.iter(*_SOURCES, "link", "style"):
        for address in _addresses(element):
            url = absolute(address, document.base)
            if url.lower().startswith("http:"):
                yield url, str(element.tag), element
    for element in document.root.xpath("//*[@style]"):
        for address in _IN_STYLE.findall(element.get("style") or ""):
            yield absolute(address, document.base), "style", element


def _addresses(element: Element) -> Iterator[str]:
    if element.tag == "style":
        yield from _IN_STYLE.findall(element.text or "")
    elif element.tag == "link":
        if _FETCHED.intersection((element.get("rel") or "").lower().split()):
            yield element.get("href") or ""
    else:
        for name in _SOURCES[str(element.tag)]:
            value = element.get(name) or ""
            yield from _candidates(value) if name == "srcset" else [value]


def _candidates(srcset: str) -> Iterator[str]:
    for one in srcset.split(","):
        yield from one.split()[:1]
