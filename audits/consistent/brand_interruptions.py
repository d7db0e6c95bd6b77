"""Does the page let its visitors read without covering itself?"""

from audits.cause import path_of_selector
from audits.check import Judgement, cant_tell, page_check, passed
from audits.facts.notices import exits_of
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Box, Evidence, Example, PageObservation, Strength


@page_check(
    id="brand-interruptions",
    title="No needless modals/interstitials",
    citation="M-23-22 A.2",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Take away pop-ups, overlays and pages in between that no law asks for; say what they "
    "say on the page itself.",
    decided="Passed where nothing covers 30 % or more of the window after the page has loaded, "
    "and no link stops the visitor on the way out. cantTell where something does: whether it is "
    "needed is for a person to say.",
    needs=("html", "overlays"),
    examples=(
        Example("passed", "A page that shows its text."),
        Example("cantTell", "A survey covers the page."),
    ),
)
def brand_interruptions(page: PageObservation) -> Judgement:
    """People who are stopped before they have read a word close what stops them, or leave."""
    overlays = (page.rendering.overlays if page.rendering else None) or ()
    if overlays:
        where = [_covering(page.final_url, box) for box in overlays[:10]]
        return cant_tell("Something covers much of the page.", *where)
    stopping = exits_of(facts_of(page).links)
    if stopping:
        where = [
            Evidence(page.final_url, markup=link.markup, detail=link.href[:200], datum="exit")
            for link in stopping[:10]
        ]
        return cant_tell("Links out of the site stop the visitor on the way.", *where)
    return passed("Nothing covers the page or stops the visitor.", Evidence(page.final_url))


def _covering(url: str, box: Box) -> Evidence:
    detail = f"{box.width:.0f} by {box.height:.0f} pixels."
    path = path_of_selector(box.selector)
    return Evidence(url, box.selector, box.markup, detail, path=path, datum="overlay")
