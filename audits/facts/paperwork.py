"""What the Paperwork Reduction Act makes a collection show; files that are forms (law 10, 11)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from audits.facts.links import Link

_OMB = re.compile(
    r"\bOMB(?:['’]s)?\s*(?:PRA\s*)?(?:Control|Approval|Clearance)?\s*(?:No\.?|Number|Num\.?|#|№)?"
    r"\s*[:#]?\s*(\d{4}\s?[-‐–]\s?\d{4})\b",
    re.IGNORECASE,
)
_EXPIRY = re.compile(
    r"\bexp(?:iration|ires|iry|\.)?\s*(?:date|on)?\s*[:.]?\s*"
    r"(\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{1,2}/\d{2}\b|\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}"
    r"|[a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4})",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FORM_NUMBER = re.compile(
    r"\b(?:SF|OF|DD|VA|SSA|DS|I|N|G|CMS|HUD|IRS|W|FDA|DOL|ETA|OWCP|AD|FSA|RD|OPM|EIB|FEMA|SBA)"
    r"[ -]?\d{1,5}[A-Z]?\b"
)
_FORM_WORD = re.compile(
    r"\b(?:form|application|claim form|request form|formulario|solicitud)\b(?!at|al|er|ul)"
)
# What explains a form is none.
_ABOUT_FORMS = re.compile(r"\binstruc(?:tions?|ciones)\b|\bguide\b|\bhandbook\b|\bmanual\b")
_BETWEEN = re.compile(r"[_./]")
_FORM_FILES = frozenset({"pdf", "doc", "docx", "rtf", "xfdf", "odt"})


@dataclass(frozen=True, slots=True)
class Clearance:
    """An OMB control number as a page shows it; `expires` is ISO 8601 (a day) or ""."""

    number: str
    expires: str


def clearance_of(text: str) -> Clearance | None:
    """The first OMB control number in a text, and the expiration date that stands with it."""
    found = _OMB.search(text) if "omb" in text.lower() else None
    if found is None:
        return None
    near = text[max(0, found.start() - 200) : found.end() + 300]
    number = re.sub(r"\s?[-‐–]\s?", "-", found[1])
    date = _EXPIRY.search(near)
    return Clearance(number, _iso(date[1]) if date else "")


def _iso(text: str) -> str:
    """A date as a day in ISO 8601, the last of its month where no day stands; "" where none."""
    digits = [int(part) for part in re.findall(r"\d+", text)]
    word = text[:3].lower()
    if word in _MONTHS and len(digits) == 2:
        month, day, year = _MONTHS.index(word) + 1, digits[0], digits[1]
    elif len(digits) == 2:
        month, day, year = digits[0], 31, digits[1]
    elif len(digits) == 3 and digits[0] > 999:
        year, month, day = digits
    elif len(digits) == 3:
        month, day, year = digits
    else:
        return ""
    year += 2000 if year < 100 else 0
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def form_files(links: Sequence[Link]) -> list[tuple[str, str]]:
    """Linked files that call themselves forms, as (type, URL), once each, in order."""
    found: dict[str, str] = {}
    for link in links:
        if link.file in _FORM_FILES and _is_form(link):
            found.setdefault(link.href, link.file)
    return [(kind, url) for url, kind in found.items()]


def _is_form(link: Link) -> bool:
    return calls_itself_form(unquote(link.href.rpartition("/")[2]), link.text)


def calls_itself_form(name: str, title: str) -> bool:
    """Whether the name of a file, or the words that lead to it, say that it is a form."""
    words = f"{title.lower()} {re.sub(r'[-_.]', ' ', name).lower()}"
    if _ABOUT_FORMS.search(words):
        return False
    return bool(_FORM_WORD.search(words) or _FORM_NUMBER.search(f"{title.upper()} {name}"))


def form_codes(text: str) -> tuple[str, ...]:
    """The numbers of forms that a text names, as they are compared: "SF86" for "SF-86"."""
    found = _FORM_NUMBER.findall(_BETWEEN.sub(" ", text).upper())
    return tuple(dict.fromkeys(code.replace(" ", "").replace("-", "") for code in found))
