"""A tally drawn to scale: the parts of a bar, in hundredths of its length."""

from dataclasses import dataclass

from ideaaudit.models import Outcome
from reports.rollup.tally import Tally

LENGTH = 100.0
GAP = 0.6
LEAST = 1.5


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a bar: where it starts and how long it is."""

    outcome: Outcome
    start: str
    length: str


def bar(tally: Tally) -> tuple[Segment, ...]:
    """Segments in the order of the outcomes; the smallest part that is there can be seen."""
    met = [(outcome, count) for outcome, count in tally.parts if count]
    if not met:
        return ()
    room = LENGTH - GAP * (len(met) - 1)
    lengths = [max(LEAST, room * count / tally.total) for _, count in met]
    scale = room / sum(lengths)
    segments, start = [], 0.0
    for (outcome, _), length in zip(met, lengths, strict=True):
        segments.append(Segment(outcome, f"{start:.2f}", f"{length * scale:.2f}"))
        start += length * scale + GAP
    return tuple(segments)
