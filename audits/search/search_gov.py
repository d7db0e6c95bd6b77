"""Does the site search with Search.gov, or together with it?"""

from audits.check import Judgement, SiteView, site_check
from audits.facts.search import search_gov_of
from ideaaudit.models import Automation, Example, Strength


@site_check(
    id="search-gov",
    title="Search.gov used or integrated",
    citation="M-23-22 A.4",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Let the search form ask Search.gov, or use its interface behind your own; it is free "
    "for federal sites.",
    decided="Passed where a page has Search.gov's form, script, interface or a link with its "
    "handle. cantTell for another search, which may ask Search.gov behind the scenes, and where "
    "too little was seen. Failed where the home page and three more, or the whole site, have no "
    "search at all.",
    examples=(
        Example("passed", "A form that leads to search.usa.gov."),
        Example("failed", "No search on any page."),
        Example("cantTell", "A search field of the site's own."),
    ),
)
def search_gov(view: SiteView) -> Judgement:
    """A search that many agencies share learns from all of them, and finds what others hold."""
    return search_gov_of(view)
