"""Where a signature is asked for, is there a digital way to give it?"""

from audits.check import Judgement, cant_tell, inapplicable, page_check, passed
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="esign-digital-equivalent",
    title="Digital way to sign",
    citation="M-23-22 B.3 (gep)",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Let people sign on the page: a typed name, a box to check, a drawn signature, or an "
    "e-signature service.",
    decided="Passed where a page that asks for a signature has a field for it, a certification to "
    "check, an e-signature service, a signature field of a PDF, or says that an electronic "
    "signature is taken. cantTell where none was recognized; it may come later in the process. "
    "Inapplicable where none is asked for.",
    version=2,
    judges="both",
    needs=("html",),
    examples=(
        Example(
            "passed",
            '<main><form><label for="s">Type your full name to sign</label>'
            '<input id="s" name="signature"></form></main>',
        ),
        Example("cantTell", "<main><p>Sign and mail the form to this address.</p></main>"),
        Example("inapplicable", "<main><p>Opening hours</p></main>"),
    ),
)
def esign_digital_equivalent(page: PageObservation) -> Judgement:
    """Those who are far away, or cannot hold a pen, can still sign with a keyboard."""
    signing = facts_of(page).signing
    if not signing.asked:
        return inapplicable("The page asks for no signature.")
    where = Evidence(
        page.final_url, markup=signing.markup, detail=f"“{signing.asked}”", path="main"
    )
    if signing.digital:
        return passed("There is a digital way to sign.", where)
    return cant_tell("No digital way to sign was recognized.", where)
