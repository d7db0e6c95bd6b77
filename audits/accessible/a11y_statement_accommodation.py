"""Does the accessibility statement say how to ask for reasonable accommodation?"""

from audits.check import Judgement, agency_check
from audits.facts.statements import Item, has, judge_item
from ideaaudit.models import Automation, Example, SiteSummary, Strength

_ITEM = Item(
    has("accommodation"),
    "The statement speaks of reasonable accommodation.",
    "No reasonable accommodation in the markup; scripts may add it.",
    "The statement says nothing of reasonable accommodation.",
)


@agency_check(
    id="a11y-statement-accommodation",
    title="Reasonable accommodation info",
    citation="M-24-08 item 5; Rehab Act 501",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Say how employees and applicants ask for reasonable accommodation, or link to the "
    "page that says it.",
    decided="Passed where a site's statement speaks of reasonable accommodation, or of requests "
    "or procedures for accommodation, in English or Spanish. Failed where it does not; cantTell "
    "where scripts may add more.",
    examples=(
        Example("passed", "“Reasonable accommodation procedures for employees and applicants”"),
        Example("failed", "A statement that says nothing of it."),
        Example("cantTell", "The same, on a page that scripts may add to."),
    ),
)
def a11y_statement_accommodation(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """People with disabilities work for the government too, or would like to."""
    return judge_item(sites, _ITEM)
