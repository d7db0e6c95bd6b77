"""Does the text stay whole when a visitor spreads its lines, letters and words?"""

from audits.check import Judgement, cant_tell, page_check, passed
from audits.facts.boxes import box_evidence
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="mobile-text-spacing",
    title="Spacing override without loss",
    citation="WCAG 1.4.12",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Give boxes that hold text a min-height in place of a height, and let them grow; do "
    "not cut off what overflows.",
    decided="Lines are set to 1.5, paragraphs to 2, letters to 0.12 and words to 0.16 times the "
    "font size. Passed where no text is cut off or covered that was not before. cantTell where "
    "some is, for a person must see whether it is lost, or where this was not tried.",
    needs=("strains",),
    examples=(
        Example("passed", "Boxes that grow with their text."),
        Example("cantTell", "A button of a fixed height that cuts off its second line."),
    ),
)
def mobile_text_spacing(page: PageObservation) -> Judgement:
    """People with dyslexia or low vision spread the text to tell its letters apart."""
    found = next((one for one in page.strains or () if one.name == "text-spacing"), None)
    if found is None:
        return cant_tell("The page was not tried with more space in its text.")
    places = found.clipped_count + found.overlapping_count
    measures = [("text-spacing-losses", places)]
    if not places:
        return passed(
            "No text is lost with more space.", Evidence(page.final_url), measures=measures
        )
    url = page.final_url
    clipped = box_evidence(url, found.clipped, "Its text is cut off.", "clipped")
    covered = box_evidence(url, found.overlapping, "Its text covers other text.", "overlapping")
    return cant_tell(
        "With more space in the text, some is cut off or covered.",
        *clipped,
        *covered,
        measures=measures,
    )
