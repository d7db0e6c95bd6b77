"""Up to which day the figures of a page reach, by the fiscal years and quarters that it names.

The federal fiscal year begins on October 1 of the year before.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from audits.facts.days import first_day

_YEAR = r"(?:fy|fiscal year|f\.y\.|a[ñn]o fiscal)[\s'’_-]{0,2}(20\d\d|\d\d)(?!\d)"
_QUARTER = (
    r"(?:(1st|2nd|3rd|4th|first|second|third|fourth)\s(?:quarter|qtr)"
    r"|q(?:uarter|tr)?\.?\s?([1-4])(?!\d))"
)
_BOTH = re.compile(rf"\b{_QUARTER}.{{0,30}}?\b{_YEAR}")
_TURNED = re.compile(rf"\b{_YEAR}.{{0,20}}?\b{_QUARTER}")
_ALONE = re.compile(rf"\b{_YEAR}")
_AS_OF = re.compile(r"\b(?:as of|through|ending|ended|thru)\b\s(.{6,40})")
_ORDER = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4}
_ENDS = {1: (12, 31), 2: (3, 31), 3: (6, 30), 4: (9, 30)}
_READ = 100_000
_FAR = 366


def reaches_to(text: str, seen: date) -> date | None:
    """The last day of the newest period that the text names and that has begun, at most the day
    of the visit; None where it names none.

    Args:
        text: in lower case, with single spaces.
    """
    ends = [min(end, seen) for end in _ends(text[:_READ]) if end <= seen + timedelta(days=_FAR)]
    return max(ends, default=None)


def _ends(text: str) -> Iterator[date]:
    taken: list[tuple[int, int]] = []
    for match in _BOTH.finditer(text):
        taken.append(match.span())
        yield _end(match[3], _ORDER.get(match[1] or "", int(match[2] or 0)))
    for match in _TURNED.finditer(text):
        taken.append(match.span())
        yield _end(match[1], _ORDER.get(match[2] or "", int(match[3] or 0)))
    ends = {end for _, end in taken} | {start for start, _ in taken}
    for match in _ALONE.finditer(text):
        if match.end() not in ends and match.start() not in ends:
            yield _end(match[1], 4)
    for match in _AS_OF.finditer(text):
        found = first_day(match[1])
        if found is not None:
            yield found[0]


def _end(year: str, quarter: int) -> date:
    month, day = _ENDS[quarter]
    full = int(year) if len(year) == 4 else 2000 + int(year)
    return date(full - 1 if quarter == 1 else full, month, day)
