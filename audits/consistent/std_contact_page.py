"""Does the site have a contact page?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.contact_page import contact_pages
from audits.facts.site import home_seen, own_pages, settled
from ideaaudit.models import Automation, Evidence, Example, Strength

_ENOUGH_PAGES = 4


@site_check(
    id="std-contact-page",
    title="Contact page exists",
    citation="Contact page standard (Draft)",
    strength=Strength.DRAFT,
    automation=Automation.FULL,
    remedy="Make a page that says how to reach you, and link to it from every page as “Contact” "
    "or “Contact us”.",
    decided="Passed where a contact link, or the path /contact, leads to a page that was read. "
    "Failed where every contact link is dead, or where the home page and three more, or the whole "
    "site, have no such link and no such page. cantTell where a link leads to what was not read.",
    examples=(
        Example("passed", "“Contact us” leads to /contact, which answers."),
        Example("failed", "No page is called so, and none links to one."),
        Example("cantTell", "“Contact us” leads to the department's site, which was not visited."),
    ),
)
def std_contact_page(view: SiteView) -> Judgement:
    """Who cannot find an answer needs to find someone to ask."""
    found = contact_pages(view)
    if found.read:
        return passed("The site has a contact page.", Evidence(found.read[0].url))
    path = view.observation.path("link:contact")
    status = path.status if path else None
    if path and status is not None and status < 300 and path.soft_404 is not True:
        return passed("The contact page that the home page links to answers.", Evidence(path.url))
    alive = [url for url in found.linked if url not in found.dead]
    if alive:
        where = [Evidence(url, detail="Not read.") for url in alive[:5]]
        return cant_tell(
            "A contact link was found; the page that it leads to was not read.", *where
        )
    if found.dead:
        return failed("Every contact link is dead.", *(Evidence(url) for url in found.dead[:5]))
    seen = settled(own_pages(view))
    if home_seen(seen) and (view.complete or len(seen) >= _ENOUGH_PAGES):
        return failed(f"No contact page and no link to one was found on {len(seen)} pages.")
    return cant_tell("No contact page was found on the few pages that were seen whole.")
