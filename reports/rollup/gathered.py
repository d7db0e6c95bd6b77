"""One pass over a site's verdicts: what counts cannot say, and no more than a report shows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ideaaudit.models import Evidence, Level, Outcome, Verdict
from reports.rollup.rate import LeftOut

PLACES = 10
DOUBTS = 5


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a machine could not tell, on how many pages, and one of them."""

    summary: str
    pages: int
    url: str


@dataclass(slots=True)
class Gathered:
    """What a site's verdicts say in words.

    Attributes:
        summaries: check id to its sentence about the site (or agency) as a whole.
        untested: (check, reason) to how often, and one sentence that explains it.
        doubts: check id to each sentence on why it could not tell, with its pages and the first.
        places: cause id to at most ten places where it can be seen, from different pages first.
    """

    summaries: dict[str, str] = field(default_factory=dict)
    untested: Counter[tuple[str, str]] = field(default_factory=Counter)
    explained: dict[tuple[str, str], str] = field(default_factory=dict)
    doubts: dict[str, dict[str, Doubt]] = field(default_factory=dict)
    places: dict[str, list[Evidence]] = field(default_factory=dict)

    def doubts_of(self, check: str) -> tuple[Doubt, ...]:
        """Why a check could not tell, most frequent sentence first; at most five."""
        found = self.doubts.get(check, {}).values()
        return tuple(sorted(found, key=lambda one: (-one.pages, one.summary))[:DOUBTS])

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
        if verdict.level is Level.PAGE and verdict.outcome is Outcome.CANT_TELL:
            _doubt(gathered.doubts.setdefault(verdict.check, {}), verdict)
        for evidence in verdict.evidence:
            _keep(gathered.places.setdefault(evidence.cause, []), evidence)
    gathered.places.pop("", None)
    return gathered


def _doubt(doubts: dict[str, Doubt], verdict: Verdict) -> None:
    """Sentences are few by design; a check that makes many is cut off at a bound."""
    known = doubts.get(verdict.summary)
    if known or len(doubts) < 10 * DOUBTS:
        pages, url = (known.pages, known.url) if known else (0, verdict.subject)
        doubts[verdict.summary] = Doubt(verdict.summary, pages + 1, url)


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
