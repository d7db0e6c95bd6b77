"""An accessibility statement, read as OMB M-24-08 asks for it: eight items, each a code.

A page is one where its title, first heading or address names it so, or the site's own link for it
leads to it, and its text speaks of accessible websites in 60 words or more. What is read is the
main text and its links; dates are looked for on the whole page. M-24-08 lets a statement link to
what it does not say itself, so the name of a link is enough for an item.

Codes: "std" a standard is named, "lim" limits or alternatives; "pm" a person and a government
address for Section 508, "pm-some" only one of them or a shared inbox, "contact" any other way to
reach someone, "mail" an address; "feedback"; "complaint"; "accommodation"; "relay"; "policy" a
link to a policy; "unread" a link that may lead to what is missing; "date" of an update or review,
and "old" where that was three years before the page was seen; "date-some" for a date that no word
explains; "unsettled" where scripts may add more.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as day
from datetime import timedelta
from urllib.parse import urlsplit

from audits.facts.dates import newest
from audits.facts.days import first_day, read_day
from audits.facts.links import Link
from audits.facts.page import PageFacts
from audits.facts.statement_contact import contact_codes
from audits.facts.tree import normal

FEWEST_WORDS = 60
_LONGEST = 30_000
_NAME = re.compile(
    r"(?:(?:digital|web|website|online|our|ict|site|[\w.-]{2,30}\.(?:gov|mil)) )?accessibility"
    r"(?: (?:(?:and|&|/) )?(?:statement|policy|policies|support|help|information|notice|commitment"
    r"|compliance|resources|feedback|and section 508|& section 508|and 508|/ ?section 508))*"
    r"(?: (?:statement )?(?:for|at|of|on) .{2,80})?"
    r"|.{2,60} accessibility (?:statement|policy)"
    r"|(?:digital accessibility (?:and|&) )?section 508(?: .{0,40}(?:statement|compliance"
    r"|accessibility|information|policy|resources|program))?|508 (?:compliance|accessibility"
    r"|statement|information)(?: .{0,20})?"
    r"|(?:declaraci[oó]n|pol[ií]tica|aviso) (?:de|sobre) (?:la )?accesibilidad.{0,60}"
    r"|accesibilidad(?: (?:web|digital|del sitio.{0,20}))?"
)
_UNLIKE = re.compile(
    r"parking|wheelchair|campground|facilit|trail|park\b|trainin|tutorial|checklist|testing"
    r"|guide\b|blog|news|teams$|developers|designers|beginners|standards?$|laws?\b"
)
_PATH = re.compile(
    r"/(?:(?:web|website|digital|our)-?)?(?:accessibility(?:-?(?:statement|policy|help))?"
    r"|section-?508|508|(?:declaracion-de-)?accesibilidad)(?:/index)?(?:\.[a-z]{3,5})?/?"
)
_TOPIC = re.compile(r"accessib|section 508|accesib|secci[oó]n 508")
# Of the accessibility of websites, not of places.
_DIGITAL = re.compile(
    r"\bweb|\bsites?\b|online|digital|electronic|\bict\b|section 508|wcag|\bp[aá]gina"
    r"|\bsitios?\b|electr[oó]nic|secci[oó]n 508"
)
_STANDARD = re.compile(
    r"\bwcag\b|web content accessibility guidelines|section 508|revised 508|508 standards?"
    r"|36 cfr (?:part )?1194|secci[oó]n 508|pautas de accesibilidad"
    r"|rehabilitation act|ley de rehabilitaci[oó]n|pdf/ua|en 301 549"
)
_LIMITS = re.compile(
    r"limitation|known (?:issue|problem|barrier|exception)|alternat(?:e|ive) (?:version|format|mean"
    r"|access|text|method|form|cop)|(?:accessible|different|other|another) (?:format|version)"
    r"|(?:not|isn't|aren't) (?:yet |fully |currently )*accessible|may not be (?:fully )?accessible"
    r"|inaccessible (?:content|document|page)|not (?:fully |yet )?(?:conform|compl(?:y|iant))"
    r"|partially conform|limitaci[oó]n|formatos? (?:alternativo|accesible|diferente)"
    r"|versi[oó]n(?:es)? alternativa|no (?:es|son|sea|sean) (?:totalmente )?accesible"
)
_COMPLAINT = re.compile(
    r"\bcomplain(?:t|ts|ant)\b|\bgrievance|\bquejas?\b|\breclamos?\b|\breclamaci"
)
_ABOUT_508 = re.compile(
    r"\b508\b|accessib|disabilit|discriminat|rehabilitation act|\b504\b|civil rights"
    r"|accesib|discapacidad|discrimina|derechos civiles"
)
_ACCOMMODATION = re.compile(
    r"reasonable (?:accommodation|adjustment|modification)|\baccommodations? (?:for|to|request"
    r"|procedure|process|polic)|(?:request|requesting|need|provide) (?:an? |for )?accommodation"
    r"|\b(?:ajustes?|acomodos?|adaptaci(?:[oó]n|ones)|acomodaci(?:[oó]n|ones)|modificaciones)"
    r" razonables?"
)
_RELAY = re.compile(
    r"\btrs\b|(?<![\d-])7[-.‐‑ ]?1[-.‐‑ ]?1(?![\d-])|relay (?:service|operator|system)"
    r"|telecommunications? relay|video relay|\bvrs\b|\bfedrelay|federal relay|\brelay:? "
    r"|servicios? de (?:retransmisi[oó]n|relevo|relay)"
)
_RELAY_LINK = re.compile(r"fcc\.gov/\S*(?:trs|relay)|sprintrelay|federalrelay|fedrelay")
_FEEDBACK = re.compile(
    r"contact|feedback|comment|report|let us know|tell us|e-?mail|questions?\b|help ?desk|form\b"
    r"|submit|cont[aá]ct|comentario|informe? (?:de )?un|env[ií]e"
)
_POLICY = re.compile(
    r"polic(?:y|ies)|directive|\b508\b|accessib|procedure|memorand|handbook|instruction"
    r"|pol[ií]tica|directiva|accesib|procedimiento"
)
_NO_POLICY = re.compile(r"privacy|privacidad|foia|vulnerab|cookie|no fear|linking")
_NEAR = 300
_TAIL = 200
_LONGEST_NAME = 120
_OLD = timedelta(days=3 * 365)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a statement says.

    Attributes:
        codes: as this module's docstring has them.
        date: when it was last updated or reviewed, ISO 8601, or "".
    """

    url: str
    codes: frozenset[str]
    date: str = ""

    def signal(self) -> str:
        """At most 200 characters; an address that does not fit is left out."""
        codes = " ".join(sorted(self.codes | ({f"date={self.date}"} if self.date else set())))
        whole = f"{codes} {self.url}"
        return whole if len(whole) <= 200 else codes


def statement_from(signal: str) -> Statement:
    """What `Statement.signal` made."""
    words = signal.split()
    url = words.pop() if words and "://" in words[-1] else ""
    date = next((word[5:] for word in words if word.startswith("date=")), "")
    return Statement(url, frozenset(word for word in words if "=" not in word), date)


def statement_of(facts: PageFacts, *, linked: bool = False) -> Statement | None:
    """The statement that a page is, or None where it is none.

    Args:
        linked: whether the site's own link for its statement leads here.
    """
    if not (linked or _is_named(facts)):
        return None
    text = normal(facts.document.main_text[:_LONGEST])
    spoken = _TOPIC.search(text) and _DIGITAL.search(text)
    if len(text.split()) < FEWEST_WORDS or not spoken:
        return None
    links = tuple(_own_links(facts))
    codes = set(_codes(facts, text, links)) | ({"unsettled"} if facts.unsettled else set())
    shown = [one for one in facts.dates if one.visible]
    dated = newest(shown)
    if dated is not None:
        codes |= {"date", "old"} if _is_old(facts, dated.day) else {"date"}
    elif shown or first_day(text[-_TAIL:]):
        codes.add("date-some")
    return Statement(facts.page.final_url, frozenset(codes), dated.day if dated else "")


def _is_old(facts: PageFacts, date: str) -> bool:
    seen = read_day(facts.page.fetched_at)
    return seen is not None and seen - day.fromisoformat(date) > _OLD


def _is_named(facts: PageFacts) -> bool:
    heading = next((text for level, text in facts.document.headings if level == 1), "")
    title = re.split(r" [|–—\-:»] |\s[|»]|\|", facts.document.title, maxsplit=1)[0]
    if _PATH.fullmatch(normal(urlsplit(facts.page.final_url).path)):
        return True
    names = (normal(name).strip(" .:") for name in (heading, title))
    return any(
        _NAME.fullmatch(name) and not _UNLIKE.search(name)
        for name in names
        if 0 < len(name) <= _LONGEST_NAME
    )


def _own_links(facts: PageFacts) -> Iterator[Link]:
    """The links of the main text; where no footer is marked, those at the end too."""
    footed = bool(facts.document.footers)
    for link in facts.links:
        if link.region in ("main", "") or (link.region == "footer" and not footed):
            yield link


def _codes(facts: PageFacts, text: str, links: Sequence[Link]) -> Iterator[str]:
    tests = (
        ("std", bool(_STANDARD.search(text))),
        ("lim", bool(_LIMITS.search(text))),
        ("accommodation", bool(_ACCOMMODATION.search(text))),
        ("relay", _relays(text, links)),
        ("complaint", _complains(text)),
        ("policy", any(_is_policy(link, facts.page.final_url) for link in links)),
        ("unread", any(_POLICY.search(link.text) and link.href for link in links)),
    )
    yield from (code for code, found in tests if found)
    contact = contact_codes(facts.document.main_text[:_LONGEST], links)
    yield from contact
    form = any(form.kind not in ("search", "login") for form in facts.forms)
    if form or "mail" in contact or any(_is_feedback(link) for link in links):
        yield "feedback"


def _relays(text: str, links: Iterable[Link]) -> bool:
    return bool(_RELAY.search(text)) or any(
        _RELAY_LINK.search(link.where) or link.raw.lower() in ("tel:711", "tel:7-1-1")
        for link in links
    )


def _complains(text: str) -> bool:
    """A complaint, and what it is about, near each other."""
    return any(
        _ABOUT_508.search(text[max(0, found.start() - _NEAR) : found.end() + _NEAR])
        for found in _COMPLAINT.finditer(text)
    )


def _is_feedback(link: Link) -> bool:
    return link.raw.lower().startswith("mailto:") or bool(
        link.href.startswith("http") and _FEEDBACK.search(link.text)
    )


def _is_policy(link: Link, here: str) -> bool:
    if not link.href.startswith("http") or link.href == here or _NO_POLICY.search(link.text):
        return False
    return bool(_POLICY.search(link.text)) and not _FEEDBACK.match(link.text)
