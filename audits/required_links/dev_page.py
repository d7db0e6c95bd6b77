"""Does the agency have a page for developers?"""

from audits.check import Judgement, agency_check, cant_tell, failed, passed
from audits.facts.agency_pages import shown
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength


@agency_check(
    id="dev-page",
    title="Developer page",
    citation="M-23-22 A.9b",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Say at /developer on the principal site which interfaces and data are open, and how "
    "to use them.",
    decided="Passed where a page for developers of the agency's sites was seen: /developer, "
    "/developers, or a site named developer. Failed where /developer on the principal site "
    "answers that there is none, and no link of its front page leads to one. cantTell where a "
    "link was not followed, the address was not asked for, or no principal site was audited.",
    examples=(
        Example("passed", "/developer answers with a list of APIs."),
        Example("failed", "/developer answers 404, and no link leads to such a page."),
        Example("cantTell", "A link named “Developers” that was not followed."),
    ),
)
def dev_page(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """Others build on open data and interfaces what the agency cannot, if they can find them."""
    for site in sites:
        if site.target.site.startswith(("developer.", "developers.")) and site.pages:
            return passed("The agency has a site for developers.", Evidence(site.target.url))
        if any("itself" in words.split() for words in site.all("page:developer")):
            return passed("The agency has a page for developers.", Evidence(site.target.url))
    page = shown(sites, "developer")
    if page is None:
        return cant_tell("The agency's principal site is not among those that were audited.")
    if page.linked:
        return cant_tell("A link to a page for developers was not followed.", Evidence(page.url))
    if page.bound and page.gone:
        where = Evidence(page.url, detail="/developer answers that there is no such page.")
        return failed("The agency has no page for developers.", where)
    return cant_tell("No page for developers was seen.")
