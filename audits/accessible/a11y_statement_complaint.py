"""Does the accessibility statement say how to file a complaint under Section 508?"""

from audits.check import Judgement, agency_check
from audits.facts.statements import Item, judge_item
from ideaaudit.models import Automation, Example, Outcome, SiteSummary, Strength


def _grade(codes: frozenset[str]) -> Outcome:
    if "complaint" in codes:
        return Outcome.PASSED
    return Outcome.CANT_TELL if {"unread", "policy"} & codes else Outcome.FAILED


_ITEM = Item(
    _grade,
    "The statement speaks of complaints.",
    "The statement says nothing of complaints; a page that it links to may.",
    "The statement says nothing of complaints.",
)


@agency_check(
    id="a11y-statement-complaint",
    title="Complaint instructions",
    citation="M-24-08 item 4",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Say how to file a Section 508 complaint, or link to the page that says it.",
    decided="Passed where a site's statement speaks of complaints near words for Section 508, "
    "disability or discrimination. cantTell where it does not but links to a policy or a page on "
    "accessibility that may. Failed where it has neither.",
    examples=(
        Example(
            "passed", "“To file a Section 508 complaint, write to the Office of Civil Rights.”"
        ),
        Example("cantTell", "A link “Section 508 policy” and no word of complaints."),
        Example("failed", "No word of complaints and no link to a policy."),
    ),
)
def a11y_statement_complaint(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """Feedback asks for a repair; a complaint is a right, and people must be told of it."""
    return judge_item(sites, _ITEM)
