"""A stored run told: one pass over its sites, each counted once and written in every format."""

from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from ideaaudit.models import Catalogue, Target
from reports.discreet import discreet
from reports.folder import whole
from reports.hosts import FILE, write_hosts
from reports.html import HtmlReport
from reports.incumbent import write_incumbent
from reports.json import JsonReport
from reports.rollup.site import roll_site
from reports.rollup.units import SiteLine, Unit, roll_agency, roll_government, site_line
from reports.source import Source


def write_report(store: Source, out: Path) -> Path:
    """Write a run's report into a folder and return the path of its index.html.

    The folder is replaced as a whole and only once the new report is complete; see
    `reports.folder`.

    Raises:
        ReportError: it could not be written; the message says what to do.
    """
    with whole(out) as folder:
        _write(discreet(store), folder)
    return out / "index.html"


def write_json(store: Source, out: TextIO) -> None:
    """Write `report.json` alone to a stream."""
    store = discreet(store)
    catalogue = store.catalogue()
    document = JsonReport(out, store.run, catalogue)
    lines = []
    for target in targets(store):
        site, gathered = roll_site(store, target, catalogue)
        document.site(store, site, gathered)
        lines.append(site_line(site))
    agencies = roll_agencies(store, lines, catalogue)
    document.end(agencies, roll_government(agencies, catalogue))


def roll_run(store: Source) -> Unit:
    """The sums of a whole run, for a summary; nothing is written."""
    store = discreet(store)
    catalogue = store.catalogue()
    lines = [site_line(roll_site(store, target, catalogue)[0]) for target in targets(store)]
    return roll_government(roll_agencies(store, lines, catalogue), catalogue)


def roll_agencies(store: Source, lines: list[SiteLine], catalogue: Catalogue) -> tuple[Unit, ...]:
    """Every agency of the run in order of name; the one without a name comes last."""
    names = sorted({line.target.agency for line in lines}, key=lambda name: (not name, name))
    return tuple(
        roll_agency(store, name, [one for one in lines if one.target.agency == name], catalogue)
        for name in names
    )


def targets(store: Source) -> Iterator[Target]:
    """Every site once, in order of its key."""
    known = {target.site: target for target in reversed(store.targets())}
    return iter(sorted(known.values(), key=lambda target: target.site))


def _write(store: Source, folder: Path) -> None:
    catalogue = store.catalogue()
    names = {target.agency for target in store.targets()}
    html = HtmlReport(folder, store.run, catalogue, sorted(names))
    lines = []
    with (folder / "report.json").open("w", encoding="utf-8") as out:
        document = JsonReport(out, store.run, catalogue)
        for target in targets(store):
            site, gathered = roll_site(store, target, catalogue)
            html.site(store, site, gathered)
            document.site(store, site, gathered)
            lines.append(site_line(site))
        agencies = roll_agencies(store, lines, catalogue)
        government = roll_government(agencies, catalogue)
        document.end(agencies, government)
    with (folder / "site-scanning.csv").open("w", encoding="utf-8", newline="") as out:
        write_incumbent(store, out)
    _write_hosts(store, folder)
    for unit in agencies:
        html.agency(unit)
    html.overview(government, agencies)


def _write_hosts(store: Source, folder: Path) -> None:
    """A list is written where there is something to list."""
    path = folder / FILE
    with path.open("w", encoding="utf-8", newline="") as out:
        count = write_hosts(store, targets(store), out)
    if not count:
        path.unlink()
