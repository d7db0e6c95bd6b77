"""A rate and its interval: numerator, denominator, and what was left out of it."""

from dataclasses import dataclass
from math import sqrt

Z95 = 1.959964


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many were left out of a rate, and why (a `Reason`'s value, or an outcome's)."""

    reason: str
    count: int
    example: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """Between which shares the pages that were not rendered fail, at 95 percent.

    Attributes:
        hits, sample: failures among the random pages judged: the interval's only source.
        low, high: shares between 0 and 1.
    """

    hits: int
    sample: int
    low: float
    high: float

    @property
    def text(self) -> str:
        """For example "between 4% and 31%"."""
        return f"between {share(self.low)} and {share(self.high)}"


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


def wilson(hits: int, sample: int) -> Interval | None:
    """Wilson's score interval (1927) at 95 percent; None for an empty sample.

    It stays inside 0 to 1 and is honest for small samples and for no hits at all.
    """
    if not sample:
        return None
    p, z2 = hits / sample, Z95 * Z95
    middle = (p + z2 / (2 * sample)) / (1 + z2 / sample)
    spread = Z95 * sqrt(p * (1 - p) / sample + z2 / (4 * sample * sample)) / (1 + z2 / sample)
    low = 0.0 if hits == 0 else max(0.0, middle - spread)
    high = 1.0 if hits == sample else min(1.0, middle + spread)
    return Interval(hits, sample, low, high)
