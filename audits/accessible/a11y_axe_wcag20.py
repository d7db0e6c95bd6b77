"""Does axe find a failure of WCAG 2.0 level A or AA on the rendered page?"""

from audits.check import Judgement, cant_tell, failed, page_check
from audits.facts.axe import OF_508, axe_evidence, names, of_layer, places
from ideaaudit.models import Automation, Example, PageObservation, Strength


@page_check(
    id="a11y-axe-wcag20",
    title="No automatically detectable WCAG 2.0 A/AA failure",
    citation="IDEA 3(a)(1); 29 USC 794d; 36 CFR 1194 E205.4",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Fix each element listed, in the template where it is made; the link at each rule "
    "says how. Then have a person test what no machine can.",
    decided="Failed where axe-core reports a violation of a rule tagged wcag2a or wcag2aa. "
    "Otherwise cantTell: tools find only a part of the failures, so that none found is no pass.",
    needs=("axe",),
    examples=(
        Example("failed", "An image without alternative text."),
        Example("cantTell", "A page on which axe finds nothing."),
        Example("inapplicable", "A PDF."),
    ),
)
def a11y_axe_wcag20(page: PageObservation) -> Judgement:
    """People who use a screen reader, a keyboard or high contrast meet these faults first: a
    button without a name, text too faint to read, a form field that says nothing."""
    rules = of_layer(page.axe.violations, OF_508) if page.axe else []
    measures = (("axe-wcag20-violations", places(rules)),)
    if not rules:
        return cant_tell("axe found no failure; the rest needs a person.", measures=measures)
    return failed(
        f"axe found failures of these rules: {names(rules)}.",
        *axe_evidence(rules, page.final_url),
        measures=measures,
    )
