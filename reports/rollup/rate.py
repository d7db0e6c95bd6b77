"""A rate and its interval: numerator, denominator, and what was left out of it."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, exp, floor, lgamma

# On each side: what lies beyond an interval at 95 percent.
TAIL = 0.025
# Below so many percent of width, percentages are too coarse, and pages are named.
FEW_PERCENT = 3


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many were left out of a rate, and why (a `Reason`'s value, or an outcome's)."""

    reason: str
    count: int
    example: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """How many of a site's pages fail, at least and at most, at 95 percent.

    Attributes:
        low, high: pages.
        total: pages that could have been seen.
        hits, drawn: failures among the pages drawn at random, and how many were drawn.
    """

    low: int
    high: int
    total: int
    hits: int
    drawn: int

    @property
    def exact(self) -> bool:
        """Whether nothing was left to estimate."""
        return self.low == self.high

    @property
    def text(self) -> str:
        """For example "between 71% and 83% of 4,812 pages"; rounded outward, never inward."""
        pages = f"{self.total:,} page{'s' * (self.total != 1)}"
        if self.exact:
            return f"{self.low:,} of {pages}"
        low, high = floor(100 * self.low / self.total), ceil(100 * self.high / self.total)
        if high - low < FEW_PERCENT or (self.low and not low):
            return f"between {self.low:,} and {self.high:,} of {pages}"
        return f"between {low}% and {high}% of {pages}"


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many, and what the denominator leaves out."""

    numerator: int
    denominator: int
    left_out: tuple[LeftOut, ...] = ()

    @property
    def share(self) -> str:
        """In percent, or "" where there is nothing to divide by."""
        return share(self.numerator / self.denominator) if self.denominator else ""


def share(value: float) -> str:
    """A share in percent; only what is exactly none or all reads 0% or 100%."""
    percent = round(value * 100)
    if percent == 0 and value > 0:
        return "under 1%"
    if percent == 100 and value < 1:
        return "over 99%"
    return f"{percent}%"


@lru_cache(maxsize=10_000)
def failing(hits: int, drawn: int, total: int) -> tuple[int, int]:
    """How many of `total` pages fail, at least and at most, where `hits` of `drawn` do that were
    drawn at random without replacement.

    Every number is left out under which as few hits, or as many, had a chance of 2.5 percent at
    most: so the truth is inside at least 95 times in 100, whatever it is (Clopper and Pearson
    1934, with the hypergeometric distribution: Buonaccorsi 1987).
    """
    most = total - (drawn - hits)
    numbers = range(hits, most + 1)
    low = bisect_left(numbers, True, key=lambda n: _at_least(hits, n, drawn, total) > TAIL)
    high = bisect_left(numbers, True, key=lambda n: _at_most(hits, n, drawn, total) <= TAIL)
    return hits + low, min(most, hits + high - 1)


def _at_most(hits: int, failing: int, drawn: int, total: int) -> float:
    """The chance of so few hits, or fewer."""
    return sum(_chance(x, failing, drawn, total) for x in range(hits + 1))


def _at_least(hits: int, failing: int, drawn: int, total: int) -> float:
    return _at_most(drawn - hits, total - failing, drawn, total)


def _chance(hits: int, failing: int, drawn: int, total: int) -> float:
    """The hypergeometric probability of so many hits."""
    if hits > failing or drawn - hits > total - failing:
        return 0.0
    ways = _log_ways(failing, hits) + _log_ways(total - failing, drawn - hits)
    return exp(ways - _log_ways(total, drawn))


def _log_ways(among: int, chosen: int) -> float:
    return lgamma(among + 1) - lgamma(chosen + 1) - lgamma(among - chosen + 1)
