"""Does a survey show an OMB number that is still valid?"""

from audits.check import Judgement, cant_tell, inapplicable, page_check, passed
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_FORM = '<form class="touchpoints-form"><label>How was it? <input></label></form>'


@page_check(
    id="cx-survey-pra",
    title="Survey shows valid OMB number",
    citation="5 CFR 1320",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Show the survey's OMB approval number and its expiration date with the survey; in "
    "Touchpoints both are fields of the form.",
    decided="Passed where a page with a survey shows an OMB number and an expiration date that "
    "had not passed when the page was seen. cantTell where either is missing or the date has "
    "passed, for there are exemptions and extensions. Inapplicable where there is no survey.",
    needs=("html",),
    examples=(
        Example("passed", f"{_FORM}<p>OMB Approval #3090-0321 Expiration Date: 12/31/2099</p>"),
        Example("cantTell", _FORM),
        Example("inapplicable", "<main><p>Opening hours</p></main>"),
    ),
)
def cx_survey_pra(page: PageObservation) -> Judgement:
    """The number tells people that the survey is the government's, and why it may ask."""
    facts = facts_of(page)
    if not facts.survey and not facts.has_form("survey"):
        return inapplicable("The page has no survey.")
    found = facts.clearance
    if found is None:
        where = Evidence(page.final_url, detail="No OMB number on the page.", path="survey")
        return cant_tell("A survey shows no OMB number; it may come later, or be exempt.", where)
    until = f" until {found.expires}" if found.expires else ""
    where = Evidence(page.final_url, detail=f"OMB {found.number}{until}", path="survey")
    if not found.expires:
        return cant_tell("A survey shows an OMB number and no expiration date.", where)
    # ISO 8601 days compare as text; "today" is the day on which the page was seen.
    if found.expires < _seen_on(page):
        return cant_tell("A survey's OMB number has expired; it may have been extended.", where)
    return passed("The survey shows an OMB number that is still valid.", where)


def _seen_on(page: PageObservation) -> str:
    at = page.rendering.rendered_at if page.rendering else page.fetched_at
    return (at or page.fetched_at)[:10]
