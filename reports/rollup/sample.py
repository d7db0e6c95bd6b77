"""From the sample to the site: how many of all pages fail a check, at least and at most.

Pages that were chosen are counted as they are. The pages drawn at random speak for all that
could have been drawn: by the exact interval of `reports.rollup.rate`. Whatever was not seen and
could not have been drawn may have failed or not.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ideaaudit.models import BY_CHANCE, Cause, Outcome, PageClass, PageRow, PageState
from ideaaudit.structure import UNWRITTEN
from reports.rollup.rate import Interval, failing
from reports.rollup.tally import JUDGED

FIRST_ERROR = 400


@dataclass(slots=True)
class Part:
    """Pages that are counted alike: how many, and per check how many failed and were not judged."""

    pages: int = 0
    failed: Counter[str] = field(default_factory=Counter)
    judged: Counter[str] = field(default_factory=Counter)

    def add(self, row: PageRow) -> None:
        self.pages += 1
        for check, outcome in row.outcomes:
            self.judged[check] += outcome is not Outcome.UNTESTED
            self.failed[check] += outcome is Outcome.FAILED

    def unjudged(self, check: str) -> int:
        """How many may have failed or not."""
        return self.pages - self.judged[check]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A page of the sample: why it is in it, and whether a browser showed it."""

    url: str
    title: str
    why: str
    rendered: bool
    template: str

    @property
    def structure(self) -> str:
        """Its template, in a phrase."""
        if self.template.startswith(UNWRITTEN):
            return "Served alike, for scripts write the page"
        return f"Template {self.template[:6]}"


@dataclass(slots=True)
class Sample:
    """The pages of a site by how they speak for it.

    Attributes:
        apart: chosen, or found too late to be drawn: each speaks for itself.
        drawn: drawn at random, rendered or not.
        rest: those that could have been drawn, and were not.
        chosen: the pages to render, in order of URL.
        templates, shown: pages by template, and those of them that were rendered.
        of_files: checks that judge documents too, of which no sample speaks.
    """

    apart: Part = field(default_factory=Part)
    drawn: Part = field(default_factory=Part)
    rest: Part = field(default_factory=Part)
    chosen: list[Chosen] = field(default_factory=list)
    templates: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    of_files: set[str] = field(default_factory=set)
    _apart: set[str] = field(default_factory=set)
    _drawn: set[str] = field(default_factory=set)

    @property
    def total(self) -> int:
        """All pages that could have been rendered."""
        return self.apart.pages + self.drawn.pages + self.rest.pages

    @property
    def picked(self) -> int:
        """Pages in the sample for what they are, not by chance."""
        return len(self.chosen) - self.drawn.pages

    @property
    def frame(self) -> int:
        """Pages that could have been drawn at random."""
        return self.drawn.pages + self.rest.pages

    @property
    def each(self) -> float:
        """For how many pages a page drawn at random stands; 0 where none was."""
        return self.frame / self.drawn.pages if self.drawn.pages else 0.0

    def interval(self, check: str) -> Interval | None:
        """How many of all pages fail a check of pages; None where that is not known.

        Checks of what was served judge the rest too: then nothing is left to estimate. What was
        drawn and not judged counts for the lower bound as passed, and for the upper as failed.
        """
        if not self.total or check in self.of_files:
            return None
        parts = (self.apart, self.drawn, self.rest)
        return self._interval(check, *(part.failed[check] for part in parts))

    def interval_of(self, cause: Cause) -> Interval | None:
        """How many of all pages have a cause of failure; None where that is not known."""
        if self.interval(cause.check) is None or cause.pages > len(cause.urls):
            return None
        drawn, apart = (
            sum(url in urls for url in cause.urls) for urls in (self._drawn, self._apart)
        )
        return self._interval(cause.check, apart, drawn, cause.pages - apart - drawn)

    def _interval(self, check: str, apart: int, drawn: int, rest: int) -> Interval:
        """From so many failures in each part; whatever was not judged may have failed."""
        low, high = apart, apart + self.apart.unjudged(check)
        few, many = drawn, drawn + self.drawn.unjudged(check)
        least, most = rest, rest + self.rest.unjudged(check)
        if self.drawn.pages and self.frame > self.drawn.pages:
            fewest = failing(few, self.drawn.pages, self.frame)[0] - few
            greatest = failing(many, self.drawn.pages, self.frame)[1] - many
            # Where what was served tells that chance misled the draw, it is believed.
            if fewest <= most and greatest >= least:
                least, most = max(least, fewest), min(most, greatest)
        found = (low + few + least, high + many + most)
        return Interval(*found, self.total, drawn, self.drawn.pages)

    def add(self, row: PageRow) -> None:
        """Sorts one page in."""
        if row.sampled_as == BY_CHANCE:
            self.drawn.add(row)
            self._drawn.add(row.url)
        elif row.sampled_as or not row.draw:
            self.apart.add(row)
            self._apart.add(row.url)
        else:
            self.rest.add(row)
        self.templates[row.template] += 1
        self.shown[row.template] += row.rendered
        if row.sampled_as:
            one = Chosen(row.url, row.title, row.sampled_as, row.rendered, row.template)
            self.chosen.append(one)


def sampled(rows: Iterable[PageRow]) -> Sample:
    """The pages of one site, sorted into the parts of its sample."""
    sample = Sample()
    for row in rows:
        if row.state is not PageState.WALKED:
            continue
        if row.page_class is PageClass.DOCUMENT:
            sample.of_files.update(name for name, outcome in row.outcomes if outcome in JUDGED)
        elif (row.status or 200) < FIRST_ERROR:
            sample.add(row)
    return sample
