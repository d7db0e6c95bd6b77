"""Sites summed to bureaus, agencies and the government: counts, never averages of rates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ideaaudit.models import (
    Card,
    Catalogue,
    Coverage,
    Evidence,
    Head,
    Level,
    Outcome,
    Strength,
    Target,
    Verdict,
)
from reports.rollup.failures import FIRST_URLS, Failure, Shown
from reports.rollup.fixes import KEPT, Fix, merged, ranked
from reports.rollup.gathered import PLACES, gather
from reports.rollup.sample import Sample
from reports.rollup.site import (
    CheckResult,
    SiteRollup,
    Standing,
    by_strength,
    check_result,
    stand,
)
from reports.rollup.standing import worst
from reports.rollup.tally import JUDGED, Tally, total
from reports.source import Source


@dataclass(frozen=True, slots=True)
class HeadSum:
    """One head over many sites.

    Attributes:
        outcome: the worst that was met.
        tally: one for each check and site (or agency).
        sites: sites by where the head stands on them; those not seen are untested.
    """

    head: Head
    outcome: Outcome
    tally: Tally
    sites: Tally
    questions: int


@dataclass(frozen=True, slots=True)
class SiteLine:
    """What a unit keeps of a site: no page and no cause of its own."""

    target: Target
    gap: str
    reason: str
    coverage: Coverage
    tally: Tally
    heads: tuple[tuple[Outcome, Tally, int], ...]
    strengths: tuple[tuple[Strength, Tally], ...]
    fixes: tuple[Fix, ...]

    @property
    def audited(self) -> bool:
        return not self.reason


@dataclass(frozen=True, slots=True)
class Unit:
    """A bureau, an agency, or all of them.

    Attributes:
        own: heads by what was judged of the unit itself; () where nothing is.
        heads: heads over the unit and its sites.
        shown: what was judged of the unit itself and failed, or is for a person to look at.
    """

    name: str
    sites: tuple[SiteLine, ...]
    own: tuple[Standing, ...]
    heads: tuple[HeadSum, ...]
    strengths: tuple[tuple[Strength, Tally], ...]
    fixes: tuple[Fix, ...]
    shown: Mapping[tuple[str, Outcome], Shown] = field(default_factory=dict)

    @property
    def audited(self) -> int:
        return sum(site.audited for site in self.sites)

    @property
    def tally(self) -> Tally:
        return total(head.tally for head in self.heads)

    @property
    def coverage(self) -> Coverage:
        """Found, walked and rendered over all sites; complete only if every one is."""
        seen = [site.coverage for site in self.sites]
        return Coverage(
            found=sum(one.found for one in seen),
            walked=sum(one.walked for one in seen),
            queued=sum(one.queued for one in seen),
            skipped=_summed(one.skipped for one in seen),
            lost=_summed(one.lost for one in seen),
            sampled=sum(one.sampled for one in seen),
            rendered=sum(one.rendered for one in seen),
            render_lost=_summed(one.render_lost for one in seen),
            complete=all(one.complete for one in seen),
            documents=sum(one.documents for one in seen),
            unchanged=sum(one.unchanged for one in seen),
            unkept=sum(one.unkept for one in seen),
            found_by=_summed(one.found_by for one in seen),
        )


def site_line(site: SiteRollup) -> SiteLine:
    """The little of a site that its agency and the government need."""
    return SiteLine(
        site.target,
        site.gap.detail if site.gap else "",
        "excluded" if site.target.excluded else str(site.gap.reason) if site.gap else "",
        site.coverage,
        site.tally,
        tuple((one.outcome, one.tally, one.open_questions) for one in site.standings),
        site.strengths,
        site.fixes,
    )


def roll_agency(source: Source, name: str, sites: Iterable[SiteLine], catalogue: Catalogue) -> Unit:
    """An agency: its sites, and what was judged of the agency itself."""
    gathered = gather(source.verdicts(level=Level.AGENCY, subject=name))
    counts = source.counts(agency=name)
    results = tuple(
        check_result(card, counts.get(card.id, {}), gathered, Sample())
        for card in catalogue.cards
        if card.level is Level.AGENCY
    )
    shown = _shown(source.verdicts(level=Level.AGENCY, subject=name), results)
    fixes = (failure.fix for one in shown.values() for failure in one.failures)
    unit = _unit(name, tuple(sites), catalogue, results, fixes)
    return replace(unit, shown=shown)


def roll_bureaus(sites: Iterable[SiteLine], catalogue: Catalogue) -> tuple[Unit, ...]:
    """An agency's sites by bureau, in order of name; nothing is judged of a bureau itself."""
    known = tuple(sites)
    return tuple(
        _unit(
            name,
            tuple(site for site in known if site.target.bureau == name),
            catalogue,
            (),
            (),
        )
        for name in sorted({site.target.bureau for site in known})
    )


def roll_government(agencies: Iterable[Unit], catalogue: Catalogue) -> Unit:
    """Everything audited in the run: its agencies, summed."""
    known = tuple(agencies)
    sites = tuple(site for agency in known for site in agency.sites)
    results = tuple(
        one for agency in known for own in agency.own for one in (*own.results, *own.questions)
    )
    fixes = tuple(fix for agency in known for fix in agency.fixes if not fix.sites)
    return _unit("", sites, catalogue, results, fixes)


def _unit(
    name: str,
    sites: tuple[SiteLine, ...],
    catalogue: Catalogue,
    results: tuple[CheckResult, ...],
    fixes: Iterable[Fix],
) -> Unit:
    own = stand(catalogue, results) if results else ()
    heads = tuple(_head_sum(head, place, sites, own) for place, head in enumerate(catalogue.heads))
    below = (fix for site in sites for fix in site.fixes)
    return Unit(
        name,
        sites,
        own,
        heads,
        _strengths(sites, results),
        ranked(merged((*below, *fixes)), KEPT),
    )


def _head_sum(
    head: Head, place: int, sites: tuple[SiteLine, ...], own: tuple[Standing, ...]
) -> HeadSum:
    on_sites = [site.heads[place] for site in sites]
    on_unit = [own[place]] if own else []
    tally = total([one for _, one, _ in on_sites] + [one.tally for one in on_unit])
    stands = [one for one, _, _ in on_sites] + [one.outcome for one in on_unit if one.tally.total]
    questions = sum(count for _, _, count in on_sites)
    questions += sum(one.open_questions for one in on_unit)
    on_each = Tally.each(site.heads[place][0] for site in sites)
    return HeadSum(head, worst(Tally.each(stands)), tally, on_each, questions)


def _strengths(
    sites: tuple[SiteLine, ...], results: tuple[CheckResult, ...]
) -> tuple[tuple[Strength, Tally], ...]:
    groups = [*(site.strengths for site in sites), by_strength(results)]
    sums = (
        (strength, total(tally for group in groups for name, tally in group if name is strength))
        for strength in Strength
    )
    return tuple((strength, tally) for strength, tally in sums if tally.total)


def _shown(
    verdicts: Iterable[Verdict], results: tuple[CheckResult, ...]
) -> dict[tuple[str, Outcome], Shown]:
    """What was judged of the agency itself and did not pass; it has no row among the causes."""
    cards = {result.card.id: result.card for result in results}
    return {
        (verdict.check, verdict.outcome): Shown((_failure(verdict, cards[verdict.check]),))
        for verdict in verdicts
        if verdict.outcome in JUDGED and verdict.check in cards
    }


def _failure(verdict: Verdict, card: Card) -> Failure:
    evidence = verdict.evidence or (Evidence("", detail=verdict.summary),)
    urls = tuple(sorted({one.url for one in evidence if one.url}))
    fix = Fix(
        card,
        evidence[0].cause or verdict.check,
        verdict.outcome,
        evidence[0],
        pages=len(urls),
        places=sum(one.count for one in evidence),
        reach=len(urls),
        agency=verdict.subject,
    )
    return Failure(fix, evidence[:PLACES], urls[:FIRST_URLS], (), max(0, len(urls) - FIRST_URLS))


def _summed(groups: Iterable[tuple[tuple[str, int], ...]]) -> tuple[tuple[str, int], ...]:
    sums: dict[str, int] = {}
    for group in groups:
        for reason, count in group:
            sums[reason] = sums.get(reason, 0) + count
    return tuple(sorted(sums.items(), key=lambda item: (-item[1], item[0])))
