"""Does the banner stand at the top of the page, on a line by itself?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.domains import is_government
from audits.facts.page import facts_of
from ideaaudit.models import (
    Automation,
    Box,
    Evidence,
    Example,
    Layout,
    PageObservation,
    Strength,
)

_TOP = 120
_WIDE = 0.95


@page_check(
    id="brand-banner-top",
    title="At top, on a line by itself",
    citation="Banner standard (Pending); IDEA 3(e)",
    strength=Strength.PENDING,
    automation=Automation.PARTLY,
    remedy="Make the banner the first thing in the body, after the skip link, and let nothing "
    "stand beside it.",
    decided="Passed where on the desktop and on the phone the banner begins within 120 CSS pixels "
    "of the top and takes 95 % of the width. Failed where it stands in the footer or below the "
    "beginning of the main text. cantTell where it is lower or narrower than that, as below an "
    "alert, or was not found in the layout. Inapplicable off .gov and .mil, and without a banner.",
    needs=("html", "phone"),
    examples=(
        Example("passed", "The banner is the first line of the page, from edge to edge."),
        Example("failed", "The banner stands in the footer."),
        Example("cantTell", "An alert of 200 pixels stands above the banner."),
        Example("inapplicable", "A page without a banner."),
    ),
)
def brand_banner_top(page: PageObservation) -> Judgement:
    """People look for the banner where every federal site has it: first of all."""
    if not is_government(page.final_url):
        return inapplicable("The standard is for sites on .gov and .mil.")
    banner = facts_of(page).banner
    if not banner.there:
        return inapplicable("The page has no banner.")
    if banner.sunk:
        where = Evidence(page.final_url, markup=banner.markup, path="footer", datum="footer")
        return failed("The banner stands in the footer.", where)
    layouts = page.rendering.layouts if page.rendering else ()
    judged = [(_place(layout), layout) for layout in layouts]
    measures = [(f"banner-top-{layout.name}", box.top) for (_, box), layout in judged if box]
    for place, answer, summary in (
        ("low", failed, "The banner stands below the beginning of the main text."),
        ("unseen", cant_tell, "The banner was not found in the page's layout."),
        ("lower", cant_tell, "Something stands above the banner."),
        ("narrow", cant_tell, "The banner does not take the whole width."),
    ):
        found = [(box, layout) for (at, box), layout in judged if at == place]
        if found:
            places = [_evidence(page.final_url, box, layout, place) for box, layout in found]
            return answer(summary, *places, measures=measures)
    places = [_evidence(page.final_url, box, layout, "top") for (_, box), layout in judged]
    return passed("The banner is the first line of the page.", *places, measures=measures)


def _place(layout: Layout) -> tuple[str, Box | None]:
    """Where the banner stands in one layout: "top", "narrow", "lower", "low" or "unseen"."""
    boxes = dict(layout.regions)
    banner, main = boxes.get("banner"), boxes.get("main")
    if banner is None or not banner.width or not banner.height:
        return "unseen", banner
    if banner.top > _TOP:
        # A main that begins at the top may hold the whole page, banner and all.
        line = layout.height if main is None or main.top <= _TOP else main.top
        below = banner.top > line
        return ("low" if below else "lower"), banner
    return ("top" if banner.width >= _WIDE * layout.width else "narrow"), banner


def _evidence(url: str, box: Box | None, layout: Layout, datum: str) -> Evidence:
    if box is None:
        return Evidence(url, detail=f"At {layout.width} pixels.", path="banner", datum=datum)
    detail = f"At {layout.width} pixels: {box.top:.0f} from the top, {box.width:.0f} wide."
    return Evidence(url, box.selector, box.markup, detail, path="banner", datum=datum)
