"""Can the page be enlarged to 200 % without loss?"""

from audits.check import Judgement, cant_tell, failed, page_check
from audits.facts.boxes import box_evidence
from audits.facts.page import facts_of
from audits.facts.viewport import viewport_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strain, Strength

_ENOUGH = 2.0


@page_check(
    id="a11y-zoom-200",
    title="200 % zoom without loss",
    citation="WCAG 1.4.4; TT 18.A",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Take user-scalable and maximum-scale out of the viewport element, and let boxes grow "
    "with their text: no fixed heights, no fixed widths. mobile-zoom and axe's rule meta-viewport "
    "name the same element.",
    decided="Failed only where the viewport element forbids zooming, or allows less than twice the "
    "size. Otherwise cantTell: where a browser laid the page out at 200 %, text that was cut off "
    "or covered and a page that scrolls sideways are listed for a person to look at.",
    needs=("html",),
    examples=(
        Example("failed", '<meta name="viewport" content="user-scalable=no"><p>Text</p>'),
        Example("cantTell", '<meta name="viewport" content="width=device-width"><p>Text</p>'),
    ),
)
def a11y_zoom_200(page: PageObservation) -> Judgement:
    """People with low vision enlarge the page; a page that does not let them, or that loses
    words, cannot be read."""
    url = page.final_url
    content = next(reversed(facts_of(page).document.metas("viewport")), "")
    viewport = viewport_of(content)
    maximum = viewport.maximum_scale
    if viewport.scalable is False or (maximum is not None and maximum < _ENOUGH):
        markup = f'<meta name="viewport" content="{content}">'[:300]
        return failed(
            "The page does not let a phone enlarge it to twice its size.",
            Evidence(url, markup=markup, detail="Zooming is blocked.", datum="viewport"),
        )
    strain = next((one for one in page.strains or () if one.name == "zoom-200"), None)
    if strain is None:
        return cant_tell("The page does not block zooming; it was not laid out at 200 %.")
    hints = _hints(url, strain)
    measures = (
        ("zoom-200-clipped", strain.clipped_count),
        ("zoom-200-overlapping", strain.overlapping_count),
    )
    if hints:
        return cant_tell("At 200 % something may be lost.", *hints, measures=measures)
    return cant_tell("At 200 % nothing was seen to be lost; a person must look.", measures=measures)


def _hints(url: str, strain: Strain) -> tuple[Evidence, ...]:
    wide = strain.document_width > strain.window_width > 0
    sideways = Evidence(url, detail="The page scrolls sideways at 200 %.", datum="sideways")
    return (
        *box_evidence(url, strain.clipped, "Its text is cut off at 200 %.", "clipped"),
        *box_evidence(url, strain.overlapping, "Text covers it at 200 %.", "overlapping"),
        *((sideways,) if wide else ()),
    )
