"""Do fields that ask about a person let the browser fill them in?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.fields import Field
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_ENOUGH = 0.8
# HTML has no autofill token for it, and none should be made up.
_TOKENLESS = frozenset({"ssn"})


@page_check(
    id="custom-autofill",
    title="Input purposes marked so browsers can pre-fill",
    citation="M-23-22 A.7 prefill; WCAG 1.3.5",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Give each field that asks about the person its autocomplete token, for example "
    'autocomplete="email"; the tokens are in WCAG 2.2, section 7.',
    decided="Of the fields recognized as asking for a name, e-mail, telephone, address or date of "
    "birth, passed where 80 % or more carry a valid autocomplete token, failed where none does, "
    "cantTell between. Inapplicable where there is no such field.",
    needs=("html",),
    examples=(
        Example(
            "passed",
            '<form method="post"><label>E-mail '
            '<input type="email" autocomplete="email"></label></form>',
        ),
        Example("failed", '<form method="post"><label>E-mail <input type="email"></label></form>'),
        Example("inapplicable", '<form role="search"><input type="search" name="q"></form>'),
    ),
)
def custom_autofill(page: PageObservation) -> Judgement:
    """Filling in is hard with a tremor, on a phone, or for the fifth time; the browser knows
    the answers, if it is told what is asked."""
    forms = facts_of(page).forms
    fields = [f for form in forms for f in form.personal if f.purpose not in _TOKENLESS]
    if not fields:
        return inapplicable("No field asks about a person.")
    unmarked = [field for field in fields if not field.marked]
    marked = len(fields) - len(unmarked)
    summary = f"{marked} of {len(fields)} fields that ask about a person say so to the browser."
    if marked >= _ENOUGH * len(fields):
        return passed(summary, Evidence(page.final_url))
    evidence = [_evidence(page.final_url, field) for field in unmarked[:20]]
    return cant_tell(summary, *evidence) if marked else failed(summary, *evidence)


def _evidence(url: str, field: Field) -> Evidence:
    wrong = f"autocomplete={field.autocomplete!r} is no token." if field.autocomplete else ""
    detail = wrong or f"No autocomplete; it asks for: {field.purpose}."
    return Evidence(
        url, markup=field.markup, detail=detail, datum=f"{field.purpose}:{field.name}"[:200]
    )
