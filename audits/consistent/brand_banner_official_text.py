"""Does the banner say that this is an official website of the United States government?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.domains import is_government
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_OFFICIAL = "An official website of the United States government"


@page_check(
    id="brand-banner-official-text",
    title="Official-site text",
    citation="Banner standard (Pending); IDEA 3(e)",
    strength=Strength.PENDING,
    automation=Automation.FULL,
    remedy=f"Let the banner say “{_OFFICIAL}”, or in Spanish “Un sitio oficial del Gobierno de "
    "Estados Unidos”, letter by letter.",
    decided="Passed where the sentence stands in the banner, in English or Spanish. cantTell for "
    "up to five wrong letters, for a banner that calls the site official in other words or "
    "stands in another language, and for one that scripts did not fill in. Failed where the "
    "banner says nothing of the kind. Inapplicable off .gov and .mil, and where there is no "
    "banner at all, which is a failure of brand-banner-present and counts once.",
    needs=("html",),
    examples=(
        Example("passed", f'<section class="usa-banner"><p>{_OFFICIAL}</p></section>'),
        Example("failed", '<section class="usa-banner"><p>Welcome to our website</p></section>'),
        Example(
            "cantTell",
            '<section class="usa-banner">An offical website of the United States goverment'
            "</section>",
        ),
        Example("inapplicable", "<main><p>A page without a banner</p></main>"),
    ),
)
def brand_banner_official_text(page: PageObservation) -> Judgement:
    """This one sentence is what people are taught to look for before they trust a page."""
    if not is_government(page.final_url):
        return inapplicable("The standard is for sites on .gov and .mil.")
    facts = facts_of(page)
    banner = facts.banner
    if not banner.there:
        return inapplicable("The page has no banner.")
    where = Evidence(page.final_url, markup=banner.markup, detail=banner.text[:120], path="banner")
    if banner.sentence:
        return passed("The banner has the official text.", where)
    if banner.near:
        return cant_tell(f"The official text has wrong letters: {banner.near[:80]!r}.", where)
    if not banner.text:
        return cant_tell("The banner was empty when it was seen; a script may fill it in.", where)
    if facts.unsettled:
        return cant_tell("Scripts that did not run may complete the banner's text.", where)
    language = facts.document.root_attribute("lang").lower().partition("-")[0]
    if "ficial" in banner.text or language not in ("", "en", "es"):
        return cant_tell("The banner's words were not recognized as the official text.", where)
    return failed("The banner does not say that the site is official.", where)
