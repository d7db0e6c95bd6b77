"""May visitors enlarge the page with two fingers?"""

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.page import facts_of
from audits.facts.viewport import viewport_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

# WCAG 1.4.4 asks for 200 %; axe's meta-viewport-large advises 500 %.
_MUST, _SHOULD = 2, 5


@page_check(
    id="mobile-zoom",
    title="Zoom not blocked",
    citation="WCAG 1.4.4; axe meta-viewport",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Take user-scalable and maximum-scale out of the viewport meta tag of the template.",
    decided="Failed where the last viewport meta says user-scalable=no (or a number that stands "
    "for it) or a maximum-scale below 2. cantTell for a maximum-scale from 2 to below 5, for a "
    "user-scalable that browsers do not know, or where scripts that did not run may add a "
    "viewport. Passed otherwise, also where there is none.",
    needs=("html",),
    examples=(
        Example("passed", '<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Example("failed", '<meta name="viewport" content="width=device-width, user-scalable=no">'),
        Example("cantTell", '<meta name="viewport" content="width=device-width,maximum-scale=3">'),
    ),
)
def mobile_zoom(page: PageObservation) -> Judgement:
    """People whose sight is weak draw the text larger with two fingers; some pages forbid it."""
    facts = facts_of(page)
    contents = facts.document.metas("viewport")
    if not contents:
        if facts.unsettled:
            return cant_tell("No viewport in the markup; scripts that did not run may add it.")
        return passed("The page names no viewport, and so sets no bound.")
    viewport = viewport_of(contents[-1])
    most = viewport.maximum_scale
    where = Evidence(
        page.final_url,
        detail=f"The viewport is {contents[-1][:100]!r}.",
        markup=f'<meta name="viewport" content="{contents[-1][:200]}">',
        datum=contents[-1][:100],
    )
    if viewport.scalable is False:
        return failed("The viewport forbids zooming.", where)
    if most is not None and most < _MUST:
        return failed("The viewport lets the page be enlarged to less than twice its size.", where)
    if viewport.scalable is None:
        return cant_tell("The viewport's user-scalable is a word that browsers do not know.", where)
    if most is not None and most < _SHOULD:
        return cant_tell("The viewport lets the page be enlarged, but to less than 500 %.", where)
    return passed("The page may be enlarged.", where)
