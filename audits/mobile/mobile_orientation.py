"""Can the page be used with the phone held either way?"""

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.boxes import box_evidence
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="mobile-orientation",
    title="Works in both orientations",
    citation="WCAG 1.3.4",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Take out the style or script that turns the page, or that asks to turn the phone.",
    decided="The phone is turned on its side. Failed where the page turns itself back or asks to "
    "turn the phone. cantTell where text is cut off or covered that was not before, or the phone "
    "was not turned. Passed otherwise. Whether one orientation is essential (a piano, a check "
    "held up to a camera) is for a person to say.",
    needs=("strains",),
    examples=(
        Example("passed", "A page that flows into the wider window."),
        Example("failed", "“Please turn your phone” in place of the page."),
        Example("cantTell", "A heading that is cut off on a phone that lies on its side."),
    ),
)
def mobile_orientation(page: PageObservation) -> Judgement:
    """A phone that is fixed to a wheelchair cannot be turned."""
    found = next((one for one in page.strains or () if one.name == "landscape"), None)
    url = page.final_url
    if found is None:
        return cant_tell("The page was not tried on a phone that lies on its side.")
    if found.locked:
        detail = "It turns itself back, or asks to turn the phone."
        return failed(
            "The page can be used in one orientation only.",
            Evidence(url, detail=detail, datum="locked"),
        )
    lost = (
        *box_evidence(url, found.clipped, "Its text is cut off.", "clipped"),
        *box_evidence(url, found.overlapping, "Its text covers other text.", "overlapping"),
    )
    if found.clipped_count or found.overlapping_count:
        return cant_tell("On a phone that lies on its side some text is cut off or covered.", *lost)
    return passed("The page can be used with the phone held either way.", Evidence(url))
