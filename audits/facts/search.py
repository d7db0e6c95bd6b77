"""How a page lets a visitor search, from certain to guessed (law 8)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement as Element

from audits.check import Judgement, SiteView, cant_tell, failed, passed
from audits.facts.document import Document
from audits.facts.links import Link
from audits.facts.site import home_seen, own_pages, settled, with_signal
from audits.facts.tree import classes, markup, normal
from ideaaudit.models import Evidence

_SEARCH_GOV = re.compile(r"(?:^|//)search\.[^./]+\.gov(?:/|$)|//search\.usa\.gov/", re.I)
_SEARCH_WORD = re.compile(r"\bsearch\b|\bbuscar\b|\bb[uú]squeda\b")
_ENGINE = re.compile(
    r"cse\.google\.com|\bgcse-|gsc-search|algolia|usasearch_config|searchstax", re.I
)
_TEXT_TYPES = ("", "text", "search")
_ENOUGH_PAGES = 4


@dataclass(frozen=True, slots=True)
class Search:
    """The surest way to search that was found.

    Attributes:
        how: "search.gov", "form" (a field that can be nothing else), "widget" (a known engine's
            script), "hint" (a form named for searching), "link" (to a search page), or "".
    """

    how: str = ""
    markup: str = ""

    @property
    def certain(self) -> bool:
        return self.how in ("search.gov", "form")


def search_of(document: Document, links: Sequence[Link]) -> Search:
    """How this page offers search; `how` is "" where no way was recognized."""
    forms = [(form, _rank(form)) for form in document.body.iter("form")]
    for how in ("search.gov", "form", "hint"):
        for form, rank in forms:
            if rank == how:
                return Search(how, markup(form))
    return _loose(document) or _widget(document) or _link(links) or Search()


def _rank(form: Element) -> str:
    action = (form.get("action") or "").strip()
    fields = [e for e in form.iter("input") if (e.get("type") or "").lower() in _TEXT_TYPES]
    hidden = {(e.get("name") or "").lower() for e in form.iter("input")}
    if fields and _SEARCH_GOV.search(action) and ("affiliate" in hidden or "query" in hidden):
        return "search.gov"
    named = _says_search(form) or any(map(_says_search, fields))
    if not fields or not (named or "search" in action.lower()):
        return ""
    marked = _is_landmark(form) or any(_is_searchbox(field) for field in fields)
    return "form" if marked or (named and len(fields) == 1) else "hint"


def _says_search(element: Element) -> bool:
    words = [element.get("id") or "", element.get("name") or "", *classes(element)]
    label = normal(
        " ".join(element.get(key) or "" for key in ("aria-label", "placeholder", "title", "role"))
    )
    return any("search" in word.lower() for word in words) or bool(_SEARCH_WORD.search(label))


def _is_landmark(element: Element) -> bool:
    around = [element, *element.iterancestors(), *element.iterdescendants()]
    return any(e.get("role") == "search" or e.tag == "search" for e in around)


def _is_searchbox(field: Element) -> bool:
    return (field.get("type") or "").lower() == "search" or field.get("role") == "searchbox"


def _loose(document: Document) -> Search | None:
    """A search field outside any form, as scripted pages have it."""
    for field in document.body.iter("input"):
        kind = (field.get("type") or "").lower()
        if _is_searchbox(field) or (kind in _TEXT_TYPES and _in_search_region(field)):
            return Search("form", markup(field))
        if kind in _TEXT_TYPES and _says_search(field):
            return Search("hint", markup(field))
    return None


def _in_search_region(field: Element) -> bool:
    return any(e.get("role") == "search" or e.tag == "search" for e in field.iterancestors())


def _widget(document: Document) -> Search | None:
    for script in document.root.iter("script"):
        if _ENGINE.search((script.get("src") or "") + (script.text or "")[:2000]):
            return Search("widget", markup(script)[:120])
    marked = [e for e in document.body.iter("div") if _ENGINE.search(" ".join(classes(e)))]
    return Search("widget", markup(marked[0])) if marked else None


def _link(links: Sequence[Link]) -> Search | None:
    for link in links:
        path = link.href.partition("?")[0].rstrip("/").lower()
        if link.text in ("search", "buscar", "site search") or path.endswith(
            ("/search", "/buscar")
        ):
            return Search("link", link.markup)
    return None


def search_gov_of(view: SiteView) -> Judgement:
    """Whether a site's search is Search.gov's: one answer for the two checks that ask it.

    Passed where a page has Search.gov's form or script. cantTell where another search was found,
    for it may ask Search.gov behind the scenes, and where too little was seen. Failed where the
    home page and three more, or the whole site, have no search at all.
    """
    pages = own_pages(view)
    offering = with_signal(pages, "search")
    for page in offering:
        if "search.gov" in page.all("search"):
            return passed("The site's search is Search.gov's.", Evidence(page.url))
    if offering:
        how = offering[0].all("search")[0]
        where = Evidence(offering[0].url, detail=f"Recognized as: {how}.")
        return cant_tell("There is a search, and Search.gov was not recognized in it.", where)
    seen = settled(pages)
    if home_seen(seen) and (view.complete or len(seen) >= _ENOUGH_PAGES):
        return failed(f"No search at all was found on {len(seen)} pages.")
    return cant_tell("No search was found on the few pages that were seen whole.")
