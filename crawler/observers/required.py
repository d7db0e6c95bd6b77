"""The required links of the home page as the server sent it, and where each leads (law 4.1)."""

import unicodedata
from itertools import islice
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from crawler.observers.page import MOST_ANCHORS
from ideaaudit.required import KINDS, leads_to
from ideaaudit.web import identity, parse_html

LONGEST_NAME = 500
FOOTERS = ("usa-footer", "usa-identifier")


def required_targets(html: str, url: str) -> dict[str, str]:
    """The kind of each required link that a page has, and its target's identity.

    Of several of one kind the first in a footer counts, else the first; a link by its name
    before one by its address. Raises nothing, whatever the page.
    """
    root = parse_html(html)
    if root is None:
        return {}
    best: dict[str, tuple[int, str]] = {}
    base = _base(root, url)
    for element in islice(root.iter("a", "area"), MOST_ANCHORS):
        found = _target(element, base)
        if not found:
            continue
        target, where = found
        text = _name(element)
        for kind in KINDS:
            how = leads_to(kind, text, where)
            if how:
                rank = (0 if _in_footer(element) else 2) + (how != "name")
                best[kind] = min(best.get(kind, (rank, target)), (rank, target), key=_rank)
    return {kind: target for kind, (_, target) in best.items()}


def _rank(found: tuple[int, str]) -> int:
    return found[0]


def _target(element: HtmlElement, base: str) -> tuple[str, str] | None:
    """The identity of what a link leads to, and the same as `leads_to` wants it."""
    href = (element.get("href") or "").strip()
    if not href or href.startswith("#"):
        return None
    try:
        target = identity(href, base)
        parts = urlsplit(target)
    except ValueError:
        return None
    return target, f"//{parts.netloc}{unquote(parts.path)}".lower()


def _base(root: HtmlElement, url: str) -> str:
    declared = next((e.get("href") or "" for e in root.iter("base") if e.get("href")), "")
    try:
        return str(urljoin(url, declared))
    except ValueError:
        return url


def _name(element: HtmlElement) -> str:
    """What a link is called, in lower case: its label, its text, or its pictures' texts."""
    label = element.get("aria-label") or "".join(map(str, element.itertext()))
    if not label.strip():
        label = " ".join(image.get("alt") or "" for image in element.iter("img"))
    name = (label or element.get("title") or "")[:LONGEST_NAME]
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()


def _in_footer(element: HtmlElement) -> bool:
    return any(
        parent.tag == "footer"
        or parent.get("role") == "contentinfo"
        or any(name in FOOTERS for name in (parent.get("class") or "").split())
        for parent in element.iterancestors()
    )
