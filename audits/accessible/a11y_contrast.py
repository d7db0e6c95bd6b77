"""Does text stand out from what is behind it?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.axe import axe_evidence, named, places
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_RULE = frozenset({"color-contrast"})


@page_check(
    id="a11y-contrast",
    title="Text contrast 4.5:1 / 3:1",
    citation="WCAG 1.4.3; TT 13.C",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Change the colors listed until they differ by 4.5 to 1, or 3 to 1 for large text. "
    "These are the elements of axe's rule color-contrast.",
    decided="By axe-core's rule color-contrast: failed where it finds text below 4.5:1 (3:1 where "
    "large); cantTell where it could not measure some, as over pictures and gradients; passed "
    "where it measured all text; inapplicable where there is no text to measure.",
    needs=("axe",),
    examples=(
        Example("failed", "Text of color #777 on #eee: 3.9:1."),
        Example("cantTell", "White text over a photograph."),
        Example("passed", "Text of color #1b1b1b on white: 17:1."),
        Example("inapplicable", "A page that shows no text."),
    ),
)
def a11y_contrast(page: PageObservation) -> Judgement:
    """Faint text is lost to people with low vision, to the old, and to everyone in the sun."""
    axe = page.axe
    if axe is None:
        return cant_tell("axe did not run.")
    faint, unsure = named(axe.violations, _RULE), named(axe.incomplete, _RULE)
    measures = (("contrast-failures", places(faint)), ("contrast-review", places(unsure)))
    if faint:
        found = axe_evidence(faint, page.final_url)
        return failed("Text stands out too little.", *found, measures=measures)
    if unsure:
        found = axe_evidence(unsure, page.final_url)
        return cant_tell("The contrast of some text could not be told.", *found, measures=measures)
    if "color-contrast" in axe.passes:
        where = Evidence(page.final_url, rule="color-contrast")
        return passed("All text that axe measured stands out enough.", where, measures=measures)
    if "color-contrast" in axe.inapplicable:
        return inapplicable("There is no text to measure.")
    return cant_tell("axe's rule for contrast did not run.")
