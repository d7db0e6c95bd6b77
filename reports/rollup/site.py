"""One site: its checks, where its heads stand, and what to fix first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ideaaudit.models import (
    Automation,
    Card,
    Catalogue,
    Coverage,
    Gap,
    Head,
    Level,
    Outcome,
    Reason,
    Strength,
    Target,
)
from reports.rollup.fixes import KEPT, Fix, fix_of, merged, ranked
from reports.rollup.gathered import Doubt, Gathered, gather
from reports.rollup.rate import Interval, LeftOut, Rate
from reports.rollup.sample import Sample, sampled
from reports.rollup.standing import head_standing, worst
from reports.rollup.tally import Tally
from reports.source import Source


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check about one site or agency: pages counted, or the unit itself.

    Attributes:
        tally: outcomes of its pages; for a check of the whole, its one outcome.
        summary: for a check of the whole, the sentence that says why.
        untested: why it was not answered, where it was not.
        doubts: why a machine could not tell, on pages.
        interval: how many of all pages fail, for a check of pages; None where none was judged.
    """

    card: Card
    outcome: Outcome
    tally: Tally
    summary: str = ""
    untested: tuple[LeftOut, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    interval: Interval | None = None

    @property
    def rate(self) -> Rate:
        """Failed of judged; what did not apply and what was not seen is left out."""
        apart = LeftOut("inapplicable", self.tally.inapplicable)
        return Rate(
            self.tally.failed,
            self.tally.judged,
            (*((apart,) if apart.count else ()), *self.untested),
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one head stands on one unit.

    Attributes:
        results: what machines judged, in the catalogue's order.
        questions: what only a person can answer; they count as untested until one does.
    """

    head: Head
    outcome: Outcome
    results: tuple[CheckResult, ...]
    questions: tuple[CheckResult, ...]

    @property
    def tally(self) -> Tally:
        """Each check once, questions among them."""
        return Tally.each(result.outcome for result in (*self.results, *self.questions))

    @property
    def silent(self) -> bool:
        """Whether something was judged, and nothing of it binds."""
        return self.outcome is Outcome.UNTESTED and self.tally.judged > 0

    @property
    def unsigned(self) -> bool:
        """Whether no machine found anything open, and yet none may say that it passed."""
        clean = not self.tally.failed and not self.tally.cant_tell
        return self.outcome is Outcome.CANT_TELL and clean

    @property
    def open_questions(self) -> int:
        return sum(result.outcome is Outcome.UNTESTED for result in self.questions)


@dataclass(frozen=True, slots=True)
class SiteRollup:
    """One site, counted.

    Attributes:
        gap: why the whole site could not be audited, or None where it was.
        standings: the heads in the law's order.
        strengths: outcomes of its checks by how binding they are, strongest first.
        fixes: what matters most first; at most twenty of `causes` causes.
        sample: which pages were rendered, and how they speak for the rest.
    """

    target: Target
    gap: Gap | None
    coverage: Coverage
    standings: tuple[Standing, ...]
    strengths: tuple[tuple[Strength, Tally], ...]
    fixes: tuple[Fix, ...]
    causes: int
    sample: Sample

    @property
    def audited(self) -> bool:
        return self.gap is None

    @property
    def tally(self) -> Tally:
        """Each check once."""
        return sum((standing.tally for standing in self.standings), Tally())


def roll_site(source: Source, target: Target, catalogue: Catalogue) -> tuple[SiteRollup, Gathered]:
    """Count one site of a stored run; what its verdicts say in words comes beside it."""
    coverage = source.coverage(target.site)
    gathered = gather(source.verdicts(site=target.site))
    gap = _gap(source, target)
    sample = sampled(source.pages(target.site))
    results = site_results(
        catalogue,
        source.counts(site=target.site),
        gathered,
        sample,
        str(gap.reason) if gap else "no-page",
    )
    cards = {card.id: card for card in catalogue.cards}
    causes = [
        fix_of(cause, cards[cause.check], coverage.walked, sample.interval_of(cause))
        for cause in source.causes(target.site)
        if cause.check in cards and cause.outcome is Outcome.FAILED
    ]
    rollup = SiteRollup(
        target,
        gap,
        coverage,
        stand(catalogue, results),
        by_strength(results),
        ranked(merged(causes), KEPT),
        len(causes),
        sample,
    )
    return rollup, gathered


def site_results(
    catalogue: Catalogue,
    counts: Mapping[str, Mapping[Outcome, int]],
    gathered: Gathered,
    sample: Sample,
    unseen: str = "no-page",
) -> tuple[CheckResult, ...]:
    """What each check of pages and of the site came to; agency checks are not among them.

    `unseen` is the reason for what no verdict explains: that of the site as a whole.
    """
    return tuple(
        check_result(card, counts.get(card.id, {}), gathered, sample, unseen)
        for card in catalogue.cards
        if card.level is not Level.AGENCY
    )


def check_result(
    card: Card,
    counts: Mapping[Outcome, int],
    gathered: Gathered,
    sample: Sample,
    unseen: str = "no-page",
) -> CheckResult:
    """One check; one that was never asked is untested, for silence is not a pass."""
    tally = Tally.of(counts)
    tally = tally if tally.total else Tally(untested=1)
    untested = gathered.left_out(card.id)
    silent = tally.untested - sum(out.count for out in untested)
    if silent > 0:
        manual = card.automation is Automation.MANUAL
        untested = (*untested, LeftOut("manual" if manual else unseen, silent))
    of_pages = card.level is Level.PAGE and tally.judged
    return CheckResult(
        card,
        worst(tally),
        tally,
        gathered.summaries.get(card.id, ""),
        untested,
        gathered.doubts_of(card.id),
        sample.interval(card.id) if of_pages else None,
    )


def stand(catalogue: Catalogue, results: Iterable[CheckResult]) -> tuple[Standing, ...]:
    """Where every head stands, in the law's order; one without checks is untested."""
    known = tuple(results)
    return tuple(
        _stand(
            head,
            [one for one in known if one.card.head == head.id],
            [card for card in catalogue.cards if card.head == head.id],
        )
        for head in catalogue.heads
    )


def _stand(head: Head, results: list[CheckResult], cards: list[Card]) -> Standing:
    manual = tuple(one for one in results if one.card.automation is Automation.MANUAL)
    machine = tuple(one for one in results if one.card.automation is not Automation.MANUAL)
    outcome = head_standing({one.card.id: one.outcome for one in results}, cards)
    return Standing(head, outcome, machine, manual)


def by_strength(results: Iterable[CheckResult]) -> tuple[tuple[Strength, Tally], ...]:
    """Outcomes by how binding the checks are, strongest first; what has no check is left out."""
    known = tuple(results)
    groups = (
        (strength, Tally.each(one.outcome for one in known if one.card.strength is strength))
        for strength in Strength
    )
    return tuple((strength, tally) for strength, tally in groups if tally.total)


def _gap(source: Source, target: Target) -> Gap | None:
    if target.excluded:
        return Gap("site", Reason.UNSUPPORTED, target.excluded)
    return source.site_gap(target.site)
