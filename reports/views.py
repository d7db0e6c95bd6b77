"""Rollups arranged for the templates: groups of heads, checks with their causes, facts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from ideaaudit.models import Head, Outcome, Run, Target, Tier
from reports import words
from reports.rollup.failures import Shown
from reports.rollup.page import PageRollup
from reports.rollup.sample import Sample
from reports.rollup.site import CheckResult, SiteRollup, Standing
from reports.rollup.units import Unit
from reports.text import counted

EIGHT = "The eight requirements of section 3(a)"
OTHERS = "The Act’s other sections, and the policy under it"
NOTHING = Shown()


class Headed(Protocol):
    """Anything that is about one head."""

    @property
    def head(self) -> Head: ...


T = TypeVar("T", bound=Headed)
Groups = tuple[tuple[str, tuple[T, ...]], ...]


@dataclass(frozen=True, slots=True)
class CheckView:
    """A check's result, with the causes that failed and those a person should look at."""

    result: CheckResult
    failed: Shown
    unsure: Shown

    @property
    def has_findings(self) -> bool:
        shown = self.failed.failures or self.unsure.failures
        return self.result.outcome is Outcome.FAILED or bool(shown)


@dataclass(frozen=True, slots=True)
class HeadView:
    """A head's standing, with its checks."""

    standing: Standing
    views: tuple[CheckView, ...]
    silent: str

    @property
    def loud(self) -> tuple[CheckView, ...]:
        """Checks that have something to show."""
        return tuple(view for view in self.views if view.has_findings)

    @property
    def quiet(self) -> tuple[CheckView, ...]:
        """The others: a line each is enough."""
        return tuple(view for view in self.views if not view.has_findings)


@dataclass(frozen=True, slots=True)
class Section:
    """One half of a site's findings."""

    title: str
    lead: str
    heads: tuple[HeadView, ...]


def grouped(headed: Sequence[T]) -> Groups[T]:
    """The eight requirements of section 3(a) and the rest, each in the law's order."""
    eight = tuple(one for one in headed if "3(a)(" in one.head.citation)
    others = tuple(one for one in headed if "3(a)(" not in one.head.citation)
    return tuple((title, group) for title, group in ((EIGHT, eight), (OTHERS, others)) if group)


def head_views(
    standings: Iterable[Standing], shown: Mapping[tuple[str, Outcome], Shown], silent: str
) -> tuple[HeadView, ...]:
    """Heads with their checks and the causes of each; `silent` is said of one without any."""
    return tuple(
        HeadView(
            standing,
            tuple(
                CheckView(
                    result,
                    shown.get((result.card.id, Outcome.FAILED), NOTHING),
                    shown.get((result.card.id, Outcome.CANT_TELL), NOTHING),
                )
                for result in standing.results
            ),
            silent,
        )
        for standing in standings
    )


def sections(views: tuple[HeadView, ...]) -> tuple[Section, ...]:
    """A site's findings in two halves."""
    leads = {
        EIGHT: "In the order of the Act, which asks for them “to the greatest extent practicable”.",
        OTHERS: "Standards, links, forms, signatures and services, in the order of the law.",
    }
    by_head = {view.standing.head.id: view for view in views}
    return tuple(
        Section(title, leads[title], tuple(by_head[one.head.id] for one in group))
        for title, group in grouped([view.standing for view in views])
    )


def site_lede(site: SiteRollup) -> str:
    """A site in two or three sentences, every figure with what it is out of."""
    tally = site.tally
    machine = tally.total - sum(standing.open_questions for standing in site.standings)
    documents = f" and {counted(site.coverage.documents, 'document')}"
    read = counted(site.coverage.walked, "page") + documents * bool(site.coverage.documents)
    seen = f"{read} read, {site.coverage.rendered:,} rendered"
    failed = f"{tally.failed:,} of {counted(tally.judged, 'check')} made by machine found a failure"
    asked = counted(tally.total - machine, "question")
    return f"{failed} ({seen} in a browser). {asked} can only be answered by people."


def sample_lede(sample: Sample, seed: int) -> str:
    """How a site's sample came about; "" where every page was rendered, or nothing was drawn."""
    if not sample.drawn.pages:
        return ""
    whole = f"{len(sample.chosen):,} of {counted(sample.total, 'page')} are in the sample"
    picked = f"{sample.picked:,} chosen for what they are"
    drawn = f"{sample.drawn.pages:,} drawn at random from the other {sample.frame:,}"
    kinds = counted(len(sample.templates), "template")
    return f"{whole}: {picked}, and {drawn} with seed {seed}. The site has {kinds}."


def gap_line(site: SiteRollup) -> str:
    """Why a site could not be audited, in one line; "" where it was."""
    if site.target.excluded:
        return f"{site.target.site} was left out of the audit: {site.target.excluded}"
    if site.gap is None:
        return ""
    return f"{site.target.site} could not be audited: {words.reason(site.gap.reason)}."


def site_facts(target: Target, agency: str, run: Run) -> tuple[tuple[str, str], ...]:
    """What is known of a site before anything was looked at."""
    rank = "" if target.tier is Tier.UNKNOWN else words.TIERS[target.tier]
    facts = [("Agency", agency), ("Rank", rank), ("Branch", target.branch)]
    if target.visits is not None:
        facts.append(("Visits in 30 days", f"{target.visits:,}"))
    facts.append(("Audited", moment(run.started_at)))
    return tuple((name, value) for name, value in facts if value)


def page_facts(page: PageRollup) -> tuple[tuple[str, str], ...]:
    """How a page was found and met."""
    seen, row = page.seen, page.row
    final = seen.final_url if seen.final_url != row.url else ""
    facts = (
        ("HTTP status", str(seen.status or "")),
        ("Came to", final),
        ("Found by", row.found_by),
        ("Clicks from the start", str(row.depth)),
        ("Why it was rendered", row.sampled_as),
        ("Seen", moment(seen.fetched_at)),
    )
    return tuple((name, value) for name, value in facts if value)


def headline(government: Unit) -> str:
    """The overview's first line."""
    if len(government.sites) == 1:
        return f"What an audit of {government.sites[0].target.site} found"
    return f"What an audit of {counted(len(government.sites), 'website')} found"


def unit_lede(unit: Unit) -> str:
    """A unit in two or three sentences, every figure with what it is out of."""
    audited = [site for site in unit.sites if site.audited]
    failing = sum(site.tally.failed > 0 for site in audited)
    blind = len(unit.sites) - len(audited)
    sites = counted(len(audited), "audited site")
    found = f"A failure was found on {failing:,} of {sites}."
    first = found if failing else f"No failure was found on {sites}."
    if not audited:
        first = "No site could be audited."
    missed = f" {counted(blind, 'site')} could not be audited." if blind and audited else ""
    pages = f" {counted(unit.coverage.walked, 'page')} read,"
    rendered = f" {unit.coverage.rendered:,} rendered in a browser."
    asked = counted(sum(head.questions for head in unit.heads), "question")
    return f"{first}{missed}{pages}{rendered} {asked} can only be answered by people."


def run_facts(run: Run) -> tuple[tuple[str, str], ...]:
    """Which run it was."""
    facts = (
        ("Run", run.id),
        ("Began", moment(run.started_at)),
        ("Ended", moment(run.ended_at)),
        ("State", run.state.value),
        ("Seed", str(run.seed)),
    )
    return tuple((name, value) for name, value in facts if value)


def moment(stamp: str) -> str:
    """ "2026-11-22T08:15:00Z" as "2026-11-22, 08:15 UTC"; what is no such time as it is."""
    date, separator, time = stamp.partition("T")
    return f"{date}, {time[:5]} UTC" if separator and len(time) >= 5 else stamp
