"""Does a form that collects information show its OMB control number?"""

from audits.check import Judgement, cant_tell, inapplicable, page_check, passed
from audits.facts.collection import collections_of
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="form-omb-number",
    title="OMB control number shown",
    citation="44 USC 3512; 5 CFR 1320.3(f), 1320.8(b)(3)",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Show the OMB control number and its expiration date at the top of the form, or find "
    "out under which exemption of 5 CFR 1320.3(h) it falls.",
    decided="Looks at forms that ask for information beyond searching, signing in, subscribing, "
    "filtering, feedback and a general message, and at documents that are forms (their first and "
    "last pages). Passed where a number of the form 1234-5678 stands after “OMB”; cantTell where "
    "none was found, for the form may be exempt.",
    version=2,
    judges="both",
    needs=("html",),
    examples=(
        Example(
            "passed",
            '<p>OMB No. 1545-0074</p><form method="post"><label>Full name <input></label></form>',
        ),
        Example("cantTell", '<form method="post"><label>Full name <input></label></form>'),
        Example("inapplicable", '<form role="search"><input type="search" name="q"></form>'),
    ),
)
def form_omb_number(page: PageObservation) -> Judgement:
    """The number shows that the questions were reviewed; without it nobody has to answer."""
    facts = facts_of(page)
    where = collections_of(facts)
    if not where:
        return inapplicable("There is no form here that collects information.")
    if facts.clearance is not None:
        detail = f"OMB {facts.clearance.number}"
        return passed("An OMB control number is shown.", Evidence(page.final_url, detail=detail))
    return cant_tell("A form shows no OMB control number; it may be exempt.", *where)
