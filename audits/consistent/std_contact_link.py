"""Does the page link to the contact page as every other page does?"""

from audits.check import (
    Judgement,
    SiteView,
    cant_tell,
    failed,
    inapplicable,
    page_among_check,
    passed,
)
from audits.facts.contact_page import exact_places, is_contact_path, usual_place
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength


@page_among_check(
    id="std-contact-link",
    title="Link in header/footer, same place, exact text, every page",
    citation="Contact page standard (Draft)",
    strength=Strength.DRAFT,
    automation=Automation.FULL,
    remedy="Put the link “Contact” or “Contact us” into the header or the footer of the template "
    "that all pages share.",
    decided="Passed where the header or footer, whichever it is on most pages of the site, has a "
    "link named exactly “Contact” or “Contact us” (or so in Spanish). Failed where there is no "
    "contact link, or only one elsewhere or in other words. cantTell where the page has no header "
    "or footer that can be recognized, or scripts that did not run may add it. The contact page "
    "need not link to itself.",
    needs=("html",),
    examples=(
        Example("passed", "“Contact us” in the footer of every page."),
        Example("failed", "“Contact us” in the footer, and on this page in the text."),
        Example("cantTell", "A page without header and footer."),
        Example("inapplicable", "The contact page, without a link to itself."),
    ),
)
def std_contact_link(page: PageSummary, view: SiteView) -> Judgement:
    """A link that is always in the same place is found without being looked for."""
    codes = page.all("contact-link")
    places, usual = exact_places(page), usual_place(view)
    where = Evidence(page.url, detail=f"Contact links: {', '.join(codes) or 'none'}.")
    if usual in places:
        return passed(f"The contact link is in the {usual}.", where)
    if not codes and is_contact_path(page.final_url):
        return inapplicable("This is the contact page.")
    if page.has("unsettled"):
        return cant_tell("Scripts that did not run may add the contact link.", where)
    if not (page.header_key or page.footer_key):
        return cant_tell("No header or footer was recognized on the page.", where)
    if places:
        where = _datum(where, "elsewhere")
        return failed(f"On most pages the contact link is in the {usual}, and not here.", where)
    if any(code.startswith(("header", "footer")) for code in codes):
        return failed(
            "The contact link has other words than the standard's.", _datum(where, "text")
        )
    if any(code.startswith("nav") for code in codes):
        return cant_tell("The contact link is in navigation outside header and footer.", where)
    if codes:
        summary = "The contact link is in neither header nor footer."
        return failed(summary, _datum(where, "place"))
    return failed("The page has no contact link.", _datum(where, "none"))


def _datum(where: Evidence, datum: str) -> Evidence:
    return Evidence(where.url, detail=where.detail, datum=datum)
