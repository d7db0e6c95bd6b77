"""A whole run judged again: observations in, verdicts out, page by page and site by site."""

import gc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from audits.catalogue import catalogue, load_checks
from audits.check import Check, Judgement, SiteView
from audits.evaluate import (
    Judged,
    judge_agency,
    judge_among,
    judge_pages,
    judge_site,
)
from audits.facts.latest import FEW, forget
from audits.facts.summary import site_summary
from audits.unanimous import Unanimous
from ideaaudit.models import (
    Catalogue,
    Concluded,
    Coverage,
    Gap,
    Level,
    LostUrl,
    Measure,
    Outcome,
    PageObservation,
    PageSummary,
    SiteObservation,
    SiteSummary,
    Target,
    Verdict,
)

Counts = dict[str, dict[Outcome, int]]
# Pages whose conclusions are stored in one transaction; a kill in between costs these alone.
_AT_ONCE = 50
# Characters of HTML of the pages that are judged together, but for the last of them.
_MUCH = 300_000
# A page makes tens of thousands of objects, and few of them in circles: Python looks for those
# after so many, and not after 700.
_NEW_OBJECTS = 20_000
# What a report lists one by one; the rest stands in the counts.
_LISTED = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED)


class Memory(Protocol):
    """The part of a stored run that judging reads and writes."""

    def targets(self) -> tuple[Target, ...]: ...
    def observation(self, key: str, /) -> SiteObservation | None: ...
    def coverage(self, key: str, /) -> Coverage: ...
    def site_gap(self, key: str, /) -> Gap | None: ...
    def lost_urls(self, key: str, /) -> tuple[LostUrl, ...]: ...
    def page_observations(self, key: str, /) -> Iterator[PageObservation]: ...
    def clear_verdicts(self) -> None: ...
    def save_catalogue(self, one: Catalogue, /) -> None: ...
    def write_pages(self, key: str, pages: Sequence[Concluded], /) -> None: ...
    def write_site(
        self,
        key: str,
        verdicts: Iterable[Verdict],
        measures: Iterable[Measure],
        counts: Counts,
        /,
    ) -> None: ...
    def write_agency(self, name: str, verdicts: Iterable[Verdict], counts: Counts, /) -> None: ...


def judge_run(
    memory: Memory,
    checks: Sequence[Check] | None = None,
    progress: Callable[[str], None] = lambda _site: None,
) -> None:
    """Judges every site and agency of a run, and writes what was concluded.

    Args:
        checks: those of the catalogue where none are given.
        progress: told each site's key when it is judged.
    """
    checks = tuple(load_checks().values()) if checks is None else tuple(checks)
    gc.collect()
    gc.freeze()  # what is here already stays; looking it over again and again takes a while
    before = gc.get_threshold()
    gc.set_threshold(_NEW_OBJECTS, *before[1:])
    try:
        _judge_all(memory, checks, progress)
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _judge_all(memory: Memory, checks: tuple[Check, ...], progress: Callable[[str], None]) -> None:
    memory.save_catalogue(catalogue())
    memory.clear_verdicts()
    agencies: dict[str, list[SiteSummary]] = defaultdict(list)
    for target in memory.targets():
        if not target.excluded:
            agencies[target.agency].append(_judge_site(memory, target, checks))
            progress(target.site)
    for agency in sorted(agencies):
        verdicts = judge_agency(agency, tuple(agencies[agency]), checks)
        memory.write_agency(agency, _listed(verdicts), _counted(verdicts))


def _judge_site(memory: Memory, target: Target, checks: tuple[Check, ...]) -> SiteSummary:
    """Judges one site; only the summaries of its pages are held at once."""
    site = target.site
    judged = _Tallied(memory, site, Unanimous(checks))
    for pages in some_at_a_time(memory.page_observations(site)):
        for one in judge_pages(pages, checks):
            judged.add(one)
        forget()
    judged.write()
    judged.count_held()
    if not judged.summaries:
        # Nothing was seen: each page check is untested once, for the page that the walk began at.
        judged.tally.update((c.id, Outcome.UNTESTED) for c in checks if c.card.level is Level.PAGE)
    observation = memory.observation(site) or SiteObservation(site, "")
    view = SiteView(
        target=target,
        observation=observation,
        pages=tuple(judged.summaries),
        complete=memory.coverage(site).complete,
        lost=memory.lost_urls(site),
        failed=judged.failed,
    )
    for summary in view.pages:
        unjudged = judged.unjudged.get(summary.url, {})
        judged.add_among(summary.url, *judge_among(summary, view, checks, unjudged))
    judged.write()
    judged.settle()
    verdicts, measures = judge_site(view, checks, memory.site_gap(site))
    judged.tally.update((verdict.check, verdict.outcome) for verdict in verdicts)
    memory.write_site(site, _listed(verdicts), measures, _counts(judged.tally))
    return site_summary(view)


def some_at_a_time(pages: Iterable[PageObservation]) -> Iterator[list[PageObservation]]:
    """Pages that are judged together: a few, and of large ones fewer, so that memory is bounded."""
    some: list[PageObservation] = []
    size = 0
    for page in pages:
        some.append(page)
        size += len(page.html or "")
        if len(some) == FEW or size > _MUCH:
            yield some
            some, size = [], 0
    if some:
        yield some


class _Tallied:
    """The pages of one site as they are judged: stored some at a time; what later checks need."""

    def __init__(self, memory: Memory, site: str, unanimous: Unanimous) -> None:
        self._memory = memory
        self._site = site
        self._unanimous = unanimous
        self.summaries: list[PageSummary] = []
        self.tally: Counter[tuple[str, Outcome]] = Counter()
        self.failed: dict[str, frozenset[str]] = {}
        self.unjudged: dict[str, Mapping[str, Judgement]] = {}
        self._among: dict[str, frozenset[str]] = {}
        self._unwritten: list[Concluded] = []

    def add(self, judged: Judged) -> None:
        summary = judged.summary
        verdicts = self._unanimous.sift(summary.url, judged.verdicts)
        outcomes, listed = _outcomes(verdicts), _listed(verdicts)
        self._keep(Concluded(summary.url, outcomes, listed, judged.measures, summary))
        self.tally.update(outcomes)
        self.summaries.append(summary)
        self._note_failed(summary.url, outcomes)
        self.unjudged |= {summary.url: judged.unjudged} if judged.unjudged else {}

    def add_among(
        self, url: str, verdicts: tuple[Verdict, ...], measures: tuple[Measure, ...]
    ) -> None:
        verdicts = (*self._unanimous.settled(url), *verdicts)
        outcomes = _outcomes(verdicts)
        self.tally.update(outcomes)
        self._keep(Concluded(url, outcomes, _listed(verdicts), measures))
        self._among[url] = frozenset(c for c, outcome in outcomes if outcome is Outcome.FAILED)

    def _keep(self, one: Concluded) -> None:
        self._unwritten.append(one)
        if len(self._unwritten) >= _AT_ONCE:
            self.write()

    def write(self) -> None:
        """Stores what was not stored yet."""
        self._memory.write_pages(self._site, self._unwritten)
        self._unwritten.clear()

    def count_held(self) -> None:
        """Once every page is judged: what unanimous checks failed is known."""
        for summary in self.summaries:
            self._note_failed(summary.url, _outcomes(self._unanimous.settled(summary.url)))

    def _note_failed(self, url: str, outcomes: tuple[tuple[str, Outcome], ...]) -> None:
        failed = frozenset(check for check, outcome in outcomes if outcome is Outcome.FAILED)
        if failed:
            self.failed[url] = self.failed.get(url, frozenset()) | failed

    def settle(self) -> None:
        """Lets site checks see what failed among all pages, once every page is judged."""
        for url, failed in self._among.items():
            if failed:
                self.failed[url] = self.failed.get(url, frozenset()) | failed


def _outcomes(verdicts: Iterable[Verdict]) -> tuple[tuple[str, Outcome], ...]:
    return tuple((verdict.check, verdict.outcome) for verdict in verdicts)


def _listed(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    return tuple(verdict for verdict in verdicts if verdict.outcome in _LISTED)


def _counted(verdicts: Iterable[Verdict]) -> Counts:
    return _counts(Counter((verdict.check, verdict.outcome) for verdict in verdicts))


def _counts(tally: Counter[tuple[str, Outcome]]) -> Counts:
    counts: Counts = {}
    for (check, outcome), number in sorted(tally.items()):
        counts.setdefault(check, dict.fromkeys(Outcome, 0))[outcome] = number
    return counts
