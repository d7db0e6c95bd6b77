"""Does a form that collects information show its OMB control number?"""

from audits.check import Judgement, cant_tell, inapplicable, page_check, passed
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
    "filtering, feedback and a general message. Passed where the page shows a number of the form "
    "1234-5678 after “OMB”; cantTell where none was found, for the form may be exempt.",
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
    forms = [form for form in facts.forms if form.kind == "collection"]
    if not forms:
        return inapplicable("The page has no form that collects information.")
    if facts.clearance is not None:
        detail = f"OMB {facts.clearance.number}"
        return passed(
            "The page shows an OMB control number.", Evidence(page.final_url, detail=detail)
        )
    where = [
        Evidence(page.final_url, markup=form.markup, datum=form.action, path="form")
        for form in forms[:20]
    ]
    return cant_tell("A form shows no OMB control number; it may be exempt.", *where)
