"""What the random part of a sample says about the pages that were not rendered."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ideaaudit.models import Outcome, PageRow
from reports.rollup.rate import Interval, wilson
from reports.rollup.tally import JUDGED

RANDOM = "random"


@dataclass(slots=True)
class Sample:
    """Failures and judged pages per check, among the pages chosen at random and rendered."""

    hits: Counter[str] = field(default_factory=Counter)
    judged: Counter[str] = field(default_factory=Counter)

    def interval(self, check: str) -> Interval | None:
        """Between which shares the rest of the pages fail; None without random pages."""
        return wilson(self.hits[check], self.judged[check])


def sampled(rows: Iterable[PageRow]) -> Sample:
    """Count the random pages alone: the others were chosen, and would bend the estimate."""
    sample = Sample()
    for row in rows:
        if not (row.rendered and row.sampled_as.startswith(RANDOM)):
            continue
        for check, outcome in row.outcomes:
            sample.judged[check] += outcome in JUDGED
            sample.hits[check] += outcome is Outcome.FAILED
    return sample
