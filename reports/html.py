"""The report as static HTML: it works without JavaScript, from a server and from a folder."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from ideaaudit.models import Catalogue, Run
from reports.address import agency_slugs
from reports.environment import HERE, environment
from reports.html_site import SitePages
from reports.incumbent import fields
from reports.reference import write_reference
from reports.rollup.fixes import FIRST
from reports.rollup.gathered import Gathered
from reports.rollup.site import SiteRollup
from reports.rollup.units import Unit, roll_bureaus
from reports.sheet import Crumbs, Press, Sheet
from reports.source import Source
from reports.views import grouped, head_views, headline, run_facts, unit_lede
from reports.words import NO_AGENCY

LISTED_SITES = 200
TOP: Crumbs = (("Overview", "index.html"),)


class HtmlReport:
    """Writes the pages of one report into a folder, site by site, then those above them."""

    def __init__(
        self, folder: Path, run: Run, catalogue: Catalogue, agencies: Iterable[str]
    ) -> None:
        self._press = Press(folder, environment(), run)
        self._catalogue = catalogue
        slugs = agency_slugs(agencies)
        self._homes = {name: f"agencies/{slug}/index.html" for name, slug in slugs.items()}
        shutil.copytree(HERE / "static", folder / "static")

    def site(self, source: Source, site: SiteRollup, gathered: Gathered) -> None:
        """A site's page, its list of known URLs, and a page for each that was rendered."""
        name = site.target.agency
        crumbs = (*TOP, (name or NO_AGENCY, self._homes[name]))
        SitePages(self._press, source, site, self._catalogue, crumbs).write(gathered)

    def agency(self, unit: Unit) -> None:
        """An agency's page."""
        name = unit.name or NO_AGENCY
        bureaus = roll_bureaus(unit.sites, self._catalogue)
        sheet = Sheet(
            self._homes[unit.name],
            f"{name}: what the audit of its websites found",
            f"What an independent audit found on the websites of {name}: failures, what could "
            "not be told, what was not seen, and what to fix first.",
            name,
            TOP,
        )
        self._press.write(
            sheet,
            "agency.html",
            unit=unit,
            headline=name,
            lede=unit_lede(unit),
            bureaus=bureaus if len(bureaus) > 1 else (),
            site_groups=[
                (bureau.name if len(bureaus) > 1 else "", "", bureau.sites) for bureau in bureaus
            ],
            groups=grouped(unit.heads),
            heads=head_views(
                [one for one in unit.own if one.results or one.questions], unit.shown, ""
            ),
            fixes=unit.fixes[:FIRST],
            one_site=False,
            agency_home=self._homes.__getitem__,
            rendered=frozenset(),
        )

    def overview(self, government: Unit, agencies: tuple[Unit, ...]) -> None:
        """The first page, and the explanation of every check."""
        title = headline(government)
        sheet = Sheet(
            "index.html",
            f"{title}: an independent audit",
            "An independent audit of federal websites against the 21st Century IDEA Act: where "
            "each requirement stands, what to fix first, and what could not be seen.",
        )
        self._press.write(
            sheet,
            "index.html",
            headline=title,
            lede=unit_lede(government),
            government=government,
            site_groups=[
                (unit.name or NO_AGENCY, self._homes[unit.name], unit.sites) for unit in agencies
            ],
            groups=grouped(government.heads),
            fixes=government.fixes[:FIRST],
            one_site=False,
            agency_home=self._homes.__getitem__,
            listed=len(government.sites) <= LISTED_SITES,
            blind=[site for site in government.sites if not site.audited][:LISTED_SITES],
            facts=run_facts(self._press.run),
        )
        self._checks()
        self._fields()

    def _fields(self) -> None:
        sheet = Sheet(
            "fields.html",
            "Fields of site-scanning.csv, and where they differ from GSA's",
            "Every field of this run in the form of GSA's Site Scanning: its name and type, and "
            "where our value is made in another way, and why.",
            "Fields of site-scanning.csv",
            TOP,
        )
        self._press.write(sheet, "fields.html", fields=fields())

    def _checks(self) -> None:
        """The list of all checks, and a page for each head and each check."""
        heads = [
            (head, [card for card in self._catalogue.cards if card.head == head.id])
            for head in self._catalogue.heads
        ]
        sheet = Sheet(
            "checks.html",
            "Checks explained: what this audit asks and why",
            "Every check of this audit: what it asks, why it matters to a visitor, how it is "
            "decided, its source in the law, and how to mend what it finds.",
            "Checks explained",
            TOP,
        )
        total = len(self._catalogue.cards)
        self._press.write(sheet, "checks.html", heads=heads, total=total)
        for head, cards in heads:
            write_reference(self._press, head, cards)
