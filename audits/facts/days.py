"""Calendar days as people and machines write them, in English and Spanish, read strictly.

What is no whole date by one of these forms is no date: ISO 8601 (2024-03-05, with or without a
time), 3/5/2024 and 03-05-24 (month first, as in the United States; day first only where nothing
else can be meant), March 5, 2024, 5 March 2024, 05-Mar-2024, March 2024, 5 de marzo de 2024, and
the date of an HTTP header. A month without a day is its first day.
"""

import re
from datetime import date
from email.utils import parsedate

FIRST_YEAR, LAST_YEAR = 1990, 2099
LONGEST = 100
_NAMES = {
    name: number
    for number, names in enumerate(
        (
            "jan january ene enero", "feb february febrero", "mar march marzo",
            "apr april abr abril", "may mayo", "jun june junio", "jul july julio",
            "aug august ago agosto", "sep sept september septiembre setiembre",
            "oct october octubre", "nov november noviembre", "dec december dic diciembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = rf"(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})\.?"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_DAY = r"(?P<d>\d{1,2})"
_FORMS = (
    rf"{_YEAR}(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep){_DAY}(?=T\d|\D|$)",
    rf"(?P<m>\d{{1,2}})(?P<sep>[-/.]){_DAY}(?P=sep)(?:{_YEAR}|(?P<yy>\d\d))(?!\d|[-/.]\d)",
    rf"{_DAY}(?:st|nd|rd|th)?(?:\s|-|,|\s?de\s|\sof\s){{1,2}}{_MONTH}"
    rf"(?:\s|-|,|\sdel?\s){{1,2}}{_YEAR}(?!\d)",
    rf"{_MONTH}\s{{0,2}}{_DAY}(?:st|nd|rd|th)?(?:\s?,\s?|\s|\sdel?\s){_YEAR}(?!\d)",
    rf"{_MONTH}(?:\s|,\s?|-|\sdel?\s){_YEAR}(?!\d)",
)
_ANY = tuple(re.compile(rf"(?<![\w/.]){form}", re.IGNORECASE) for form in _FORMS)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")


def first_day(text: str) -> tuple[date, int] | None:
    """The first date in a text, and where it begins; None where there is none."""
    found = []
    for form in _ANY:
        for match in form.finditer(text):
            day = _day(match)
            if day is not None:
                found.append((match.start(), -match.end(), day))
                break
    return (min(found)[2], min(found)[0]) if found else None


def read_day(value: str) -> date | None:
    """The date that a value of an attribute or a header is, or None where it is no date."""
    text = " ".join(value[:LONGEST].split())
    compact = _COMPACT.fullmatch(text)
    if compact:
        return _made(compact[1], compact[2], compact[3])
    header = _header_day(text)
    if header is not None:
        return header
    found = first_day(text)
    return found[0] if found and found[1] == 0 else None


def _header_day(text: str) -> date | None:
    """The date of an HTTP header (RFC 9110 5.6.7), as email has it."""
    if ":" not in text or not text[:3].isalpha():
        return None
    try:
        parsed = parsedate(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return _made(*map(str, parsed[:3])) if parsed else None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year = parts["y"] or _century(parts.get("yy") or "")
    if parts.get("name"):
        return _made(year, str(_NAMES[parts["name"].lower()]), parts.get("d") or "1")
    month, day = parts["m"], parts["d"]
    if int(month) > 12 and not match[0].startswith(year):
        month, day = day, month
    return _made(year, month, day)


def _century(short: str) -> str:
    """Two digits of a year, as POSIX reads them: 69 to 99 are of the last century."""
    return ("19" if int(short) > 68 else "20") + short


def _made(year: str, month: str, day: str) -> date | None:
    try:
        made = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return made if FIRST_YEAR <= made.year <= LAST_YEAR else None
