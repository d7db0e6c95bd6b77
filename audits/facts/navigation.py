"""The navigation that pages share: how it is remembered of a page, and compared across a site.

A page's signal ("nav", keys) holds the first 28 links of its header and of the navigation before
its main part, seven characters each: four for where the link leads, three for what it is called.
Breadcrumbs, paging and tables of contents differ from page to page and are left out. A page with
fewer than three links there has ("lead", keys) too, of its first links: many menus bear no name.
"""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice

from lxml.html import HtmlElement as Element

from audits.check import SiteView
from audits.facts.document import Document
from audits.facts.latest import of_latest
from audits.facts.tree import absolute, name_of, normal
from ideaaudit.models import PageSummary

MOST = 28
_KEY = 7
_TARGET = 4
_LOCAL = re.compile(
    r"breadcrumb|pagin|pager|\btoc\b|table-of-contents|in-page|section-?nav|related|local-?nav"
    r"|\btabs?\b|on this page|en esta p",
    re.IGNORECASE,
)
_REPEATED = 3


def nav_keys(document: Document) -> Iterator[tuple[str, str]]:
    """("nav", keys), and ("lead", keys) where that has fewer than three links."""
    containers = [*document.headers, *_navs(document)]
    keys = _keys(document, _links_in(document, containers)) if containers else ""
    if keys:
        yield "nav", keys
    if len(links_of_signal(keys)) < _REPEATED:
        lead = _keys(document, document.body.iter("a"))
        if lead:
            yield "lead", lead


def links_of_signal(keys: str) -> list[str]:
    """The keys of single links, in order."""
    return [keys[i : i + _KEY] for i in range(0, len(keys) - _KEY + 1, _KEY)]


def differences(keys: str, reference: str) -> tuple[str, ...] | None:
    """How one page's navigation differs from another's: "order", "names"; None where they have
    fewer than two links in common and nothing can be compared."""
    one, other = links_of_signal(keys), links_of_signal(reference)
    mine, theirs = _named(one), _named(other)
    if len(mine.keys() & theirs.keys()) < 2:
        return None
    both = set(one) & set(other)
    order = [key for key in one if key in both] != [key for key in other if key in both]
    names = any(mine[target].isdisjoint(theirs[target]) for target in mine.keys() & theirs.keys())
    return tuple(word for word, found in (("order", order), ("names", names)) if found)


class Repeated:
    """Which links stand at the head of two pages or more."""

    def __init__(self, pages: Iterable[PageSummary]) -> None:
        self.counts = Counter(key for page in pages for key in set(_head(page)))

    def on(self, page: PageSummary) -> bool:
        """Whether a block of links of this page is repeated on another."""
        return sum(self.counts[key] > 1 for key in set(_head(page))) >= _REPEATED


@of_latest
def repeated_in(view: SiteView) -> Repeated:
    """The same for every page of a site."""
    return Repeated(view.pages)


def _head(page: PageSummary) -> list[str]:
    return [key for name in ("nav", "lead") for keys in page.all(name)
            for key in links_of_signal(keys)]  # fmt: skip


def _named(keys: Sequence[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key in keys:
        found.setdefault(key[:_TARGET], set()).add(key[_TARGET:])
    return found


def _navs(document: Document) -> Iterator[Element]:
    """Navigation that stands before the main part or around it, in the order of the document."""
    apart = {*document.footers, document.main}
    for element in document.body.iter():
        if element is document.main:
            return
        if element in document.navs and not any(e in apart for e in element.iterancestors()):
            yield element


def _links_in(document: Document, containers: Sequence[Element]) -> Iterator[Element]:
    local = {e for e in document.navs if _is_local(e)}
    local |= {e for tag in ("ol", "ul", "div") for c in containers for e in c.iter(tag)
              if _is_local(e)}  # fmt: skip
    seen: set[Element] = set()
    for container in containers:
        for element in container.iter("a"):
            if element not in seen:
                seen.add(element)
                if not any(e in local for e in element.iterancestors()):
                    yield element


def _is_local(element: Element) -> bool:
    names = " ".join(element.get(key) or "" for key in ("class", "id", "aria-label"))
    return bool(_LOCAL.search(names))


def _keys(document: Document, elements: Iterable[Element]) -> str:
    found: dict[str, None] = {}
    for element in islice(elements, 4 * MOST):
        href = absolute(element.get("href") or "", document.base)
        if href.startswith("http"):
            found[_digest(href)[:_TARGET] + _digest(normal(name_of(element)))[: _KEY - _TARGET]] = (
                None
            )
        if len(found) == MOST:
            break
    return "".join(found)


def _digest(text: str) -> str:
    return b64encode(blake2b(text.encode("utf-8", "replace"), digest_size=3).digest()).decode()
