"""A site's part of the HTML report: its page, its URLs, its rendered pages and their pictures."""

from collections.abc import Iterator
from hashlib import sha256
from heapq import nsmallest
from typing import Any

from ideaaudit.models import BY_CHANCE, Card, Catalogue, Level, PageObservation, PageRow
from reports.address import ROWS, page_file, site_slug, urls_file
from reports.criteria import layers
from reports.hosts import FILE as HOSTS_FILE
from reports.hosts import other_hosts
from reports.rollup.failures import failures
from reports.rollup.fixes import FIRST
from reports.rollup.gathered import Gathered
from reports.rollup.page import PageRollup, roll_page
from reports.rollup.site import SiteRollup
from reports.rollup.tally import Tally
from reports.sheet import Crumbs, Press, Sheet
from reports.source import Source
from reports.text import counted, line
from reports.views import (
    gap_line,
    grouped,
    head_views,
    page_facts,
    sample_lede,
    sections,
    site_facts,
    site_lede,
)
from reports.words import NO_AGENCY

WORST = 10
HOSTS = 50
LAYOUTS = {
    "desktop": "desktop width (1280 pixels)",
    "phone": "phone width (390 pixels)",
    "narrow": "narrow width (320 pixels)",
}
SIGNATURES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"RIFF": "webp"}
Listed = tuple[PageRow, Tally]


class SitePages:
    """Writes everything under one site's folder."""

    def __init__(
        self, press: Press, source: Source, site: SiteRollup, catalogue: Catalogue, crumbs: Crumbs
    ) -> None:
        self._press, self._source, self._site = press, source, site
        self._cards: dict[str, Card] = {card.id: card for card in catalogue.cards}
        self._key = site.target.site
        self._home = f"sites/{site_slug(self._key)}"
        self._above = crumbs
        self._has_criteria = False
        self._crumbs: Crumbs = (*crumbs, (self._key, f"{self._home}/index.html"))

    def write(self, gathered: Gathered) -> None:
        """The rendered pages and the list of URLs in one pass, then the site's own page."""
        rendered: set[str] = set()
        worst: list[Listed] = []
        batch: list[Listed] = []
        number = 1
        for row in self._source.pages(self._key):
            if len(batch) == ROWS:
                self._urls(batch, number, more=True)
                batch, number = [], number + 1
            tally = Tally.each(outcome for _, outcome in row.outcomes)
            batch.append((row, tally))
            if row.rendered and self._page(row):
                rendered.add(row.url)
                worst = nsmallest(WORST, [*worst, (row, tally)], key=_badness)
        self._urls(batch, number, more=False)
        self._criteria()
        self._index(gathered, frozenset(rendered), [one for one in worst if one[1].failed])

    def _index(self, gathered: Gathered, rendered: frozenset[str], worst: list[Listed]) -> None:
        site, run = self._site, self._press.run
        causes = self._source.causes(self._key)
        shown = failures(causes, self._cards, site.coverage.walked, gathered, site.sample)
        hosts = other_hosts(self._source, site.target)
        silent = "Nothing under this requirement is asked of a single site."
        sheet = Sheet(
            f"{self._home}/index.html",
            f"{self._key}: what the audit found and what to fix",
            f"What an independent audit found on {self._key}: every requirement with its "
            "counts, the failures with their evidence, and how to fix them.",
            self._key,
            self._above,
        )
        self._press.write(
            sheet,
            "site.html",
            site=site,
            seen=site.audited or site.tally.judged > 0,
            lede=site_lede(site),
            gap_line=gap_line(site),
            facts=site_facts(site.target, site.target.agency or NO_AGENCY, run),
            fixes=site.fixes[:FIRST],
            groups=grouped(site.standings),
            sections=sections(head_views(site.standings, shown, silent)),
            worst=worst,
            hosts=hosts[:HOSTS],
            hosts_total=len(hosts),
            hosts_file="" if all(one.in_run for one in hosts) else f"../../{HOSTS_FILE}",
            urls="urls.html",
            rendered=rendered,
            has_criteria=self._has_criteria,
            sample_lede=self._sample(),
        )

    def _sample(self) -> str:
        """The pages of the sample, where there is one; what is said of it."""
        sample = self._site.sample
        lede = sample_lede(sample, self._press.run.seed)
        if not lede:
            return ""
        sheet = Sheet(
            f"{self._home}/sample.html",
            f"{self._key}: the sample of rendered pages",
            f"Which pages of {self._key} a browser rendered, why each is in the sample, and "
            "what each stands for.",
            "The sample",
            self._crumbs,
        )
        self._press.write(
            sheet,
            "sample.html",
            site=self._key,
            sample=sample,
            lede=lede,
            rows=sample.chosen[: 2 * ROWS],
            each=f"{sample.each:.1f}".removesuffix(".0"),
            by_chance=BY_CHANCE,
        )
        return lede

    def _criteria(self) -> None:
        """The success criteria of WCAG, where they were judged."""
        found = layers(self._source.measures(self._key))
        self._has_criteria = bool(found)
        if not found:
            return
        sheet = Sheet(
            f"{self._home}/criteria.html",
            f"{self._key}: success criteria of WCAG",
            f"Each success criterion of WCAG 2.0, 2.1 and 2.2 on {self._key}: what a machine "
            "found, what a person must look at, and what no rule sees.",
            "Success criteria of WCAG",
            self._crumbs,
        )
        self._press.write(sheet, "criteria.html", site=self._key, layers=found)

    def _urls(self, rows: list[Listed], number: int, *, more: bool) -> None:
        first = (number - 1) * ROWS + 1
        last = first + len(rows) - 1
        part = "" if number == 1 else f", part {number}"
        sheet = Sheet(
            f"{self._home}/{urls_file(number)}",
            f"Every known address of {self._key}{part}",
            f"Every address of {self._key} that the audit knows, with what became of it and "
            f"why{part}.",
            f"Every known address{part}",
            self._crumbs,
        )
        self._press.write(
            sheet,
            "urls.html",
            site=self._site.target,
            rows=rows,
            first=first,
            last=last,
            before=number - 1,
            after=number + 1 if more else 0,
        )

    def _page(self, row: PageRow) -> bool:
        """One rendered page's own page; whether there was anything to write."""
        seen = self._source.page(self._key, row.url)
        if seen is None:
            return False
        verdicts = self._source.verdicts(level=Level.PAGE, site=self._key, subject=row.url)
        page = roll_page(row, seen, verdicts, self._cards)
        sheet = Sheet(
            f"{self._home}/pages/{page_file(row.url)}",
            f"{line(page.title, 60)}: page report for {line(row.url, 120)}",
            f"How one page of {self._key} did in an independent audit: "
            f"{counted(page.tally.total, 'check')}, the failures with their evidence, and "
            f"pictures. {line(row.url, 120)}",
            line(page.title, 60),
            self._crumbs,
        )
        self._press.write(
            sheet,
            "page.html",
            page=page,
            facts=page_facts(page),
            pictures=list(self._pictures(seen)),
            cookies=_cookies(page),
            gaps=(*seen.gaps, *(seen.rendering.gaps if seen.rendering else ())),
        )
        return True

    def _pictures(self, seen: PageObservation) -> Iterator[dict[str, str]]:
        """Each stored picture written out once; what is lost or no picture is left out."""
        folder = self._press.folder / self._home / "pictures"
        for picture in seen.rendering.pictures if seen.rendering else ():
            try:
                data = self._source.picture(picture.digest)
            except KeyError:
                continue
            kind = next((SIGNATURES[start] for start in SIGNATURES if data.startswith(start)), "")
            if not kind:
                continue
            file = f"{sha256(data).hexdigest()[:20]}.{kind}"
            if not (folder / file).exists():
                folder.mkdir(parents=True, exist_ok=True)
                (folder / file).write_bytes(data)
            label = LAYOUTS.get(picture.layout, picture.layout)
            yield {"layout": picture.layout, "file": file, "label": label}


def _badness(listed: Listed) -> tuple[int, int, str]:
    row, tally = listed
    return (-tally.failed, -tally.cant_tell, row.url)


def _cookies(page: PageRollup) -> tuple[Any, ...]:
    rendering = page.seen.rendering
    return (rendering.cookies or ())[:30] if rendering else ()
