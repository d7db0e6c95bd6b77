"""Does the accessibility statement name the Section 508 program manager, with an address?"""

from audits.check import Judgement, agency_check
from audits.facts.statements import Item, judge_item
from ideaaudit.models import Automation, Example, Outcome, SiteSummary, Strength


def _grade(codes: frozenset[str]) -> Outcome:
    if "pm" in codes:
        return Outcome.PASSED
    return Outcome.CANT_TELL if {"pm-some", "contact"} & codes else Outcome.FAILED


_ITEM = Item(
    _grade,
    "The statement names the Section 508 program manager, with an address.",
    "The statement has a contact; whether it is the program manager takes a person.",
    "The statement names nobody to reach.",
)


@agency_check(
    id="a11y-statement-508pm",
    title="508 program manager name + e-mail",
    citation="M-24-08 item 2",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Name the agency's Section 508 program manager, with their own government e-mail "
    "address besides any shared inbox.",
    decided="Passed where a site's statement has a name near words for the role and a government "
    "address that is like a person's. cantTell where it has only one of these, a shared inbox, or "
    "any other way to reach someone. Failed where it has no contact at all.",
    examples=(
        Example("passed", "“Section 508 Program Manager: Jane Doe, jane.doe@agency.gov”"),
        Example("cantTell", "“Write to section508@agency.gov.”"),
        Example("failed", "A statement without a name, an address or a number."),
    ),
)
def a11y_statement_508pm(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """A name and an address make an agency answerable to a person who was shut out."""
    return judge_item(sites, _ITEM)
