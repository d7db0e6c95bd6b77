"""How often each of the five outcomes was met."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from ideaaudit.models import Outcome

ORDER = (
    Outcome.FAILED,
    Outcome.CANT_TELL,
    Outcome.PASSED,
    Outcome.INAPPLICABLE,
    Outcome.UNTESTED,
)
JUDGED = ORDER[:3]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts per outcome, in the order in which a report names them."""

    failed: int = 0
    cant_tell: int = 0
    passed: int = 0
    inapplicable: int = 0
    untested: int = 0

    @classmethod
    def of(cls, counts: Mapping[Outcome, int]) -> Self:
        """From counts by outcome; an outcome that is missing was met 0 times."""
        return cls(*(counts.get(outcome, 0) for outcome in ORDER))

    @classmethod
    def each(cls, outcomes: Iterable[Outcome]) -> Self:
        """From single outcomes, one by one."""
        met = tuple(outcomes)
        return cls(*(met.count(outcome) for outcome in ORDER))

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(a + b for a, b in zip(self.counts, other.counts, strict=True)))

    @property
    def counts(self) -> tuple[int, ...]:
        return (self.failed, self.cant_tell, self.passed, self.inapplicable, self.untested)

    @property
    def parts(self) -> tuple[tuple[Outcome, int], ...]:
        """Every outcome with its count, in order."""
        return tuple(zip(ORDER, self.counts, strict=True))

    @property
    def total(self) -> int:
        return sum(self.counts)

    @property
    def judged(self) -> int:
        """Those about which something was concluded: the denominator of a rate."""
        return self.failed + self.cant_tell + self.passed


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum; nothing sums to nothing."""
    return sum(tallies, Tally())
