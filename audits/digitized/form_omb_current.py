"""Is the date until which OMB approved the form still ahead?"""

from audits.check import Judgement, cant_tell, inapplicable, page_check, passed
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="form-omb-current",
    title="OMB expiry date in future",
    citation="5 CFR 1320.5(b), 1320.8(b)(3)",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Ask OMB to extend the approval before it ends, and show its new date on the form.",
    decided="Reads the expiration date beside the OMB control number of a form, and compares it "
    "with the day on which the page was seen. Passed where it is not past. cantTell where it is, "
    "for OMB may be reviewing it and extend it by the month, and where no date was found. "
    "Inapplicable where no form collects information, or none shows a number.",
    judges="both",
    needs=("html",),
    examples=(
        Example(
            "passed",
            "<p>OMB No. 1545-0074 Expires 12/31/2099</p>"
            '<form method="post"><label>Full name <input></label></form>',
        ),
        Example(
            "cantTell",
            "<p>OMB No. 1545-0074 Expires 12/31/2019</p>"
            '<form method="post"><label>Full name <input></label></form>',
        ),
        Example("inapplicable", "<p>OMB No. 1545-0074 Expires 12/31/2099</p>"),
    ),
)
def form_omb_current(page: PageObservation) -> Judgement:
    """After that day nobody can be penalized for leaving the form unanswered, and many wonder
    whether it is still the right one."""
    facts = facts_of(page)
    if not facts.collects:
        return inapplicable("There is no form here that collects information.")
    if facts.clearance is None:
        return inapplicable("The form shows no OMB control number.")
    number, expires = facts.clearance.number, facts.clearance.expires
    where = Evidence(page.final_url, detail=f"OMB {number}, {expires or 'no date'}", datum=number)
    if not expires:
        return cant_tell("No expiration date was found beside the OMB number.", where)
    measures = [("omb:expires", expires)]
    if expires >= page.fetched_at[:10]:
        return passed("The OMB approval has not expired.", where, measures=measures)
    return cant_tell("The OMB approval shown has expired.", where, measures=measures)
