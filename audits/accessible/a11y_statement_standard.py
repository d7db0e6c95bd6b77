"""Does the accessibility statement say which standard it goes by, and what does not meet it?"""

from audits.check import Judgement, agency_check
from audits.facts.statements import Item, judge_item
from ideaaudit.models import Automation, Example, Outcome, SiteSummary, Strength


def _grade(codes: frozenset[str]) -> Outcome:
    found = {"std", "lim"} & codes
    if len(found) == 2:
        return Outcome.PASSED
    return Outcome.CANT_TELL if found else Outcome.FAILED


_ITEM = Item(
    _grade,
    "The statement names its standard, and limits or alternatives.",
    "The statement names a standard, or limits and alternatives, but not both.",
    "The statement names neither a standard nor any limits.",
)


@agency_check(
    id="a11y-statement-standard",
    title="Names standard applied, limitations/alternatives",
    citation="M-24-08 item 1",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Name the standard (“WCAG 2.0 AA, as Section 508 requires”), then list what is known "
    "not to meet it, and how to get it otherwise.",
    decided="Passed where a site's statement names a standard (WCAG, Section 508) and speaks of "
    "limits or alternatives. cantTell where it has one of the two, or scripts may add more. "
    "Failed where it has neither.",
    examples=(
        Example(
            "passed",
            "“We follow WCAG 2.0 AA. Some older files are not yet accessible; ask us for them.”",
        ),
        Example("cantTell", "“This site meets Section 508.”"),
        Example("failed", "“We care about accessibility.”"),
    ),
)
def a11y_statement_standard(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """Someone who cannot use a page wants to know whether that is known, and what else there is."""
    return judge_item(sites, _ITEM)
