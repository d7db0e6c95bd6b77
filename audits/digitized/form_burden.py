"""Does the form say how long it takes?"""

from audits.check import Judgement, cant_tell, inapplicable, page_check, passed
from audits.facts.burden import says_voluntary, states_burden
from audits.facts.collection import collections_of
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Example, PageObservation, Strength


@page_check(
    id="form-burden",
    title="Burden statement",
    citation="5 CFR 1320.8(b)(3)",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Show the estimated burden in minutes or hours, that nobody has to respond without a "
    "valid OMB number, and where to send comments.",
    decided="Looks at forms that collect information, on pages and as documents. Passed where the "
    "burden is named with a time near it, in English or Spanish; cantTell where that was not "
    "found, for it may stand behind a link, or the form may be exempt (5 CFR 1320.3(h)).",
    judges="both",
    needs=("html",),
    examples=(
        Example(
            "passed",
            "<p>Public burden: 10 minutes per response.</p>"
            '<form method="post"><label>Full name <input></label></form>',
        ),
        Example("cantTell", '<form method="post"><label>Full name <input></label></form>'),
        Example("inapplicable", '<form role="search"><input type="search" name="q"></form>'),
    ),
)
def form_burden(page: PageObservation) -> Judgement:
    """People can plan for the form, and tell the agency when it takes much longer."""
    facts = facts_of(page)
    where = collections_of(facts)
    if not where:
        return inapplicable("There is no form here that collects information.")
    measures = [("burden:voluntary", says_voluntary(facts.shown_normal))]
    if states_burden(facts.shown_normal):
        return passed("The form states its burden.", *where, measures=measures)
    return cant_tell("No burden statement was found by the form.", *where, measures=measures)
