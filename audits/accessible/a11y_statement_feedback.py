"""Does the accessibility statement let people report a barrier?"""

from audits.check import Judgement, agency_check
from audits.facts.statements import Item, judge_item
from ideaaudit.models import Automation, Example, Outcome, SiteSummary, Strength


def _grade(codes: frozenset[str]) -> Outcome:
    if "feedback" in codes:
        return Outcome.PASSED
    return Outcome.CANT_TELL if "contact" in codes else Outcome.FAILED


_ITEM = Item(
    _grade,
    "The statement has a way to report a barrier.",
    "The statement has a contact; whether it takes reports of barriers is not plain.",
    "The statement has no way to report a barrier.",
)


@agency_check(
    id="a11y-statement-feedback",
    title="Feedback mechanism",
    citation="M-24-08 item 3",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Put an e-mail address or a form for reports of barriers into the statement.",
    decided="Passed where a site's statement has an e-mail address, a form, or a link to contact "
    "or feedback. cantTell where all it has is a telephone number, or scripts may add more. "
    "Failed otherwise.",
    examples=(
        Example("passed", '<a href="mailto:accessibility@agency.gov">'),
        Example("cantTell", "Only a telephone number."),
        Example("failed", "A statement without address, form or link."),
    ),
)
def a11y_statement_feedback(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """The people who meet a barrier are the first to know of it; someone must hear them."""
    return judge_item(sites, _ITEM)
