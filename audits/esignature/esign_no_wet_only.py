"""Does the page ask for a signature in ink, and take no other?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="esign-no-wet-only",
    title="No wet-signature-only requirement",
    citation="M-23-22 B.3; GPEA; ESIGN",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Accept an electronic signature beside the one in ink, and say so where it is asked "
    "for.",
    decided="Reads the main text, or the document, in English and Spanish. Failed where it says "
    "that electronic signatures are not accepted. cantTell where it asks for ink, an original "
    "or a notary and names no electronic way, or asks for a signature and does not say how. "
    "Passed where an electronic way is named or offered. Inapplicable where no signature is "
    "asked for.",
    version=2,
    judges="both",
    needs=("html",),
    examples=(
        Example("passed", "<main><p>Sign electronically, or print and sign.</p></main>"),
        Example("failed", "<main><p>Electronic signatures are not accepted.</p></main>"),
        Example("cantTell", "<main><p>A wet signature is required.</p></main>"),
        Example("inapplicable", "<main><p>Opening hours</p></main>"),
    ),
)
def esign_no_wet_only(page: PageObservation) -> Judgement:
    """A signature in ink needs a printer, an envelope and a week; many people have none of
    them."""
    signing = facts_of(page).signing
    if signing.refuses and signing.accepts:
        return cant_tell(
            "The page both takes and refuses electronic signatures.", _words(page, signing.refuses)
        )
    if signing.refuses:
        return failed("The page refuses electronic signatures.", _words(page, signing.refuses))
    if signing.digital:
        return passed(
            "An electronic signature is possible.", _words(page, signing.accepts or signing.means)
        )
    if signing.wet:
        return cant_tell("The page asks for a signature on paper.", _words(page, signing.wet))
    if signing.asked:
        return cant_tell(
            "The page asks for a signature and does not say how.", _words(page, signing.asked)
        )
    return inapplicable("The page asks for no signature.")


def _words(page: PageObservation, words: str) -> Evidence:
    return Evidence(page.final_url, detail=f"“{words}”", path="main")
