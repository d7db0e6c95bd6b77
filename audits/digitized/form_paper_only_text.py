"""Does the page or the document take the form on paper and in no other way?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="form-paper-only-text",
    title="No print-and-mail-only instructions",
    citation="IDEA 4(c); M-23-22 B.1",
    strength=Strength.STATUTE,
    automation=Automation.PARTLY,
    remedy="Make a web form of it, or take the filled form by upload, and say so where it says to "
    "print and mail.",
    decided="Reads the main text, or the document, in English and Spanish. Failed where it says "
    "that a form cannot be submitted online, or is taken on paper alone, and offers no other way. "
    "cantTell where it asks to print, mail, fax or notarize, and no online way was recognized, or "
    "where it says both. Inapplicable where it says none of this, or offers an online way beside "
    "it.",
    judges="both",
    needs=("html",),
    examples=(
        Example("failed", "<main><p>This form cannot be submitted online.</p></main>"),
        Example("cantTell", "<main><p>Print and sign the application form.</p></main>"),
        Example(
            "inapplicable",
            '<main><p>Mail the completed form, or <a href="/apply">apply online</a>.</p></main>',
        ),
    ),
)
def form_paper_only_text(page: PageObservation) -> Judgement:
    """A form on paper takes a printer, a stamp and a week, and shuts out who has none of them."""
    found = facts_of(page).submission
    if found.only and found.online:
        return cant_tell(
            "A form is taken on paper alone, and an online way is offered.",
            _words(page, found.only),
        )
    if found.only:
        return failed("A form is taken on paper alone.", _words(page, found.only))
    if found.paper and not found.online:
        return cant_tell(
            "A form is to be printed, mailed or brought, and no online way was recognized.",
            _words(page, found.paper),
        )
    return inapplicable("No form is asked for on paper alone.")


def _words(page: PageObservation, words: str) -> Evidence:
    return Evidence(page.final_url, detail=f"“{words}”", path="main")
