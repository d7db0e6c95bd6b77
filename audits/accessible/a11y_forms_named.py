"""Does every control of a form say what it is for?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check
from audits.facts.axe import axe_evidence, named, ran
from audits.facts.controls import Control
from audits.facts.page import facts_of
from audits.facts.place import place_of
from audits.facts.tree import markup
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_RULES = frozenset(
    {"label", "select-name", "input-button-name", "aria-input-field-name", "aria-toggle-field-name"}
)
_REVIEW = _RULES | {"form-field-multiple-labels"}
_MOST = 50


@page_check(
    id="a11y-forms-named",
    title="Form controls have names",
    citation="WCAG 1.3.1, 4.1.2, 3.3.2; TT 5",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Give each control a label element with for. Where axe ran, these are the elements of "
    "its rules label, select-name, input-button-name, aria-input-field-name and "
    "aria-toggle-field-name.",
    decided="Failed where axe-core finds a control without a name or, where axe did not run, the "
    "markup shows one, no script may add a name and no style sheet hide it. cantTell where every "
    "control has a name: whether it says the right thing takes a person. Inapplicable where there "
    "is no control.",
    needs=("html",),
    examples=(
        Example("failed", '<form><input type="text" name="q"></form>'),
        Example("cantTell", '<form><label for="q">Your name</label><input id="q"></form>'),
        Example("inapplicable", "<main><p>Text</p></main>"),
    ),
)
def a11y_forms_named(page: PageObservation) -> Judgement:
    """Someone who listens to a form hears “edit, blank” and must guess what to write."""
    facts = facts_of(page)
    controls = facts.controls
    missing = [control for control in controls if not control.named]
    measures = [("controls", len(controls))]
    review: tuple[Evidence, ...] = ()
    if page.axe is not None and ran(page.axe, _RULES):
        rules = named(page.axe.violations, _RULES)
        evidence = axe_evidence(rules, page.final_url)
        review = axe_evidence(named(page.axe.incomplete, _REVIEW), page.final_url)
        certain = bool(rules)
        missing = []
    else:
        evidence = tuple(_lacking(page, control) for control in missing[:_MOST])
        certain = bool(missing) and not facts.unsettled and not facts.styled
    if certain:
        return failed("Controls have no name.", *evidence, measures=measures)
    if missing:
        summary = "Controls have no name in the markup; scripts may add it, or styles hide them."
        return cant_tell(summary, *evidence, measures=measures)
    if controls or review:
        summary = "Every control has a name; a person must tell whether it is the right one."
        return cant_tell(summary, *review, measures=measures)
    if facts.unsettled:
        return cant_tell("There is no control; scripts that did not run may add some.")
    return inapplicable("There is no control to fill in.")


def _lacking(page: PageObservation, control: Control) -> Evidence:
    return Evidence(
        page.final_url,
        markup=markup(control.element),
        title="Form elements must have labels",
        detail="No label, and no other name.",
        path=place_of(control.element),
    )
