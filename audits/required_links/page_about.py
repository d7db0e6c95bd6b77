"""Does the agency's About page tell its mission, authority, organization and strategic plan?"""

from audits.check import Judgement, agency_check
from audits.facts.agency_pages import by_parts
from ideaaudit.models import Automation, Example, SiteSummary, Strength

_WANTED = {
    "mission": "mission",
    "authority": "statutory authority",
    "organization": "organization",
    "strategic-plan": "strategic plan",
}
# As many are as good as none (the catalogue's bound).
_FEW = 1


@agency_check(
    id="page-about",
    title="About page has mission, authority, organization, strategic plan",
    citation="M-23-22 9c",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Put the mission, the laws that the agency stands on, its organization and its "
    "strategic plan on the About page, or link to them from there.",
    decided="Told by words and links, in English or Spanish, of the About page of the agency's "
    "principal site and of the pages below it. Passed where all four were recognized. Failed "
    "where the page was seen whole and one or none was, or where the usual address answers 404 and "
    "no link leads to such a page. cantTell otherwise, and where no principal site was audited.",
    examples=(
        Example(
            "passed",
            "A mission, “established by Public Law …”, an organization chart, a strategic plan.",
        ),
        Example("failed", "An About page that says “Welcome” and no more."),
        Example("cantTell", "An About page without a strategic plan."),
    ),
)
def page_about(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """Before people trust an agency with their affairs they may ask what it is for, and what law
    it acts by."""
    return by_parts(sites, "about", "About page", _WANTED, _FEW)
