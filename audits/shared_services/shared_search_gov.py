"""Does the site search with Search.gov, the government's shared service?"""

from audits.check import Judgement, SiteView, site_check
from audits.facts.search import search_gov_of
from ideaaudit.models import Automation, Example, Strength


@site_check(
    id="shared-search-gov",
    title="Search.gov",
    citation="M-23-22 A.4; IDEA 7",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Let the search form ask Search.gov, which is free for federal sites.",
    decided="The same answer as search-gov gives. Passed where a page has Search.gov's form or "
    "script. cantTell for another search, which may ask Search.gov behind the scenes, and where "
    "too little was seen. Failed where the home page and three more, or the whole site, have no "
    "search at all.",
    examples=(
        Example("passed", "A form that leads to search.usa.gov."),
        Example("failed", "No search on any page."),
        Example("cantTell", "A search field of the site's own."),
    ),
)
def shared_search_gov(view: SiteView) -> Judgement:
    """A search that many agencies share learns from all of them, and costs each of them less."""
    return search_gov_of(view)
