"""Does the accessibility statement say when it was last updated or reviewed?"""

from dataclasses import replace

from audits.check import Judgement, agency_check
from audits.facts.statements import Item, judge_item, statements_of
from ideaaudit.models import Automation, Example, Outcome, SiteSummary, Strength


def _grade(codes: frozenset[str]) -> Outcome:
    if "date" in codes:
        return Outcome.PASSED
    return Outcome.CANT_TELL if "date-some" in codes else Outcome.FAILED


_ITEM = Item(
    _grade,
    "The statement is dated.",
    "No date was seen beside a word for an update or review; there may be one.",
    "The statement has no date.",
)


@agency_check(
    id="a11y-statement-date",
    title="Date updated or reviewed",
    citation="M-24-08 item 8",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Write “Last updated” and the date at the end of the statement, and review it yearly.",
    decided="Passed where the page of a site's statement shows a date beside “updated”, “reviewed” "
    "or the like; one of three years ago or more is noted. cantTell where no word explains the "
    "date, or scripts may add one. Failed where there is none.",
    examples=(
        Example("passed", "“Last updated: January 3, 2026”"),
        Example("failed", "A statement without a date."),
        Example("cantTell", "The same, on a page that scripts may add to."),
    ),
)
def a11y_statement_date(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """A statement of years ago may be true no longer; its date tells how far to trust it."""
    found = judge_item(sites, _ITEM)
    read = [one for site in sites for one in statements_of(site)]
    dates = sorted(one.date for one in read if one.date)
    if found.outcome is not Outcome.PASSED:
        return found
    old = any("old" in one.codes for one in read)
    summary = "The statement is dated, three years ago or more." if old else found.summary
    return replace(found, summary=summary, measures=(*found.measures, ("statement-date", dates[0])))
