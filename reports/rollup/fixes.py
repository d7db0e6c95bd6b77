"""What to fix first: causes in order of how much mending them would matter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import nsmallest
from math import log10

from ideaaudit.models import Card, Cause, Evidence, Level, Outcome, Strength
from reports.rollup.rate import Interval

FIRST = 5
KEPT = 20
_RANK = {strength: rank for rank, strength in enumerate(Strength)}


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing to mend, on one site or on many.

    Attributes:
        reach: pages that mending it helps: those it stands on, or, where the site itself is at
            fault, every page that was walked.
        sites: keys of the sites it stands on, sorted; () for a fault of the agency.
        interval: on how many of all pages of one site it stands, where only a sample was seen.
    """

    card: Card
    cause: str
    outcome: Outcome
    example: Evidence
    pages: int
    places: int
    reach: int
    sites: tuple[str, ...] = ()
    agency: str = ""
    interval: Interval | None = None

    @property
    def name(self) -> str:
        """What is wrong, in a phrase."""
        return self.example.title or self.example.detail or self.card.title

    @property
    def weight(self) -> float:
        """Pages helped; ten places on each of them count double, a hundred threefold."""
        return self.reach * (1 + log10(max(1.0, self.places / max(1, self.pages))))

    @property
    def key(self) -> tuple[int, float, str, str]:
        """Sorts what matters most first: binding force, then weight, then names."""
        return (_RANK[self.card.strength], -self.weight, self.card.id, self.cause)


def fix_of(cause: Cause, card: Card, walked: int, interval: Interval | None = None) -> Fix:
    """A cause as something to mend, on a site of which so many pages were walked."""
    reach = max(cause.pages, walked) if card.level is Level.SITE else cause.pages
    return Fix(
        card,
        cause.id,
        cause.outcome,
        cause.example,
        cause.pages,
        cause.places,
        reach,
        (cause.site,) if cause.site else (),
        interval=interval if card.level is Level.PAGE and interval and not interval.exact else None,
    )


def ranked(fixes: Iterable[Fix], most: int | None = None) -> tuple[Fix, ...]:
    """Failures only, those that matter most first, at most so many; each place once."""
    failed = _once(fix for fix in fixes if fix.outcome is Outcome.FAILED)
    order = sorted(failed, key=_key) if most is None else nsmallest(most, failed, key=_key)
    return tuple(order)


def _once(fixes: Iterable[Fix]) -> Iterator[Fix]:
    """Without those that only sum up others, and with what one rule of a tool found in one place
    only once, though several checks show it."""
    seen: set[tuple[object, ...]] = set()
    for fix in fixes:
        one = fix.example
        key = (fix.sites, fix.agency, one.rule, one.path, one.datum)
        if not fix.card.sums and not (one.rule and key in seen):
            seen.add(key)
            yield fix


def merged(fixes: Iterable[Fix]) -> Iterator[Fix]:
    """The same cause on several sites as one fix, in the order of first sight."""
    found: dict[tuple[str, str, Outcome], Fix] = {}
    for fix in fixes:
        key = (fix.card.id, fix.cause, fix.outcome)
        found[key] = _joined(found[key], fix) if key in found else fix
    return iter(found.values())


def _joined(one: Fix, other: Fix) -> Fix:
    return replace(
        one,
        pages=one.pages + other.pages,
        places=one.places + other.places,
        reach=one.reach + other.reach,
        sites=tuple(sorted({*one.sites, *other.sites})),
        interval=None,
    )


def _key(fix: Fix) -> tuple[int, float, str, str]:
    return fix.key
