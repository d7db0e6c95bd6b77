"""Does the accessibility statement link to the agency's policies on digital accessibility?"""

from audits.check import Judgement, agency_check
from audits.facts.statements import Item, judge_item
from ideaaudit.models import Automation, Example, Outcome, SiteSummary, Strength


def _grade(codes: frozenset[str]) -> Outcome:
    return Outcome.PASSED if "policy" in codes else Outcome.CANT_TELL


_ITEM = Item(
    _grade,
    "The statement links to policies on accessibility.",
    "No link to a policy on accessibility was recognized.",
    "The statement links to no policy.",
)


@agency_check(
    id="a11y-statement-policies",
    title="Links to accessibility policies",
    citation="M-24-08 item 7",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Link from the statement to the agency's policies and procedures on digital "
    "accessibility.",
    decided="Passed where a site's statement has a link in its main text that is named for a "
    "policy, a directive, a procedure, Section 508 or accessibility, and not for privacy. "
    "cantTell otherwise: the agency may have none that it can publish.",
    examples=(
        Example("passed", "A link “Section 508 policy (PDF)”."),
        Example("cantTell", "No link that is named for a policy."),
    ),
)
def a11y_statement_policies(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """A policy that everyone can read is one that everyone can hold an agency to."""
    return judge_item(sites, _ITEM)
