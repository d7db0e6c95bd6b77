"""Is the text large enough to be read on a phone?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.sideways import GUTTER
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_ENOUGH = 0.6


@page_check(
    id="mobile-font-size",
    title="Text legible",
    citation="Lighthouse rule; digital.gov",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Set body text in 16 pixels (1rem) and nothing that must be read in less than 12.",
    decided="On the widest phone that the page was laid out on: passed where 60 % or more of the "
    "characters of visible text are 12 CSS pixels or larger, failed where fewer are (the rule "
    "that Lighthouse had until version 13). cantTell where the page is wider than the phone, so "
    "that the phone shows it smaller than it is. Inapplicable where there is no text.",
    needs=("phone",),
    examples=(
        Example("passed", "Body text of 16 CSS pixels, and a footnote of 11."),
        Example("failed", "A page set in 10 CSS pixels."),
        Example("cantTell", "A page that is 980 CSS pixels wide on a phone of 390."),
        Example("inapplicable", "A page without text."),
    ),
)
def mobile_font_size(page: PageObservation) -> Judgement:
    """Nobody should have to pinch the page at every paragraph, least of all those who see badly."""
    phone = (page.phone or ())[-1]
    if not phone.characters:
        return inapplicable("The page shows no text.")
    share = (phone.characters - phone.small_characters) / phone.characters
    measures = [("legible-text-share", round(share, 3))]
    detail = f"{phone.small_characters} of {phone.characters} characters are below 12 CSS pixels."
    where = Evidence(page.final_url, detail=detail)
    if share < _ENOUGH:
        return failed("Much of the text is below 12 CSS pixels.", where, measures=measures)
    if phone.window_width > phone.width + GUTTER:
        shrunk = "The page is wider than the phone, which shows its text smaller than it is."
        return cant_tell(shrunk, where, measures=measures)
    return passed("Most of the text is 12 CSS pixels or larger.", where, measures=measures)
