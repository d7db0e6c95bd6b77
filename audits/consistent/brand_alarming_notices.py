"""Is the page free of notices that threaten its readers?"""

from audits.check import Judgement, cant_tell, inapplicable, page_check, passed
from audits.facts.notices import alarms_of, is_legal_page
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="brand-alarming-notices",
    title="No threatening notices on public pages",
    citation="M-23-22 A.2",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Move warnings on monitoring and unauthorized use to the sign-in page and to one page "
    "of policies, and link to that.",
    decided="Passed where no phrase of such a notice was found, in English or Spanish, or the page "
    "is about policies or notices itself, where legal text belongs. cantTell where one was found. "
    "Inapplicable on pages where people sign in.",
    needs=("html",),
    examples=(
        Example("passed", "<main><p>Opening hours</p></main>"),
        Example("cantTell", "<p>You have no expectation of privacy when you use this system.</p>"),
        Example("inapplicable", '<form><input type="password"></form>'),
    ),
)
def brand_alarming_notices(page: PageObservation) -> Judgement:
    """People who came for help and are told that they are watched leave without it."""
    facts = facts_of(page)
    if facts.has_form("login"):
        return inapplicable("People sign in on this page.")
    alarms = alarms_of(facts.document.text_normal)
    if not alarms:
        return passed("No threatening notice was found.", Evidence(page.final_url))
    listed = ", ".join(alarms)
    where = Evidence(page.final_url, detail=listed, datum=listed)
    if is_legal_page(facts.document):
        return passed("The notice stands on a page that is about such notices.", where)
    return cant_tell("The page has words of a threatening notice.", where)
