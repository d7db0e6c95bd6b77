"""Does the page fit itself to the width of a phone?"""

import re

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.page import facts_of
from audits.facts.viewport import viewport_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="mobile-viewport",
    title="Responsive viewport meta",
    citation="44 USC 3559; M-23-22 A.8",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy='Put <meta name="viewport" content="width=device-width, initial-scale=1"> into the '
    "head of the template.",
    decided="Passed where the last viewport meta says width=device-width with no initial scale "
    "below 1. Failed where there is none, or its width is a number. cantTell for anything else, "
    "or where scripts that did not run may add it.",
    needs=("html",),
    examples=(
        Example("passed", '<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Example("failed", '<meta name="viewport" content="width=1024">'),
        Example("cantTell", '<meta name="viewport" content="initial-scale=1">'),
    ),
)
def mobile_viewport(page: PageObservation) -> Judgement:
    """Without it a phone shows the page as if on a desk, and people read it through a keyhole."""
    facts = facts_of(page)
    contents = facts.document.metas("viewport")
    if not contents:
        if facts.unsettled:
            return cant_tell("No viewport in the markup; scripts that did not run may add it.")
        nothing = Evidence(page.final_url, detail="There is no viewport meta tag.", datum="none")
        return failed("The page names no viewport.", nothing)
    viewport = viewport_of(contents[-1])
    where = Evidence(
        page.final_url,
        detail=f"The viewport is {contents[-1][:100]!r}.",
        markup=f'<meta name="viewport" content="{contents[-1][:200]}">',
        datum=contents[-1][:100],
    )
    scale = viewport.initial_scale
    if viewport.width == "device-width" and (scale is None or scale >= 1):
        return passed("The page takes the width of the device.", where)
    if re.fullmatch(r"\d+(?:\.\d+)?(?:px)?", viewport.width):
        return failed("The viewport has a fixed width.", where)
    return cant_tell("The viewport is set in another way than by the device's width.", where)
