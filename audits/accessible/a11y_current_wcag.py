"""Does the page fail, where a machine can see it, what WCAG 2.1 and 2.2 add at A and AA?"""

from audits.check import Judgement, cant_tell, failed, page_check
from audits.facts.axe import OF_CURRENT, axe_evidence, names, of_layer, places
from audits.facts.boxes import box_evidence
from audits.facts.sideways import culprits, is_wide
from ideaaudit.models import Automation, Box, Evidence, Example, PageObservation, Strength

_NARROW = 320


# The draft catalogue counts our own probes with axe's rules. Reflow (1.4.10) and a blocked
# password paste (3.3.8) are seen plainly; text that spacing cuts off (1.4.12) is a hint and fails
# nothing, as `mobile-text-spacing` has it; help in one place (3.2.6) is a matter of the whole
# site.
@page_check(
    id="a11y-current-wcag",
    title="No detectable WCAG 2.1/2.2 A/AA failure",
    citation="M-23-22 A.1 (most current WCAG where possible)",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Fix each element listed. These criteria go beyond Section 508; fix failures of "
    "WCAG 2.0 first.",
    decided="Failed where axe-core reports a violation of a rule tagged wcag21a, wcag21aa or "
    "wcag22aa, where content that is no table, code, map, image or medium sticks out at 320 CSS "
    "pixels (1.4.10), or where a password could not be pasted (3.3.8). Otherwise cantTell: most "
    "of these criteria need a person. What WCAG 2.0 has already is not counted again.",
    needs=("axe",),
    examples=(
        Example("failed", "Two buttons of 16 by 16 CSS pixels that touch each other."),
        Example("cantTell", "A page on which axe and our probes find nothing."),
        Example("inapplicable", "A PDF."),
    ),
)
def a11y_current_wcag(page: PageObservation) -> Judgement:
    """The newer criteria are about phones, enlarged text, tired hands and forgotten passwords."""
    rules = of_layer(page.axe.violations, OF_CURRENT) if page.axe else []
    probes = (*_reflow(page), *_paste(page))
    measures = (("axe-current-violations", places(rules)),)
    review = of_layer(page.axe.incomplete, OF_CURRENT) if page.axe else []
    if not rules and not probes:
        return cant_tell(
            "Nothing of WCAG 2.1 and 2.2 was found to fail; most of it needs a person.",
            *axe_evidence(review, page.final_url),
            measures=measures,
        )
    found = [f"axe's rules {names(rules)}"] * bool(rules) + ["our own probes"] * bool(probes)
    return failed(
        f"What WCAG 2.1 and 2.2 add fails by {' and by '.join(found)}.",
        *axe_evidence(rules, page.final_url),
        *probes,
        measures=measures,
    )


def _reflow(page: PageObservation) -> tuple[Evidence, ...]:
    boxes = [
        box
        for one in page.phone or ()
        if one.width == _NARROW and is_wide(one)
        for box in culprits(one)
    ]
    said = "It sticks out at 320 CSS pixels (1.4.10 Reflow)."
    return box_evidence(page.final_url, boxes, said, "1.4.10")


def _paste(page: PageObservation) -> tuple[Evidence, ...]:
    tried = (page.rendering.passwords if page.rendering else None) or ()
    boxes: list[Box] = [one.field for one in tried if one.accepted is False]
    said = "A password cannot be pasted (3.3.8 Accessible Authentication)."
    return box_evidence(page.final_url, boxes, said, "3.3.8")
