"""Were the sites that most people visit audited?"""

from collections.abc import Sequence

from audits.check import Judgement, agency_check, cant_tell, passed
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength

_MOST = 0.8


@agency_check(
    id="report-top-traffic",
    title="Top 80 % traffic sites identified and scanned",
    citation="M-23-22 IV.A.3",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Audit from a list that has the visits of each site, such as GSA's federal website "
    "index, and see why the sites named here could not be seen.",
    decided="Of the agency's sites in this run that a list gives visits for, those that together "
    "have 80 % of the visits. Passed where a page of each was seen, cantTell where not, or where "
    "no list gives visits. Sites outside this run are not counted.",
    examples=(
        Example("passed", "Two of nine sites have 80 % of all visits; both were audited."),
        Example("cantTell", "The most visited site refused every request."),
    ),
)
def report_top_traffic(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """Faults cost most where most people are."""
    known = [site for site in sites if site.target.visits]
    if not known:
        return cant_tell("No list gives the visits of the agency's sites.")
    top = _top(known)
    missed = [site for site in top if not site.pages]
    measures = [("top-traffic-sites", len(top)), ("top-traffic-missed", len(missed))]
    dated = ", ".join(sorted({site.target.listed for site in top} - {""}))
    detail = f"By the {dated}." if dated else ""
    if missed:
        where = [_evidence(site, detail) for site in missed[:20]]
        summary = f"{len(missed)} of the {len(top)} most visited sites could not be audited."
        return cant_tell(summary, *where, measures=measures)
    where = [_evidence(site, detail) for site in top[:20]]
    summary = f"The {len(top)} sites with 80 % of the visits were audited, of {len(known)}."
    return passed(summary, *where, measures=measures)


def _top(sites: Sequence[SiteSummary]) -> list[SiteSummary]:
    """The fewest sites, most visited first, that have 80 % of all visits."""
    ordered = sorted(sites, key=lambda site: (-(site.target.visits or 0), site.target.site))
    wanted = _MOST * sum(site.target.visits or 0 for site in ordered)
    top: list[SiteSummary] = []
    for site in ordered:
        if wanted <= 0:
            break
        top.append(site)
        wanted -= site.target.visits or 0
    return top


def _evidence(site: SiteSummary, detail: str) -> Evidence:
    visits = f"{site.target.visits:,} visits. {detail}".strip()
    return Evidence(site.target.url, detail=visits, datum=site.target.site)
