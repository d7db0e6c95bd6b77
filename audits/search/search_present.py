"""Can a visitor search the site?"""

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, passed, site_check
from audits.facts.site import home_seen, own_pages, settled, with_signal
from ideaaudit.models import Automation, Evidence, Example, Strength

_CERTAIN = ("search.gov", "form")
_MINIMAL = 5
_ENOUGH = 4


@site_check(
    id="search-present",
    title="Search function exists",
    citation="IDEA 3(a)(4); M-23-22 A.4",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Put a search box in the header of every page; Search.gov is free for federal sites.",
    decided="Passed where a search field that can be nothing else (a search landmark, type or "
    "role, or Search.gov's form) stands on a page; what it finds is not tested, for no form is "
    "sent. cantTell where only a link, a script or a likely form was recognized. Failed where "
    "none is on the home page and three more. Inapplicable for a whole site of at most five "
    "pages without one.",
    examples=(
        Example("passed", '<form role="search" action="/find"><input type="search"></form>'),
        Example("failed", "Home and three more pages without any way to search."),
        Example("cantTell", "Only a link named “Search”."),
        Example("inapplicable", "A site of three pages."),
    ),
)
def search_present(view: SiteView) -> Judgement:
    """People arrive with a question, not with a map of the agency."""
    pages = own_pages(view)
    offering = with_signal(pages, "search")
    certain = [page for page in offering if set(page.all("search")) & set(_CERTAIN)]
    if certain:
        summary = f"A search field stands on {len(certain)} of {len(pages)} pages."
        return passed(summary, Evidence(certain[0].url))
    if offering:
        how = offering[0].all("search")[0]
        where = Evidence(offering[0].url, detail=f"Recognized as: {how}.")
        return cant_tell("Something like a search was found, but no search field.", where)
    if view.complete and len(pages) <= _MINIMAL:
        return inapplicable(f"The whole site has {len(pages)} pages, which is minimal content.")
    seen = settled(pages)
    if home_seen(seen) and len(seen) >= _ENOUGH:
        return failed(f"No search was found on the home page or on {len(seen) - 1} more.")
    return cant_tell("No search was found on the few pages that were seen whole.")
