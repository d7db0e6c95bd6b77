"""How does the site stand on each success criterion that Section 508 asks for?"""

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, site_check
from audits.facts.rollup import Standing, standings
from audits.facts.site import own_pages
from ideaaudit.models import Automation, Evidence, Example, Strength
from ideaaudit.wcag import ADDED, WCAG20


@site_check(
    id="a11y-sc-rollup",
    title="Per-SC outcome table (38 SC)",
    citation="E205.4",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Fix what the checks of the pages list, criterion by criterion; then have a person "
    "test those that no rule sees.",
    decided="Failed where any of the 38 criteria of WCAG 2.0 A and AA fails on any page, by axe's "
    "rules or our own checks. Otherwise cantTell: no machine passes a criterion. For each there "
    "is a measure such as “sc:1.4.3: failed 3 of 20 pages; review 2”, and for those that WCAG 2.1 "
    "and 2.2 add, which change nothing of the outcome. Inapplicable where no web page was seen.",
    sums=True,
    examples=(
        Example("failed", "axe's rule image-alt (1.1.1) fails on 3 of 20 pages."),
        Example("cantTell", "axe finds nothing on 20 pages; 17 criteria were tested by no rule."),
        Example("inapplicable", "Files and error pages, and no web page."),
    ),
)
def a11y_sc_rollup(view: SiteView) -> Judgement:
    """A conformance report goes criterion by criterion; this says where a person need not start
    from nothing."""
    if not own_pages(view):
        return inapplicable("No web page of the site was seen, only files or errors.")
    asked, added = standings(view, WCAG20), standings(view, ADDED)
    measures = [(f"sc:{one.criterion.id}", one.value) for one in (*asked, *added)]
    bad = [one for one in asked if one.failed]
    if bad:
        numbers = ", ".join(one.criterion.id for one in bad)
        summary = f"These criteria of WCAG 2.0 fail on some page: {numbers}."
        return failed(summary, *(_evidence(one) for one in bad), measures=measures)
    if not any(one.tested for one in asked):
        return cant_tell("No page was tested in a browser.", measures=measures)
    return cant_tell("No criterion was found to fail; most need a person.", measures=measures)


def _evidence(standing: Standing) -> Evidence:
    one = standing.criterion
    return Evidence(
        standing.failed[0],
        title=f"{one.id} {one.name} ({one.level})",
        detail=standing.value,
        datum=one.id,
        count=len(standing.failed),
    )
