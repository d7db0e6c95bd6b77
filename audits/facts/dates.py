"""The dates that a page gives of itself: when it was published, updated or reviewed (law 13 G3).

They are looked for in what is shown (a verb beside a date, English or Spanish), in `time`
elements, in metadata, in JSON-LD and in the answer's Last-Modified header. Only the first and
the last part of a long text is read, where pages say such things.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from lxml.html import HtmlElement as Element

from audits.facts.days import first_day, read_day
from audits.facts.document import Document
from audits.facts.near import Stems, Stretch, matches
from audits.facts.tree import classes, flat
from ideaaudit.models import PageObservation

KINDS = ("published", "updated", "reviewed", "unknown")
OF_CONTENT = frozenset({"published", "updated", "reviewed"})

_READ = 20_000
_NEAR = 60
_GAP = 30
_DATELINE = 400
_MOST = 50
_LONGEST_JSON = 200_000
_TOP = r"(?:last|page|content|site|website|date|was|recently|information|web|this|the)"
_STRONG = re.compile(
    rf"\b(?:"
    rf"(?P<reviewed>(?:{_TOP}\s){{1,4}}review(?:ed)?(?:\s?(?:or|and|/|&)\s?(?:last\s)?updated)?"
    rf"|(?:[uú]ltima\s|fecha\sde\s){{1,2}}revisi[oó]n|revisad[oa]\spor\s[uú]ltima\svez)"
    rf"|(?P<updated>(?:{_TOP}\s){{1,4}}(?:updated?|modified|revised|changed|edited|refreshed)"
    rf"|current\sas\sof|(?:updated|modified|revised|revision)\sdate"
    rf"|(?:[uú]ltima\s|fecha\sde\s(?:la\s)?){{1,2}}(?:actualizaci[oó]n|modificaci[oó]n)"
    rf"|(?:actualizad|modificad)[oa]\spor\s[uú]ltima\svez|(?:p[aá]gina|contenido)\sactualizad[oa])"
    rf"|(?P<published>(?:date|originally|first|last)\s(?:posted|published|created|issued)"
    rf"|(?:publication|release|posting|posted|issue|creation)\sdate|fecha\sde\spublicaci[oó]n)"
    rf")\b",
    re.IGNORECASE,
)
# Alone these say it of the page only where they open a line: written large, a date at once behind.
_WEAK = re.compile(
    r"\b(?:(?P<reviewed>Reviewed|REVIEWED|Revisado|Revisada)"
    r"|(?P<updated>Updated?|UPDATED?|Modified|MODIFIED|Revised|REVISED|Actualizad[oa])"
    r"|(?P<published>Published|PUBLISHED|Posted|POSTED|Issued|Created|Publicad[oa]))\b"
    r"(?:\s(?:on|el|en|at|as of|date))?\s?:?\s?"
)
# One of these stands in every verb, which is no longer than this.
_STEMS = Stems(
    "updat", "modif", "revis", "review", "chang", "edit", "refresh", "current", "actualiz",
    "posted", "posting", "publi", "creat", "issu", "release",
)  # fmt: skip
_VERB = 120
_DIGIT = re.compile(r"\d")
_UPDATED = """article:modified_time og:updated_time dcterms.modified dc.date.modified dc.modified
dc.date.updated dcterms.date.modified last-modified lastmodified last_modified lastmod last-updated
lastupdated last_updated revised revision_date revision-date modified date-modified datemodified
date.modified date_modified updated updated_time article.updated"""
_PUBLISHED = """article:published_time dcterms.issued dc.date.issued dc.issued dcterms.created
dc.date.created dc.created dcterms.available dc.date.published date-published datepublished
date.published date_published pubdate publish-date publish_date publication_date publication-date
publicationdate citation_publication_date citation_date article.created article.published
datecreated created dc.date.publication creation-date creation_date date.created og:published_time
"""
_REVIEWED = """last-reviewed last_reviewed lastreviewed reviewed dc.date.reviewed dcterms.reviewed
date-reviewed date.reviewed datereviewed review_date review-date"""
_NAMES = {
    name: kind
    for kind, names in (
        ("updated", _UPDATED),
        ("published", _PUBLISHED),
        ("reviewed", _REVIEWED),
        ("unknown", "date dc.date dcterms.date dc.date.valid"),
    )
    for name in names.split()
}
_LD_KEYS = {
    "dateModified": "updated",
    "datePublished": "published",
    "dateCreated": "published",
    "lastReviewed": "reviewed",
}


@dataclass(frozen=True, slots=True)
class PageDate:
    """One date of a page.

    Attributes:
        day: ISO 8601, YYYY-MM-DD; a month without a day is its first day.
        kind: "published", "updated", "reviewed"; "unknown" for a date that no word explains; and
            "moment" for a Last-Modified header of the day of the visit, which most servers that
            make their pages anew give to everything.
        source: "text", "time", "json-ld", "meta" or "header".
        text: as it stands there, at most 100 characters.
    """

    day: str
    kind: str
    source: str
    text: str

    @property
    def visible(self) -> bool:
        return self.source in ("text", "time")


def dates_of(page: PageObservation, document: Document) -> tuple[PageDate, ...]:
    """Every date of the page, the visible ones first; none that lies after the visit."""
    seen = read_day(page.fetched_at) or date.max - timedelta(days=2)
    found = (
        *_in_text(document.text),
        *_in_elements(document),
        *_in_json(document),
        *_in_metas(document),
        *_in_header(page, seen),
        *_dateline(document),
    )
    return tuple(
        PageDate(day.isoformat(), kind, source, text[:100])
        for day, kind, source, text in dict.fromkeys(found)
        if day <= seen + timedelta(days=1)
    )


def newest(
    dates: Iterable[PageDate], kinds: frozenset[str] | set[str] = OF_CONTENT
) -> PageDate | None:
    """The newest date of those kinds."""
    wanted = [one for one in dates if one.kind in kinds]
    return max(wanted, key=lambda one: one.day, default=None)


Found = tuple[date, str, str, str]


def _in_text(text: str) -> Iterator[Found]:
    parts = (text,) if len(text) <= 2 * _READ else (text[:_READ], text[-_READ:])
    for part in parts:
        near_dates = _near_dates(part)
        for verb, gap in ((_STRONG, _GAP), (_WEAK, 0)):
            for match in islice(matches(verb, part, near_dates), _MOST):
                near = part[match.end() : match.end() + _NEAR].lstrip(" :-–—|")
                found = first_day(near)
                if found and found[1] <= gap:
                    shown = f"{match[0].rstrip(' :')}: {near[: found[1] + 20]}"
                    yield found[0], match.lastgroup or "unknown", "text", shown


def _near_dates(text: str) -> list[Stretch]:
    """Where a verb may stand with a date behind it."""
    folded = text.lower()
    if len(folded) != len(text):
        return [(0, len(text))]
    return [
        (start, end)
        for start, end in _STEMS.stretches(folded, _VERB)
        if _DIGIT.search(text, start, end + _NEAR)
    ]


def _in_elements(document: Document) -> Iterator[Found]:
    """The `time` elements."""
    for element in islice(document.body.iter("time"), _MOST):
        value = element.get("datetime") or element.text_content()
        day = read_day(value)
        if day is not None:
            yield day, _kind_of(element), "time", flat(value)


def _kind_of(element: Element) -> str:
    """What a `time` is about, by its own names or by the words before it."""
    names = " ".join([element.get("itemprop") or "", *classes(element)]).lower()
    if "modified" in names or "updated" in names:
        return "updated"
    if "reviewed" in names:
        return "reviewed"
    if "publish" in names or element.get("pubdate") is not None:
        return "published"
    said = flat(_before(element))[-_NEAR:] + " "
    match = _last(_STRONG, said) or _last(_WEAK, said)
    return (match.lastgroup or "unknown") if match else "unknown"


def _before(element: Element) -> str:
    """The words at once before an element: of its parent, or in or after its neighbor."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        return (before.tail or "").strip() or before.text or ""
    return (parent.text or "") if parent is not None else ""


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match of a verb that has no date of its own behind it."""
    found = next(reversed(list(pattern.finditer(text))), None)
    return None if found is None or re.search(r"\d", text[found.end() :]) else found


def _in_metas(document: Document) -> Iterator[Found]:
    for element in document.root.iter("meta"):
        keys = (element.get(key) or "" for key in ("name", "property", "itemprop", "http-equiv"))
        kind = next((_NAMES[key] for k in keys if (key := k.strip().lower()) in _NAMES), "")
        content = element.get("content") or ""
        day = read_day(content) if kind else None
        if day is not None:
            yield day, kind, "meta", flat(content)


def _in_json(document: Document) -> Iterator[Found]:
    for script in document.root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            text = script.text or ""
            for thing in _things(text) if len(text) <= _LONGEST_JSON else ():
                for key, kind in _LD_KEYS.items():
                    value = thing.get(key)
                    day = read_day(value) if isinstance(value, str) else None
                    if day is not None:
                        yield day, kind, "json-ld", f"{key}: {value}"


def _things(text: str) -> Iterator[dict[str, Any]]:
    """The things that a JSON-LD block describes first of all, and not those in its lists."""
    try:
        top = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    things: Sequence[Any] = top if isinstance(top, list) else [top]
    for thing in things[:_MOST]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            inner = graph if isinstance(graph, list) else [thing.get("mainEntity")]
            yield from (one for one in inner[:_MOST] if isinstance(one, dict))


def _in_header(page: PageObservation, seen: date) -> Iterator[Found]:
    value = page.header("last-modified")
    day = read_day(value)
    if day is not None:
        kind = "moment" if abs(seen - day) <= timedelta(days=1) else "updated"
        yield day, kind, "header", value


def _dateline(document: Document) -> Iterator[Found]:
    """The first date in the first lines of the main text, as news have it."""
    text = document.main_text[:_DATELINE]
    found = first_day(text)
    if found:
        yield found[0], "unknown", "text", text[found[1] : found[1] + 30]
