"""Do pages that ask people who they are link to a privacy policy?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.page import facts_of
from audits.facts.pii import asking_who, privacy_links
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_FORM = "<form method=post><label>Social Security number <input></label></form>"


@page_check(
    id="privacy-link-on-pii-pages",
    title="Privacy policy link on PII-collecting pages",
    citation="M-23-22 9a",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Link to the privacy policy from the template of every page with such a form.",
    decided="For pages with a form that asks for a Social Security number, or for a name and one "
    "of birth date, address, e-mail and telephone. Passed where any link of the page is called "
    "for privacy or leads to such a page. cantTell where the page is in a language that we do "
    "not read, or scripts that did not run may add one. Failed otherwise. Inapplicable without "
    "such forms.",
    needs=("html",),
    examples=(
        Example("passed", _FORM + '<footer><a href="/privacy">Privacy policy</a></footer>'),
        Example("failed", _FORM),
        Example("cantTell", '<html lang="fr">' + _FORM),
        Example("inapplicable", "<p>A page without forms.</p>"),
    ),
)
def privacy_link_on_pii_pages(page: PageObservation) -> Judgement:
    """Before people say who they are they may ask what becomes of it."""
    facts = facts_of(page)
    forms = asking_who(facts.forms)
    if not forms:
        return inapplicable("No form of the page asks people who they are.")
    links = [link for link in privacy_links(facts.links) if link.href]
    if links:
        where = Evidence(page.final_url, markup=links[0].markup, detail=links[0].href)
        return passed("The page links to a privacy policy.", where)
    if facts.unsettled:
        return cant_tell("No such link in the markup; scripts that did not run may add it.")
    if facts.document.root_attribute("lang").lower().partition("-")[0] not in ("", "en", "es"):
        return cant_tell("No such link was recognized; the page is in another language.")
    where = Evidence(page.final_url, markup=forms[0].markup, path="form")
    return failed("The page asks people who they are, and links to no privacy policy.", where)
