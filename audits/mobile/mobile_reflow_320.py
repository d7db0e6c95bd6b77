"""Can the page be read at 320 CSS pixels without scrolling sideways?"""

from collections.abc import Iterable

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.boxes import box_evidence
from audits.facts.sideways import beyond, culprits, gutter, is_wide, reach
from ideaaudit.models import (
    Automation,
    Box,
    Evidence,
    Example,
    Layout,
    PageObservation,
    Strength,
)

_WIDTH = 320


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
    "only such elements stick out, or none was named. Passed otherwise; so too where no more than "
    "16 pixels of empty space stick out, as a grid's gutter does: nothing is lost, and nothing "
    "need be scrolled to.",
    version=2,
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
    measures = (("width-at-320", reach(narrow)),)
    if not is_wide(narrow):
        return passed(
            "The page fits into 320 CSS pixels.", Evidence(page.final_url), measures=measures
        )
    evidence = _evidence(page.final_url, culprits(narrow), narrow)
    if evidence:
        return failed("The page scrolls sideways at 320 CSS pixels.", *evidence, measures=measures)
    empty = _evidence(page.final_url, gutter(narrow), narrow)
    if empty:
        summary = "The page fits into 320 CSS pixels, but for a gutter of empty space."
        return passed(summary, *empty, measures=measures)
    what = "only content that may" if narrow.overflowing_exempt else "no element that was named"
    return cant_tell(f"The page scrolls sideways; {what} sticks out.", measures=measures)


def _evidence(url: str, boxes: Iterable[Box], layout: Layout) -> tuple[Evidence, ...]:
    def said(box: Box) -> str:
        return f"It sticks out by {beyond(box, layout)} CSS pixels."

    return box_evidence(url, boxes, said)
