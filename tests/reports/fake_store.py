"""A stored run in memory: the read side of the store, over fictional agencies."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ideaaudit.models import (
    Catalogue,
    Cause,
    Coverage,
    Gap,
    HostSeen,
    Level,
    Measure,
    Outcome,
    PageObservation,
    PageRow,
    Run,
    Target,
    Verdict,
)

LISTED = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED)


@dataclass
class FakeSite:
    """What the store knows of one site; counts and causes follow from its verdicts."""

    target: Target
    coverage: Coverage = field(default_factory=Coverage)
    gap: Gap | None = None
    rows: list[PageRow] = field(default_factory=list)
    seen: dict[str, PageObservation] = field(default_factory=dict)
    verdicts: list[Verdict] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    hosts: tuple[HostSeen, ...] = ()

    def counts(self) -> dict[str, dict[Outcome, int]]:
        return counted(self.verdicts)

    def causes(self) -> Iterator[Cause]:
        """As the store makes them: by cause and outcome, most pages first."""
        found: dict[tuple[str, Outcome], list[Verdict]] = {}
        for verdict in self.verdicts:
            if verdict.outcome in LISTED[:2]:
                for id in {one.cause for one in verdict.evidence if one.cause}:
                    found.setdefault((id, verdict.outcome), []).append(verdict)
        causes = (_cause(*key, self.target.site, verdicts) for key, verdicts in found.items())
        yield from sorted(causes, key=lambda cause: (-cause.pages, cause.id))


def _cause(id: str, outcome: Outcome, site: str, verdicts: list[Verdict]) -> Cause:
    own = [one for verdict in verdicts for one in verdict.evidence if one.cause == id]
    urls = sorted(verdict.subject for verdict in verdicts if verdict.level is Level.PAGE)
    places = sum(one.count for one in own)
    check = verdicts[0].check
    return Cause(id, check, site, outcome, own[0], len(verdicts), places, tuple(urls[:1000]))


def counted(verdicts: Iterable[Verdict]) -> dict[str, dict[Outcome, int]]:
    counts: dict[str, dict[Outcome, int]] = {}
    for verdict in verdicts:
        of_check = counts.setdefault(verdict.check, dict.fromkeys(Outcome, 0))
        of_check[verdict.outcome] += 1
    return counts


@dataclass
class FakeStore:
    """Answers as `RunStore` does; see `reports.source.Source`."""

    run: Run
    laws: Catalogue
    sites: dict[str, FakeSite]
    agency_verdicts: list[Verdict] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)

    def catalogue(self) -> Catalogue:
        return self.laws

    def targets(self) -> tuple[Target, ...]:
        return tuple(site.target for site in self.sites.values())

    def coverage(self, site: str, /) -> Coverage:
        return self.sites[site].coverage

    def site_gap(self, site: str, /) -> Gap | None:
        return self.sites[site].gap

    def hosts(self, site: str, /) -> tuple[HostSeen, ...]:
        return self.sites[site].hosts

    def pages(self, site: str, /) -> Iterator[PageRow]:
        return iter(sorted(self.sites[site].rows, key=lambda row: row.url))

    def page(self, site: str, url: str, /) -> PageObservation | None:
        return self.sites[site].seen.get(url)

    def verdicts(
        self, level: Level | None = None, site: str | None = None, subject: str | None = None
    ) -> Iterator[Verdict]:
        for verdict in self._verdicts(site):
            fits = level in (None, verdict.level) and subject in (None, verdict.subject)
            if fits and verdict.outcome in LISTED:
                yield verdict

    def causes(self, site: str, /) -> Iterator[Cause]:
        return self.sites[site].causes()

    def counts(self, site: str = "", agency: str = "") -> Mapping[str, Mapping[Outcome, int]]:
        if site:
            return self.sites[site].counts()
        return counted(one for one in self.agency_verdicts if one.subject == agency)

    def picture(self, digest: str, /) -> bytes:
        return self.pictures[digest]

    def _verdicts(self, site: str | None) -> Iterator[Verdict]:
        if site is not None:
            yield from self.sites[site].verdicts
            return
        yield from self.agency_verdicts
        for one in self.sites.values():
            yield from one.verdicts

    def measures(self, site: str, /) -> Iterator[Measure]:
        yield from self.sites[site].measures
