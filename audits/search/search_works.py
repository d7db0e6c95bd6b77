"""Does the site's search find a page that is there?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="search-works",
    title="A query for a known title returns that page",
    citation='IDEA 3(a)(4) "easily search"',
    strength=Strength.STATUTE,
    automation=Automation.PARTLY,
    remedy="Have the search index brought up to date, and try it with the titles of your most "
    "used pages.",
    decided="The site's search is asked once, politely, for the title of one of its pages. Passed "
    "where that page is among the first twenty results. Failed where the results say twice that "
    "there are none. cantTell where robots.txt or the form kept us from asking, where the answer "
    "was an error or no list that could be read, and where others came first.",
    needs=("searched",),
    examples=(
        Example("passed", "The page is the third result."),
        Example("failed", "“No results” for the page's own title, twice."),
        Example("cantTell", "robots.txt closes the results to crawlers."),
    ),
)
def search_works(view: SiteView) -> Judgement:
    """A search that does not find what is there tells people that it does not exist."""
    tried = view.observation.searched
    if tried is None or tried.gap is not None:
        return cant_tell("The search could not be asked.")
    detail = f"Asked for “{tried.query}”; the answer was HTTP {tried.status}."
    where = Evidence(tried.url, detail=detail, datum="no results" if tried.empty else "")
    if tried.found:
        return passed("The search finds a page by its title.", where)
    if tried.empty:
        return failed("The search finds nothing for the title of one of its pages, twice.", where)
    if tried.status is None or tried.status >= 400:
        return cant_tell("The search answered with an error, or not at all.", where)
    if tried.found is None:
        return cant_tell("The search's answer is no list that could be read.", where)
    return cant_tell("The page is not among the first results for its title.", where)
