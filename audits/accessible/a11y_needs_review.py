"""Does axe leave anything on the page for a person to look at?"""

from audits.check import Judgement, cant_tell, inapplicable, page_check
from audits.facts.axe import OF_508, axe_evidence, names, of_layer, places
from ideaaudit.models import Automation, Example, PageObservation, Strength


# The draft catalogue lets this pass once a reviewer has closed every item, which no machine can
# do, and calls it inapplicable where there is none.
@page_check(
    id="a11y-needs-review",
    title='Axe "incomplete" items reviewed',
    citation="E205.4",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Have a person look at each element listed; what axe could not tell stands beside it. "
    "Text over pictures, for example, needs an eye for its contrast.",
    decided="cantTell while axe-core leaves an element of a rule tagged wcag2a or wcag2aa for "
    "review (its “incomplete” results). Inapplicable where it leaves none.",
    needs=("axe",),
    examples=(
        Example("cantTell", "White text over a photograph, whose contrast axe cannot measure."),
        Example("inapplicable", "A page on which axe could decide all that it tests."),
    ),
)
def a11y_needs_review(page: PageObservation) -> Judgement:
    """What a tool could not decide may still shut someone out; it is neither right nor wrong
    until a person has looked."""
    rules = of_layer(page.axe.incomplete, OF_508) if page.axe else []
    if not rules:
        return inapplicable("axe left nothing of WCAG 2.0 for review.")
    return cant_tell(
        f"axe leaves elements of these rules for a person: {names(rules)}.",
        *axe_evidence(rules, page.final_url),
        measures=(("axe-wcag20-review", places(rules)),),
    )
