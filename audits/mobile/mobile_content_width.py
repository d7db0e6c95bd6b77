"""Does the page fit the widths that phones and tablets commonly have?"""

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.boxes import box_evidence
from ideaaudit.models import Automation, Box, Evidence, Example, Layout, PageObservation, Strength

# A pixel of rounding is no scrolling.
_TOLERANCE = 1
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
    "wider than any of them. Where it is, it is looked at on phones of 390 and 320 pixels: failed "
    "unless only tables, code, maps, images or media stick out there, for WCAG 1.4.10 lets them. "
    "cantTell where only such elements stick out, or where it fits those two. Whether it fits 320 "
    "pixels is another check.",
    needs=("phone", "widths"),
    examples=(
        Example("passed", "A page that is 360, 390, 412 and 768 CSS pixels wide on such screens."),
        Example("failed", "A box of 600 CSS pixels on a phone of 390."),
        Example("cantTell", "Only a table of figures is wider than the phone."),
    ),
)
def mobile_content_width(page: PageObservation) -> Judgement:
    """A page that is wider than the phone must be pushed to and fro with a thumb to be read."""
    layouts = page.phone or ()
    tried = dict(page.rendering.widths or ()) if page.rendering else {}
    tried |= {one.width: _reach(one) for one in layouts if one.width > _NARROW}
    measures = [(f"width-at-{width}", reach) for width, reach in sorted(tried.items())]
    beyond = [width for width, reach in sorted(tried.items()) if reach > width + _TOLERANCE]
    if not beyond:
        fits = "The page fits the widths of common phones."
        return passed(fits, Evidence(page.final_url), measures=measures)
    looked_at = [one for one in layouts if _reach(one) > one.width + _TOLERANCE]
    named = [one for one in looked_at if one.overflowing]
    if not named and (not looked_at or any(one.overflowing_exempt for one in looked_at)):
        what = "only content that may sticks out" if looked_at else "we did not see what sticks out"
        return cant_tell(f"The page is wider than common phones; {what}.", measures=measures)
    widths = ", ".join(map(str, beyond))
    nothing = Evidence(page.final_url, detail=f"It is wider than screens of {widths} pixels.")
    evidence = _named(page.final_url, named[-1]) if named else (nothing,)
    return failed("The page is wider than common phones.", *evidence, measures=measures)


def _reach(layout: Layout) -> int:
    """How wide the page makes itself; a page that forces its window is as wide as that."""
    return max(layout.document_width, layout.window_width)


def _named(url: str, layout: Layout) -> tuple[Evidence, ...]:
    def said(box: Box) -> str:
        beyond = round(box.left + box.width - layout.width)
        return f"It sticks out of {layout.width} CSS pixels by {beyond}."

    return box_evidence(url, layout.overflowing, said)
