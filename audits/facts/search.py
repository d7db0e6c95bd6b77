"""How a page lets a visitor search, from certain to guessed (law 8)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement as Element

from audits.check import Judgement, SiteView, cant_tell, failed, passed
from audits.facts.document import Document
from audits.facts.links import Link
from audits.facts.site import home_seen, own_pages, settled, with_signal
from audits.facts.tree import classes, markup, normal, text_of
from ideaaudit.models import Evidence

_SEARCH_GOV = re.compile(r"(?:^|//)search\.[^./]+\.gov(?:/|$)|//search\.usa\.gov/", re.I)
_SEARCH_WORD = re.compile(r"\bsearch\b|\bbuscar\b|\bb[uú]squeda\b")
_ENGINE = re.compile(
    r"cse\.google\.com|\bgcse-|gsc-search|algolia|usasearch_config|searchstax", re.I
)
_SEARCH_HOST = re.compile(r"^(?:https?:)?//search\.[\w.-]+\.gov(?:/|$)", re.I)
_LOADER = re.compile(
    r"usasearch_config|search\.usa\.gov/javascripts|search\.gov/(?:assets|javascripts)/sayt", re.I
)
_API = re.compile(
    r"//(?:search\.usa\.gov/api/|api\.gsa\.gov/technology/searchgov|search\.usa\.gov/sayt)", re.I
)
_HANDLE = re.compile(r"//search\.[\w.-]*gov/search[^#]*[?&]affiliate=", re.I)
_NAMING = ("aria-label", "placeholder", "title", "alt", "value")
_PICTURED = ("src", "alt", "href", "{http://www.w3.org/1999/xlink}href", "xlink:href", "class",
             "data-icon", "aria-label", "id")  # fmt: skip
_GLASS = re.compile(r"search|magnif|lupa|buscar|loupe")
_ICON_CLASS = re.compile(
    r"(?:^|[\s_-])(?:fa|icon|glyphicon|bi|dashicons|ico|mdi|ion|i|svg|ti|ri)-?(?:[\w]*-)?"
    r"(?:search|magnif\w*)|search[-_]*(?:submit-?)?icon|magnif"
)
_GLASSES = frozenset({"\U0001f50d", "\U0001f50e"})
_TEXT_TYPES = ("", "text", "search")
_ENOUGH_PAGES = 4


@dataclass(frozen=True, slots=True)
class Search:
    """The surest way to search that was found.

    Attributes:
        how: "search.gov", "form" (a field that can be nothing else), "widget" (a known engine's
            script), "hint" (a form named for searching), "link" (to a search page), or "".
        sign: what tells visitors what it is: "icon" (a magnifying glass), "word", or "".
        gov: how Search.gov was recognized: "form", "loader" (its script), "api", "link", or "".
    """

    how: str = ""
    markup: str = ""
    sign: str = ""
    gov: str = ""

    @property
    def certain(self) -> bool:
        return self.how in ("search.gov", "form")


def search_of(document: Document, links: Sequence[Link], asked: str = "") -> Search:
    """How this page offers search; `how` is "" where no way was recognized.

    Args:
        asked: the addresses that the page asked for, one a line.
    """
    how, element, shown = _found(document, links)
    sign = _sign(element) if element is not None else _sign_of_link(shown, links)
    gov = "form" if how == "search.gov" else _gov(document, links, asked)
    return Search(how, shown, sign if how else "", gov)


def _found(document: Document, links: Sequence[Link]) -> tuple[str, Element | None, str]:
    forms = [(form, _rank(form)) for form in document.body.iter("form")]
    for how in ("search.gov", "form", "hint"):
        for form, rank in forms:
            if rank == how:
                return how, form, markup(form)
    return _loose(document) or _widget(document) or _link(links) or ("", None, "")


def _rank(form: Element) -> str:
    action = (form.get("action") or "").strip()
    fields = [e for e in form.iter("input") if (e.get("type") or "").lower() in _TEXT_TYPES]
    names = {(e.get("name") or "").lower() for e in form.iter("input")}
    if fields and _is_gov(action, names):
        return "search.gov"
    named = _says_search(form) or any(map(_says_search, fields))
    if not fields or not (named or "search" in action.lower()):
        return ""
    marked = _is_landmark(form) or any(_is_searchbox(field) for field in fields)
    return "form" if marked or (named and len(fields) == 1) else "hint"


def _is_gov(action: str, names: set[str]) -> bool:
    """Search.gov's own form, also under an agency's name of any depth (search.fda.hhs.gov)."""
    if _SEARCH_GOV.search(action):
        return bool(names & {"affiliate", "query"})
    return "affiliate" in names and bool(_SEARCH_HOST.search(action))


def _gov(document: Document, links: Sequence[Link], asked: str) -> str:
    """Search.gov's marks outside a form: its scripts, its interface, or a link with a handle."""
    for script in document.root.iter("script"):
        if _LOADER.search((script.get("src") or "") + (script.text or "")[:2000]):
            return "loader"
    if _API.search(asked):
        return "api"
    return "link" if any(_HANDLE.search(link.href) for link in links) else ""


def _sign(element: Element) -> str:
    """The magnifying glass or the word at a form, a field or what stands around it."""
    around = element
    for _ in range(2):
        parent = around.getparent()
        if element.tag != "form" and parent is not None and parent.tag != "body":
            around = parent
    inside = [e for e in around.iter() if isinstance(e.tag, str)][:200]
    if any(map(_is_icon, inside)):
        return "icon"
    words = [text_of(around)[:500]]
    words += [e.get(key) or "" for e in inside for key in _NAMING]
    return "word" if _SEARCH_WORD.search(normal(" ".join(words))) else ""


def _is_icon(element: Element) -> bool:
    if element.tag not in ("svg", "use", "img", "i", "span", "button", "input", "a", "mat-icon"):
        return False
    source = " ".join(element.get(key) or "" for key in _PICTURED).lower()
    if element.tag in ("svg", "use", "img", "input") and _GLASS.search(source):
        return element.tag != "input" or (element.get("type") or "").lower() == "image"
    if _ICON_CLASS.search(" ".join(classes(element))):
        return True
    text = (element.text or "").strip()
    return text in _GLASSES or (text == "search" and "material" in (element.get("class") or ""))


def _sign_of_link(shown: str, links: Sequence[Link]) -> str:
    """The sign of a link, whose name holds the words of its pictures too."""
    name = next((link.text for link in links if link.markup == shown), "")
    return "word" if _SEARCH_WORD.search(name) else ""


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


def _loose(document: Document) -> tuple[str, Element, str] | None:
    """A search field outside any form, as scripted pages have it."""
    for field in document.body.iter("input"):
        kind = (field.get("type") or "").lower()
        if _is_searchbox(field) or (kind in _TEXT_TYPES and _in_search_region(field)):
            return "form", field, markup(field)
        if kind in _TEXT_TYPES and _says_search(field):
            return "hint", field, markup(field)
    return None


def _in_search_region(field: Element) -> bool:
    return any(e.get("role") == "search" or e.tag == "search" for e in field.iterancestors())


def _widget(document: Document) -> tuple[str, Element | None, str] | None:
    for script in document.root.iter("script"):
        if _ENGINE.search((script.get("src") or "") + (script.text or "")[:2000]):
            return "widget", None, markup(script)[:120]
    marked = [e for e in document.body.iter("div") if _ENGINE.search(" ".join(classes(e)))]
    return ("widget", marked[0], markup(marked[0])) if marked else None


def _link(links: Sequence[Link]) -> tuple[str, Element | None, str] | None:
    for link in links:
        path = link.href.partition("?")[0].rstrip("/").lower()
        if link.text in ("search", "buscar", "site search") or path.endswith(
            ("/search", "/buscar")
        ):
            return "link", None, link.markup
    return None


def search_gov_of(view: SiteView) -> Judgement:
    """Whether a site's search is Search.gov's: one answer for the two checks that ask it.

    Passed where a page has Search.gov's form or script. cantTell where another search was found,
    for it may ask Search.gov behind the scenes, and where too little was seen. Failed where the
    home page and three more, or the whole site, have no search at all.
    """
    pages = own_pages(view)
    offering = with_signal(pages, "search")
    for page in with_signal(pages, "search-gov"):
        where = Evidence(page.url, detail=f"Recognized by: {page.all('search-gov')[0]}.")
        return passed("The site's search is Search.gov's.", where)
    if offering:
        how = offering[0].all("search")[0]
        where = Evidence(offering[0].url, detail=f"Recognized as: {how}.")
        return cant_tell("There is a search, and Search.gov was not recognized in it.", where)
    seen = settled(pages)
    if home_seen(seen) and (view.complete or len(seen) >= _ENOUGH_PAGES):
        return failed(f"No search at all was found on {len(seen)} pages.")
    return cant_tell("No search was found on the few pages that were seen whole.")
