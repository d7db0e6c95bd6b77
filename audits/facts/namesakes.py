"""Pages of one site that bear one title or description and are different pages.

Copies that name one canonical address, the pages of one list, and one page in other languages
are variants of one page. Pages whose main text is the same or nearly so are not different.
Grouped once for each view of a site; each page is then compared with a bounded number of others.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import parse_qsl, urlsplit

from audits.check import SiteView
from audits.facts.clusters import NEAR
from audits.facts.duplicates import distance
from audits.facts.site import own_pages
from audits.facts.tree import normal
from ideaaudit.models import PageClass, PageSummary
from ideaaudit.web import site_of

Field = Literal["title", "description"]
EXEMPT = frozenset({PageClass.LOGIN, PageClass.SEARCH, PageClass.ERROR, PageClass.DOCUMENT})
_FEW_WORDS = 20
_MOST_TEXTS = 50
_MOST_PAGES = 3
# First steps of a path that name a language and no state of the union.
_LANGUAGES = re.compile("en|es|fr|zh|ko|ru|pt|it|ja|tl|ht|pl|fa|ur|so|am|km|hmn")
_LOCALE = re.compile(r"^/([a-z]{2,3}|espanol|espa(?:ñ|%c3%b1)ol)(?:[-_][a-z]{2,4})?(?=/|$)", re.I)
_TURNED = re.compile(
    r"/(?:page|p|pagina)[/-]?\d+(?=/|$)|/(?:print|amp|printable)(?=/|$)|/(?:index|default)\.\w+$",
    re.IGNORECASE,
)
_VIEWS = re.compile(
    r"page|p|pg|paged|pageno|page_?num(?:ber)?|start|offset|skip|limit|per_?page|items_per_page|size"
    r"|sort\w*|order\w*|dir|view|display|print|format|filter\w*|f|f\[.*|facet\w*|lang\w*|locale|hl",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Namesake:
    """A page as it is compared: whose variant it is, in which language, and what it says."""

    url: str
    family: str
    language: str
    text: str
    simhash: int

    def differs(self, other: "Namesake") -> bool:
        """Whether these are two pages and not two faces of one."""
        if self.family == other.family or self.text == other.text:
            return False
        if self.language and other.language and self.language != other.language:
            return False
        both = self.simhash and other.simhash
        return not (both and distance(self.simhash, other.simhash) <= NEAR)


@dataclass(slots=True)
class _Group:
    pages: int = 0
    texts: dict[str, list[Namesake]] = field(default_factory=lambda: defaultdict(list))


_Groups = dict[str, _Group]
_latest: tuple[SiteView, dict[str, _Groups]] | None = None


def namesake_of(page: PageSummary, view: SiteView, what: Field) -> tuple[str, int]:
    """The URL of a different page with the same title or description, or "", and how many pages
    have it in all."""
    group = _groups(view, what).get(normal(getattr(page, what)))
    if group is None:
        return "", 0
    own = _as_compared(page)
    for others in group.texts.values():
        for other in others:
            if own.differs(other):
                return other.url, group.pages
    return "", group.pages


def _groups(view: SiteView, what: Field) -> _Groups:
    """The groups of this very view: it is judged page by page, so that the last is all kept."""
    global _latest
    if _latest is None or _latest[0] is not view:
        _latest = (view, {})
    found = _latest[1]
    if what not in found:
        found[what] = _grouped(view, what)
    return found[what]


def _grouped(view: SiteView, what: Field) -> _Groups:
    groups: _Groups = defaultdict(_Group)
    for page in own_pages(view):
        value = normal(getattr(page, what))
        if not value or page.page_class in EXEMPT or _is_shell(page):
            continue
        group, namesake = groups[value], _as_compared(page)
        group.pages += 1
        if len(group.texts) < _MOST_TEXTS or namesake.text in group.texts:
            alike = group.texts[namesake.text]
            if len(alike) < _MOST_PAGES and all(namesake.family != x.family for x in alike):
                alike.append(namesake)
    return dict(groups)


def _is_shell(page: PageSummary) -> bool:
    """Whether scripts that did not run write the page, its title perhaps too."""
    return page.words < _FEW_WORDS and page.has("unsettled")


def _as_compared(page: PageSummary) -> Namesake:
    language = page.language.lower().replace("_", "-").partition("-")[0]
    short = next(iter(page.all("short-text")), f"{page.words} words")
    return Namesake(
        url=page.url,
        family=_family(page.canonical or page.final_url, language),
        language=language,
        text=page.text_hash or short,
        simhash=page.simhash,
    )


def _family(url: str, language: str) -> str:
    """A URL without what only turns a page, sorts a list, or names a language."""
    parts = urlsplit(url)
    path = parts.path
    found = _LOCALE.match(path)
    if found:
        step = found[1].lower()
        if step == language or len(step) > 3 or _LANGUAGES.fullmatch(step):
            path = path[found.end() :]
    path = _TURNED.sub("", path).rstrip("/")
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = sorted(pair for pair in pairs if not _VIEWS.fullmatch(pair[0]))
    return f"{site_of(url)}{path}?{query}"
