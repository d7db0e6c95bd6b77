"""What a page and a site leave behind, for site and agency checks; see `audits.facts.signals`."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from audits.check import SiteView
from audits.facts.duplicates import ENOUGH_WORDS, simhash, sketch, text_hash, words_of
from audits.facts.latest import of_latest
from audits.facts.page import PageFacts, facts_of
from audits.facts.signals import Signal, page_signals, site_signals
from audits.facts.tree import normal, text_of
from ideaaudit.models import (
    PageClass,
    PageObservation,
    PageSummary,
    SiteSummary,
)
from ideaaudit.web import class_of_url

LONGEST = 200
BUDGET = 2048
# A front page has most links and signals, and there is one a site.
_BUDGET_OF_HOME = 2 * BUDGET
# What only the pages of one site are compared by.
_OF_PAGES = frozenset({"nav", "lead"})
# MessagePack's overhead for a summary: the names of its fields, and headers of maps and lists.
_FRAME = 260
_ERRORS = (
    "page not found", "404 not found", "404 error", "404 page not found", "error 404",
    "access denied", "página no encontrada",
)  # fmt: skip
_NO_WORDS = re.compile(r"[\W_]+")
_FEW_WORDS = 200
_LITTLE = 100
_SIGN_IN = re.compile(r"\b(?:log|sign)[ -]?in\b|\biniciar sesi[oó]n\b")
_CUT = ("unsettled", "cut")


def summarise(page: PageObservation) -> PageSummary:
    """A page in at most 2 KB of MessagePack, whatever the page; a site's front page in 4.

    Where signals had to be left out, the page is "unsettled": what is absent may have been there.
    """
    facts = facts_of(page)
    document, words = facts.document, facts.words
    enough = len(words) >= ENOUGH_WORDS
    title, description = document.title[:LONGEST], document.meta("description")[:LONGEST]
    canonical = document.canonical if len(document.canonical) <= LONGEST else ""
    kind = class_of(page)
    budget = _BUDGET_OF_HOME if kind is PageClass.HOME else BUDGET
    room = budget - _FRAME - _size(page.url, page.final_url, title, description, canonical)
    return PageSummary(
        url=page.url,
        final_url=page.final_url,
        status=page.status,
        page_class=kind,
        rendered=page.rendering is not None and page.rendering.html is not None,
        title=title,
        description=description,
        canonical=canonical,
        language=document.root_attribute("lang")[:20],
        words=len(words),
        text_hash=text_hash(words) if enough else "",
        simhash=simhash(words) if enough else 0,
        header_key=region_key(facts, "header"),
        footer_key=region_key(facts, "footer"),
        signals=tuple(map(_once, sorted(_within(room, page_signals(facts))))),
    )


@of_latest
def class_of(page: PageObservation) -> PageClass:
    """What a page is for; errors and documents by its answer, the rest by its URL and HTML.

    A site's own page for what it has not is an error also where a link or sitemap names it.
    """
    if page.status is not None and page.status >= 400:
        return PageClass.ERROR
    if page.html is None:
        return PageClass.DOCUMENT if not _is_html(page.media_type) else PageClass.CONTENT
    kind = class_of_url(page.final_url) or facts_of(page).document.asks
    if kind is not PageClass.HOME and _says_error(facts_of(page)):
        return PageClass.ERROR
    if kind is PageClass.CONTENT and _is_door(facts_of(page)):
        return PageClass.LOGIN
    return kind


def _is_door(facts: PageFacts) -> bool:
    """Whether there is next to nothing but a button to sign in by, as before an editor's tool."""
    text = facts.document.text_normal
    if len(text) > _LITTLE or not _SIGN_IN.search(text):
        return False
    buttons = facts.document.body.iter("button", "a")
    return any(_SIGN_IN.match(normal(text_of(one)).strip()) for one in buttons)


def _says_error(facts: PageFacts) -> bool:
    """By its title; or, where it says little else, by its first heading."""
    if _plain(facts.document.title).startswith(_ERRORS):
        return True
    first = next((text for level, text in facts.document.headings if level == 1), "")
    return _plain(first).startswith(_ERRORS) and len(facts.words) < _FEW_WORDS


def _plain(text: str) -> str:
    return _NO_WORDS.sub(" ", normal(text)).strip()


def _is_html(media_type: str) -> bool:
    return media_type in ("", "text/html", "application/xhtml+xml")


def region_key(facts: PageFacts, region: str) -> str:
    """A sketch of the links and words of the header or the footer; "" where none was found."""
    document = facts.document
    elements = document.headers if region == "header" else document.footers
    words = {word for element in elements for word in words_of(text_of(element))}
    regions = ("header", "nav") if region == "header" else ("footer", "identifier")
    paths = {
        urlsplit(link.href).path for link in facts.links if link.region in regions and link.href
    }
    return sketch([*words, *paths]) if elements else ""


def site_summary(view: SiteView) -> SiteSummary:
    """A site for agency checks; pages that name another as canonical leave no print."""
    merged = {one for page in view.pages for one in page.signals if one[0] not in _OF_PAGES}
    merged |= {("web-form", page.url) for page in view.pages if "collection" in page.all("form")}
    merged |= {
        ("paper", f"{shape} {page.url}") for page in view.pages for shape in page.all("paper-form")
    }
    merged |= {(name, value[:LONGEST]) for name, value in site_signals(view)}
    return SiteSummary(
        target=view.target,
        pages=len(view.pages),
        complete=view.complete,
        prints=tuple(
            (page.url, page.simhash, page.words)
            for page in view.pages
            if page.simhash and page.canonical in ("", page.url, page.final_url)
        ),
        signals=tuple(sorted(merged)),
    )


# Most signals are those of every page of a site: one object stands for all that are equal.
@lru_cache(maxsize=16_384)
def _once(signal: Signal) -> Signal:
    return signal


def _within(room: int, signals: Iterable[Signal]) -> Iterator[Signal]:
    """Signals while there is room for them, once each; those that are too long are left out."""
    seen: set[Signal] = set()
    room -= _size(*_CUT) + 1
    is_cut = False
    for name, value in signals:
        cost = _size(name, value) + 1
        if len(value) > LONGEST or (name, value) in seen:
            continue
        if cost > room:
            is_cut = True
            continue
        seen.add((name, value))
        room -= cost
        yield name, value
    if is_cut:
        yield _CUT


def _size(*texts: str) -> int:
    return sum(len(text.encode("utf-8", "replace")) + 3 for text in texts)
