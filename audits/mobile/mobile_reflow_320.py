"""Can the page be read at 320 CSS pixels without scrolling sideways?"""

from audits.cause import path_of_selector
from audits.check import Judgement, cant_tell, failed, page_check, passed
from ideaaudit.models import Automation, Box, Evidence, Example, Layout, PageObservation, Strength

_WIDTH = 320
# A pixel of rounding is no scrolling.
_TOLERANCE = 1


@page_check(
    id="mobile-reflow-320",
    title="No horizontal scrolling at 320 CSS px",
    citation="IDEA 3(a)(8); WCAG 1.4.10 (2.1)",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Let the elements listed shrink or wrap: max-width: 100%, overflow-wrap, a flexible "
    "grid; put wide tables into a box of their own that scrolls.",
    decided="The page is laid out on a phone of 320 CSS pixels. Failed where it is wider than "
    "that and an element sticks out that is no table, code, map, image or medium; cantTell where "
    "only such elements stick out, or none was named. Passed otherwise.",
    needs=("phone",),
    examples=(
        Example("passed", "A page 320 CSS pixels wide on a phone of that width."),
        Example("failed", "A box of 600 CSS pixels beside the text."),
        Example("cantTell", "Only a table of figures is wider."),
    ),
)
def mobile_reflow_320(page: PageObservation) -> Judgement:
    """On a small phone, or enlarged four times, every line that runs off the screen must be
    chased to and fro."""
    narrow = next((one for one in page.phone or () if one.width == _WIDTH), None)
    if narrow is None:
        return cant_tell("The page was not laid out at 320 CSS pixels.")
    measures = (("width-at-320", _reach(narrow)),)
    if _reach(narrow) <= _WIDTH + _TOLERANCE:
        return passed(
            "The page fits into 320 CSS pixels.", Evidence(page.final_url), measures=measures
        )
    evidence = [_evidence(page.final_url, box) for box in narrow.overflowing]
    if evidence:
        return failed("The page scrolls sideways at 320 CSS pixels.", *evidence, measures=measures)
    what = "only content that may" if narrow.overflowing_exempt else "no element that was named"
    return cant_tell(f"The page scrolls sideways; {what} sticks out.", measures=measures)


def _reach(layout: Layout) -> int:
    """How wide the page makes itself; a page that forces its window is as wide as that."""
    return max(layout.document_width, layout.window_width)


def _evidence(url: str, box: Box) -> Evidence:
    beyond = round(box.left + box.width - _WIDTH)
    return Evidence(
        url=url,
        selector=box.selector,
        markup=box.markup[:300],
        detail=f"It sticks out by {beyond} CSS pixels.",
        path=path_of_selector(box.selector),
    )
