"""Which pages that law or policy asks for a page is, and which of their parts it has.

A page is told by its title or first heading, or by its path. Its parts are words of its main text
and of the links in it, in English or Spanish (law 2.1 A.9, 4.3).
"""

import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from audits.facts.document import Document
from audits.facts.links import Link
from audits.facts.tree import normal


class Known(NamedTuple):
    """Patterns for the page itself, by title and by path, and for pages that are parts of it."""

    title: str
    path: str
    below: str
    parts: dict[str, str]


_END = r"(?:/|/index\.\w+|/default\.\w+|\.\w+)?$"
_KNOWN = {
    "about": Known(
        r"^(?:about|about us|who we are|acerca de (?:nosotros|la agencia)|qui[eé]nes somos)$",
        rf"^/(?:about|about-?_?us|acerca-de|acerca|quienes-somos){_END}",
        r"^/(?:about|about-?_?us|acerca-de)/",
        {
            "mission": r"\bmission\b|\bmisi[oó]n\b",
            "authority": r"\bauthorit(?:y|ies)\b|\bestablished (?:by|under|in)\b|\bcreated by\b"
            r"|\bpublic law\b|\bpub\. ?l\.|\bu\.s\.c\b|\blegislation\b|\blaws?\b|\bstatut"
            r"|\bautoridad\b|\bley(?:es)?\b",
            "organization": r"\borgani[sz]ation(?:al)?\b|\bleadership\b|\bour (?:offices|structure)"
            r"|\bbureaus\b|\borganizaci[oó]n\b|\bestructura\b|\bliderazgo\b",
            "strategic-plan": r"\bstrategic (?:plan|goals|framework)|\bplan estrat[eé]gico\b",
            "performance": r"\bperformance\b|\bbudget\b|\bpresupuesto\b|\bdesempe[nñ]o\b",
        },
    ),
    "foia": Known(
        r"^(?:the )?(?:freedom of information act(?: ?\(foia\))?|foia)"
        r"(?: requests?| office| home| page| program)?$|^ley de libertad de informaci[oó]n",
        rf"^/foia{_END}",
        r"^/foia/",
        {
            "request": r"\b(?:submit|make|file|making|submitting|filing|send)\b.{0,40}\brequests?\b"
            r"|\bfoia requests?\b|\brequest(?:ing)? records\b|\bfoia\.gov\b|\brequest form\b"
            r"|\bsolicit(?:ar|udes?)\b",
            "contact": r"\bfoia (?:officer|contacts?|office|public liaison)\b|\bpublic liaison\b"
            r"|\bservice center\b|\bcontact\b|\bcontacto\b",
            "reading-room": r"\breading rooms?\b|\bfoia library\b|\belectronic (?:foia )?library\b"
            r"|\bfrequently requested\b|\bsala de lectura\b|\bbiblioteca\b",
            "guide": r"\bguides?\b|\bhandbook\b|\bhow to\b|\bgu[ií]a\b|\bc[oó]mo\b",
        },
    ),
    "no-fear": Known(
        r"\bno[ -]?fear\b|^equal employment opportunity data posted",
        rf"/(?:the-)?no-?_?fear[\w-]*{_END}",
        r"/no-?_?fear",
        {"title": r"\bequal employment opportunity data posted\b.{0,40}\btitle iii\b"},
    ),
    "privacy-program": Known(
        r"\bprivacy program\b|^privacy (?:and civil liberties )?office$|programa de privacidad",
        rf"^/privacy{_END}",
        r"^/privacy/",
        {
            "notices": r"\bsystems? of records?\b|\bsorns?\b|\bsistemas? de registros\b",
            "assessments": r"\bprivacy impact assessments?\b|\bpias?\b",
            "policies": r"\bpolic(?:y|ies)\b|\bdirectives?\b|\bpol[ií]ticas?\b",
            "reports": r"\breports?\b|\binformes?\b",
            "contact": r"\bcontact\b|\bcomplaints?\b|\bquestions?\b|\bcontacto\b|\bquejas?\b|@",
            "official": r"\bsenior agency official\b|\bsaop\b",
        },
    ),
    "developer": Known(
        r"^(?:for )?developers?\b(?! jobs)|^(?:open )?data and apis?\b|desarrolladores",
        rf"^/developers?{_END}",
        r"^/developers?/",
        {"interfaces": r"\bapis?\b|\bendpoints?\b|\bdocumentation\b|\bopen data\b|\bdatasets?\b"},
    ),
    "privacy": Known(
        r"\bprivacy (?:polic(?:y|ies)|statement|notice)\b|^privacy (?:and|&) \w+|^privacy$"
        r"|pol[ií]tica de privacidad|aviso de privacidad|^privacidad$",
        rf"/(?:privacy|privacy-?_?(?:policy|statement|notice)|politica-de-privacidad){_END}",
        r"(?!)",
        {},
    ),
}
_PATTERNS = {
    kind: (
        re.compile(known.title),
        re.compile(known.path),
        re.compile(known.below),
        {part: re.compile(pattern) for part, pattern in known.parts.items()},
    )
    for kind, known in _KNOWN.items()
}
_OTHER = re.compile(r"privacy (?:act|impact|threshold|training|shield|rule|and civil)|\bcookies?\b")
_HINT = re.compile(
    r"about|foia|freedom|fear|privac|develop|desarroll|somos|acerca|who we|equal emp|data and|lib"
)
_READ = 50_000
_SPLIT = re.compile(r"\s[|–—-]\s|[|»·:]")


@dataclass(frozen=True, slots=True)
class PolicyPage:
    """A page that law or policy asks for.

    Attributes:
        kind: "about", "foia", "no-fear", "privacy-program", "developer" or "privacy".
        itself: whether it is that page, and not one below it.
        parts: which of its parts were found.
    """

    kind: str
    itself: bool
    parts: tuple[str, ...]


def policy_pages_of(
    document: Document, links: tuple[Link, ...], url: str
) -> tuple[PolicyPage, ...]:
    """What a page is; mostly nothing, and more than one where one page serves for two."""
    titles = _titles(document)
    path = unquote(urlsplit(url).path).lower()
    if not _HINT.search(f"{path} {' '.join(titles)}"):
        return ()
    found = []
    for kind, (title, own, below, parts) in _PATTERNS.items():
        itself = bool(own.search(path)) or any(title.search(one) for one in titles)
        if kind == "privacy" and any(_OTHER.search(one) for one in titles):
            continue
        if itself or below.search(path):
            text = _text(document, links, titles)
            has = tuple(part for part, pattern in parts.items() if pattern.search(text))
            found.append(PolicyPage(kind, itself, has))
    return tuple(found)


def _titles(document: Document) -> list[str]:
    """The title's first part, and the first headings of the first level."""
    heads = [text for level, text in document.headings if level == 1][:2]
    first = _SPLIT.split(document.title)[0]
    return [one for one in (normal(first), *map(normal, heads)) if one][:3]


def _text(document: Document, links: tuple[Link, ...], titles: list[str]) -> str:
    """The main text, and what its links are called and lead to."""
    near = [link for link in links if link.region in ("main", "nav", "")]
    words = " ".join(f"{link.text} {link.where}" for link in near)
    return f"{' '.join(titles)} {normal(document.main_text[:_READ])} {words[:_READ]}"
