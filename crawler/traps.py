"""Where a walk would never end: calendars, combinations of filters, paths that repeat, and one
content under any number of URLs.

Each rule is a pure function: of one URL, or of the set of URLs and pages of a site in the order
of its walk. None is for what the owner names (start, sitemap, required link). The bounds let
large archives through: an item with an id of its own is never a combination, a date with
something behind it is never a calendar, and a path grows to twenty parts.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import unquote_plus, urlsplit

from crawler.observers.content import THIN
from ideaaudit.storage import Found, Read
from ideaaudit.web import URLS_REMEMBERED

OWNER_NAMED = frozenset(("start", "sitemap", "required"))

MOST_PARTS = 20
MOST_REPEATS = 3
MOST_VALUES = 12

FIRST_YEAR = 1990
MONTHS_AHEAD = 24
DAYS_BACK = 3 * 366
DAYS_AHEAD = 366
CALENDAR = re.compile(
    r"(?<![a-z])(?:calendars?|events?|schedules?|months?|weeks?|days?|dates?|agendas?)(?![a-z])",
    re.IGNORECASE,
)
DATE_NAMES = frozenset(("begin", "d", "dt", "end", "from", "start", "to", "when"))
DATED_VALUE = re.compile(r"((?:19|20|21)\d\d)-?([01]\d)(?:-?([0-3]\d))?(?:T[\d:.]*Z?)?\Z", re.ASCII)
DATED_PATH = re.compile(r"/((?:19|20|21)\d\d)[/-]([01]?\d)(?:[/-]([0-3]?\d))?/?\Z", re.ASCII)

MOST_PAIRS = 500
MOST_COMBINATIONS = 100
OWN_VALUE = 2
INDEX = re.compile(r"\[\d*\]\Z")
VALUES = re.compile(r"[,;|]")

MOST_COPIES = 10
SHARE_OF_COPIES = 0.9


@lru_cache(maxsize=URLS_REMEMBERED)
def trap_of(url: str, today: date) -> str:
    """Why one URL is of a trap, in plain words, or "".

    Args:
        today: the day on which the run began.
    """
    parts = urlsplit(url)
    return _repeating(parts.path, parts.query) or _calendar(parts.path, parts.query, today)


def _repeating(path: str, query: str) -> str:
    steps = [step for step in path.split("/") if step]
    if len(steps) > MOST_PARTS:
        return f"the path has more than {MOST_PARTS} parts"
    if query.count("&") >= MOST_VALUES:
        return f"the query has more than {MOST_VALUES} values"
    if _turns(steps) >= MOST_REPEATS:
        return f"the path repeats itself {MOST_REPEATS} times"
    said = Counter(filter(None, query.split("&")))
    if max(said.values(), default=0) >= MOST_REPEATS:
        return f"the query says the same {MOST_REPEATS} times"
    return ""


def _turns(steps: Sequence[str]) -> int:
    """How often a path goes the same way in a row; numbers alone may well be alike."""
    most = 1
    for length in range(1, len(steps) // MOST_REPEATS + 1):
        run = 0
        for here, ahead in zip(steps, steps[length:], strict=False):
            run = run + 1 if here == ahead and not here.isdecimal() else 0
            most = max(most, run // length + 1)
    return most


def _calendar(path: str, query: str, today: date) -> str:
    shown = _shown(path, query)
    if shown is None:
        return ""
    year, month, day = shown
    if not 1 <= month <= 12 or day > 31:
        return ""
    if day:
        ahead = (date(year, month, 1) - today).days + day
        late, early = ahead > DAYS_AHEAD, ahead < -DAYS_BACK
    else:
        late = (year - today.year) * 12 + month - today.month > MONTHS_AHEAD
        early = year < FIRST_YEAR
    return f"a calendar, turned to {year}-{month:02}" if late or early else ""


def _shown(path: str, query: str) -> tuple[int, int, int] | None:
    """The year, month and day (0 for a whole month) that a view of a calendar shows."""
    values = {name.lower(): value for name, value in _pairs(query)}
    for name, value in values.items():
        dated = DATED_VALUE.match(value)
        named = CALENDAR.search(name) or (name in DATE_NAMES and CALENDAR.search(path))
        if dated and named:
            return int(dated[1]), int(dated[2]), int(dated[3] or 0)
    year, month = values.get("year", ""), values.get("month", values.get("mo", ""))
    if re.fullmatch(r"[12][0-9]{3}", year) and re.fullmatch(r"[0-9]{1,2}", month):
        day = values.get("day", "")
        return int(year), int(month), int(day) if re.fullmatch(r"[0-9]{1,2}", day) else 0
    found = DATED_PATH.search(path)
    if found and CALENDAR.search(path[: found.start()]):
        return int(found[1]), int(found[2]), int(found[3] or 0)
    return None


def _pairs(query: str) -> list[tuple[str, str]]:
    """Each value of a query: of "f[0]=a&f[1]=b,c" three of the name "f"."""
    pairs = []
    for part in query.split("&"):
        name, _, value = unquote_plus(part).partition("=")
        pairs += [(INDEX.sub("", name), one) for one in VALUES.split(value) if one]
    return pairs


@dataclass(frozen=True, slots=True)
class Combined:
    """A URL and the values of its query that vary within its path."""

    found: Found
    values: tuple[tuple[str, str], ...]


def combinations(found: Iterable[Found]) -> dict[str, str]:
    """The waiting URLs that only combine the same filters anew, and why.

    Of one path the first 500 with two filters are let through, and the first 100 with three or
    more; any number where one value is the URL's own, as an id is.
    """
    paths: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        path, _, query = one.url.partition("?")
        if "&" in query or VALUES.search(unquote_plus(query)):
            paths[path].append(one)
    cut: dict[str, str] = {}
    for path, group in paths.items():
        if len(group) > MOST_COMBINATIONS:
            cut |= _too_many(path, group)
    return cut


def _too_many(path: str, group: Sequence[Found]) -> dict[str, str]:
    room = {True: MOST_PAIRS, False: MOST_COMBINATIONS}
    cut = {}
    for one in _varied(group):
        if len(one.values) < 2 or one.found.found_by in OWNER_NAMED:
            continue
        pair = len(one.values) == 2
        room[pair] -= 1
        if room[pair] < 0 and one.found.waiting:
            most = MOST_PAIRS if pair else MOST_COMBINATIONS
            cut[one.found.url] = f"{path} has more than {most} combinations of its filters"
    return cut


def _varied(group: Sequence[Found]) -> Iterator[Combined]:
    """Those without a value of their own, each with its values that not all of them have."""
    asked = [(one, sorted(_pairs(one.url.partition("?")[2]))) for one in group]
    shared = Counter(pair for _, pairs in asked for pair in set(pairs))
    for one, pairs in asked:
        values = tuple(pair for pair in pairs if shared[pair] < len(group))
        if all(shared[pair] > OWN_VALUE for pair in values):
            yield Combined(one, values)


def copies(read: Iterable[Read], found: Iterable[Found]) -> dict[str, str]:
    """The waiting URLs of a path or folder whose URLs all show one content, and why."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for page in read:
        for place in _places(page.url):
            said[place][page.content] += 1
    spoiled = {place for place, keys in said.items() if _is_spoiled(keys)}
    cut = {}
    for one in found if spoiled else ():
        place = next((place for place in _places(one.url) if place in spoiled), "")
        if place and one.waiting and one.found_by not in OWNER_NAMED:
            cut[one.url] = f"{place} showed the same content under {MOST_COPIES} URLs or more"
    return cut


def _places(url: str) -> tuple[str, ...]:
    """Where URLs are alike: the same path with any query, or else a folder, not the root."""
    path, mark, _ = url.partition("?")
    if mark:
        return (f"{path}?",)
    _, *steps = urlsplit(path.rstrip("/")).path.split("/")
    site = path.removesuffix(urlsplit(path).path)
    return tuple("/".join([site, *steps[:n], ""]) for n in range(1, len(steps)))


def _is_spoiled(keys: Counter[str]) -> bool:
    """Whether most pages of a place say the same, and say enough to be sure of it."""
    full = [count for key, count in keys.items() if key and not key.startswith(THIN)]
    most = max(full, default=0)
    return most >= MOST_COPIES and most > SHARE_OF_COPIES * keys.total()


def idle(read: Iterable[Read], found: Sequence[Found]) -> dict[str, str]:
    """The waiting URLs that a parameter alone tells from another, where that parameter changed
    nothing on ten pages of the site or more; and why."""
    said = {page.url: page.content for page in read if not page.content.startswith(THIN)}
    same: dict[str, Counter[bool]] = defaultdict(Counter)
    for url, content in said.items():
        for name, other in _without_each(url):
            if other in said:
                same[name][content == said[other]] += 1
    still = {
        name
        for name, times in same.items()
        if times[True] >= MOST_COPIES and times[True] > SHARE_OF_COPIES * times.total()
    }
    known = {one.url for one in found} if still else set()
    return {
        one.url: f"its parameter {name} changed nothing on {MOST_COPIES} pages or more"
        for one in found
        if one.waiting and one.found_by not in OWNER_NAMED
        for name, other in _without_each(one.url)
        if name in still and other in known
    }


def _without_each(url: str) -> Iterator[tuple[str, str]]:
    """Each name in a query, and the URL without it."""
    path, _, query = url.partition("?")
    pairs = query.split("&") if query else []
    for name in dict.fromkeys(pair.partition("=")[0] for pair in pairs):
        rest = "&".join(pair for pair in pairs if pair.partition("=")[0] != name)
        yield name, f"{path}?{rest}" if rest else path
