"""Ways to find a page of a site, beside following a link from another (WCAG 2.4.5)."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from audits.check import SiteView
from audits.facts.document import Document
from audits.facts.links import Link
from audits.facts.navigation import links_of_signal, repeated_in
from audits.facts.site import own_pages
from audits.facts.tree import normal
from ideaaudit.models import PageSummary

_SITEMAP = re.compile(
    r"^(?:the )?(?:site ?map|sitemap|mapa (?:del? )?(?:sitio|la p[aá]gina|web))\b"
)
_INDEX = re.compile(
    r"\ba ?(?:-|–|to|through) ?z\b|^(?:site|topic|subject|alphabetical) index\b"
    r"|^all topics$|[ií]ndice (?:alfab[eé]tico|de temas)|^(?:temas )?de la a a la z"
)
_RELATED = re.compile(
    r"^(?:related|see also|more (?:on|about|like)|you may also|explore (?:more|related)|next steps?"
    r"|relacionad|v[eé]ase tambi[eé]n|m[aá]s (?:sobre|informaci[oó]n))|relacionad[oa]s$"
)
_FEW = 2
_LONGEST_KEPT = 100


def ways_on(document: Document, links: Sequence[Link]) -> Iterator[str]:
    """The ways that one page shows: "sitemap", "index", "related"."""
    found = {way for link in links if link.href for way in _named(link.text)}
    yield from sorted(found, reverse=True)
    if any(_RELATED.search(normal(text)) for _, text in document.headings):
        yield "related"


def _named(name: str) -> tuple[str, ...]:
    """The ways that a link of this name leads to."""
    return _kept_ways(name) if len(name) <= _LONGEST_KEPT else _ways(name)


def _ways(name: str) -> tuple[str, ...]:
    found = (("sitemap", _SITEMAP.search(name)), ("index", _INDEX.search(name)))
    return tuple(way for way, there in found if there)


# Most names stand on every page of a site.
_kept_ways = lru_cache(maxsize=8192)(_ways)


def ways_of(view: SiteView) -> tuple[str, ...]:
    """The ways of a whole site, sorted: those of its pages, "search" and "navigation"."""
    pages = own_pages(view)
    found = {way for page in pages for way in page.all("way")}
    if any(page.has("search") for page in pages):
        found.add("search")
    repeated = repeated_in(view)
    if any(repeated.on(page) or _has_menu(page) for page in pages):
        found.add("navigation")
    return tuple(sorted(found))


def _has_menu(page: PageSummary) -> bool:
    return any(len(links_of_signal(keys)) >= _FEW for keys in page.all("nav"))


def has_xml_sitemap(view: SiteView) -> bool:
    """Whether there is a sitemap for machines."""
    return any(one.kind in ("urlset", "index") for one in view.observation.sitemaps or ())
