"""One pass over a site's verdicts: what counts cannot say, and no more than a report shows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ideaaudit.models import Evidence, Level, Outcome, Verdict
from reports.rollup.rate import LeftOut

PLACES = 10


@dataclass(slots=True)
class Gathered:
    """What a site's verdicts say in words.

    Attributes:
        summaries: check id to its sentence about the site (or agency) as a whole.
        untested: (check, reason) to how often, and one sentence that explains it.
        places: cause id to at most ten places where it can be seen, from different pages first.
    """

    summaries: dict[str, str] = field(default_factory=dict)
    untested: Counter[tuple[str, str]] = field(default_factory=Counter)
    explained: dict[tuple[str, str], str] = field(default_factory=dict)
    places: dict[str, list[Evidence]] = field(default_factory=dict)

    def left_out(self, check: str) -> tuple[LeftOut, ...]:
        """Why a check was not answered, most frequent reason first."""
        found = [
            LeftOut(reason, count, self.explained[check, reason])
            for (name, reason), count in self.untested.items()
            if name == check
        ]
        return tuple(sorted(found, key=lambda out: (-out.count, out.reason)))


def gather(verdicts: Iterable[Verdict]) -> Gathered:
    """Read a stream of verdicts once, keeping a bounded part of each."""
    gathered = Gathered()
    for verdict in verdicts:
        if verdict.level is not Level.PAGE:
            gathered.summaries[verdict.check] = verdict.summary
        if verdict.outcome is Outcome.UNTESTED:
            key = (verdict.check, verdict.reason)
            gathered.untested[key] += 1
            gathered.explained.setdefault(key, verdict.summary)
        for evidence in verdict.evidence:
            _keep(gathered.places.setdefault(evidence.cause, []), evidence)
    gathered.places.pop("", None)
    return gathered


def _keep(places: list[Evidence], evidence: Evidence) -> None:
    """A place on a page that is not shown yet is worth more than a second one on the same."""
    if len(places) < PLACES:
        places.append(evidence)
        return
    shown = Counter(place.url for place in places)
    if evidence.url in shown:
        return
    twice = next((i for i in reversed(range(PLACES)) if shown[places[i].url] > 1), None)
    if twice is not None:
        places[twice] = evidence
