"""Does the page fit the widths that phones and tablets commonly have?"""

from collections.abc import Iterable

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.boxes import box_evidence
from audits.facts.sideways import GUTTER, TOLERANCE, beyond, culprits, gutter, is_wide, reach
from ideaaudit.models import Automation, Box, Evidence, Example, Layout, PageObservation, Strength

_NARROW = 320


@page_check(
    id="mobile-content-width",
    title="Fits common phone widths",
    citation="IDEA 3(a)(8)",
    strength=Strength.STATUTE,
    automation=Automation.FULL,
    remedy="Let the elements listed shrink or wrap: max-width: 100%, overflow-wrap, a flexible "
    "grid; put wide tables into a box of their own that scrolls.",
    decided="The page is laid out 360, 390, 412 and 768 CSS pixels wide. Passed where it is no "
    "wider than any of them, or by no more than 16 pixels of empty space, as a grid's gutter is. "
    "Where it is, it is looked at on phones of 390 and 320 pixels: failed where an element sticks "
    "out there that is no table, code, map, image or medium, or where the page has the phone show "
    "a wider window; cantTell where only such elements do, for WCAG 1.4.10 lets them, or none "
    "could be named. Whether it fits 320 pixels is another check.",
    needs=("phone", "widths"),
    examples=(
        Example("passed", "A page that is 360, 390, 412 and 768 CSS pixels wide on such screens."),
        Example("failed", "A box of 600 CSS pixels on a phone of 390."),
        Example("cantTell", "Only a table of figures is wider than the phone."),
    ),
)
def mobile_content_width(page: PageObservation) -> Judgement:
    """A page that is wider than the phone must be pushed to and fro with a thumb to be read."""
    url = page.final_url
    layouts = page.phone or ()
    tried = dict(page.rendering.widths or ()) if page.rendering else {}
    tried |= {one.width: reach(one) for one in layouts if one.width > _NARROW}
    measures = [(f"width-at-{width}", wide) for width, wide in sorted(tried.items())]
    over = {width: wide - width for width, wide in tried.items() if wide > width + TOLERANCE}
    if not over:
        fits = "The page fits the widths of common phones."
        return passed(fits, Evidence(url), measures=measures)
    # That of a phone, if the page is too wide for it, and else that of the narrow one.
    seen = max((one for one in layouts if is_wide(one)), key=lambda one: one.width, default=None)
    if seen is None:
        summary = "The page is wider than common phones; we did not see what sticks out."
        return cant_tell(summary, _widths(url, over), measures=measures)
    empty = _named(url, gutter(seen), seen)
    if empty and max(over.values()) <= GUTTER:
        summary = "The page fits the widths of common phones, but for a gutter of empty space."
        return passed(summary, *empty, measures=measures)
    evidence = _named(url, culprits(seen), seen)
    forced = seen.window_width > seen.width + GUTTER and not seen.overflowing_exempt
    if evidence or forced:
        evidence = evidence or (_widths(url, over),)
        return failed("The page is wider than common phones.", *evidence, measures=measures)
    what = "only content that may" if seen.overflowing_exempt else "no element that was named"
    summary = f"The page is wider than common phones; {what} sticks out."
    return cant_tell(summary, _widths(url, over), measures=measures)


def _widths(url: str, over: Iterable[int]) -> Evidence:
    widths = ", ".join(map(str, sorted(over)))
    return Evidence(url, detail=f"It is wider than screens of {widths} pixels.")


def _named(url: str, boxes: Iterable[Box], layout: Layout) -> tuple[Evidence, ...]:
    def said(box: Box) -> str:
        return f"It sticks out of {layout.width} CSS pixels by {beyond(box, layout)}."

    return box_evidence(url, boxes, said)
