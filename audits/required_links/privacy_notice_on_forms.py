"""Is there a privacy notice at forms that ask people who they are?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.page import facts_of
from audits.facts.pii import asking_who, privacy_links, says_privacy
from audits.facts.tree import normal
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_FORM = "<form method=post><label>Full name <input></label><label>E-mail <input type=email></label>"


@page_check(
    id="privacy-notice-on-forms",
    title="Privacy Act statement or notice on PII forms",
    citation="M-23-22 9a; 5 USC 552a(e)(3)",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Say at the form by what law you ask, what for, who sees it, and what happens without "
    "an answer; link to the whole Privacy Act statement.",
    decided="For forms that ask for a Social Security number, or for a name and one of birth date, "
    "address, e-mail and telephone. Passed where the form or the main text speaks of a Privacy "
    "Act statement, privacy notice or policy, or a link there does. cantTell where only the "
    "header or footer links to one, the page is in a language that we do not read, or scripts "
    "that did not run may add it. Failed otherwise. Inapplicable without such forms.",
    needs=("html",),
    examples=(
        Example("passed", _FORM + "<p>Privacy Act statement: we ask this by 5 U.S.C. 301</form>"),
        Example("failed", _FORM + "</form>"),
        Example("cantTell", _FORM + "</form><footer><a href=/privacy>Privacy policy</a></footer>"),
        Example("inapplicable", '<form role="search"><input name="q"></form>'),
    ),
)
def privacy_notice_on_forms(page: PageObservation) -> Judgement:
    """People have a right to know why they are asked, before they answer."""
    facts = facts_of(page)
    forms = asking_who(facts.forms)
    if not forms:
        return inapplicable("No form of the page asks people who they are.")
    where = [Evidence(page.final_url, markup=one.markup, path="form") for one in forms]
    links = privacy_links(facts.links)
    near = [one for one in links if not one.in_footer and one.region not in ("header", "nav")]
    said = [form.text for form in forms] + [normal(facts.document.main_text)]
    if near or any(map(says_privacy, said)):
        return passed("The page speaks of privacy where it asks.", *where)
    if links:
        return cant_tell("Only the header or footer links to a privacy policy.", *where)
    if facts.unsettled:
        return cant_tell("No notice in the markup; scripts that did not run may add it.", *where)
    if facts.document.root_attribute("lang").lower().partition("-")[0] not in ("", "en", "es"):
        return cant_tell("No notice was recognized; the page is in another language.", *where)
    return failed("The page asks people who they are, and says nothing of privacy.", *where)
