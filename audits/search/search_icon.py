"""Is the search marked by a magnifying glass or by its name?"""

from audits.check import Judgement, cant_tell, inapplicable, page_check, passed
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="search-icon",
    title="Magnifier icon or word Search",
    citation="Site search standard (Draft)",
    strength=Strength.DRAFT,
    automation=Automation.PARTLY,
    remedy="Put a magnifying glass with the name “Search” on the button beside the field.",
    decided="Passed where the search form, or the link to it, has a picture or class of a "
    "magnifying glass, or the word Search (Buscar) in its text or names. cantTell where neither "
    "was recognized; a style sheet may draw one. Inapplicable where the page has no search.",
    needs=("html",),
    examples=(
        Example(
            "passed",
            '<form role="search"><input type="search"><button>Search</button></form>',
        ),
        Example("cantTell", '<form role="search"><input name="q"><button>Go</button></form>'),
        Example("inapplicable", "<main><p>No search here.</p></main>"),
    ),
)
def search_icon(page: PageObservation) -> Judgement:
    """People look for the magnifying glass before they read a word."""
    found = facts_of(page).search
    if not found.how:
        return inapplicable("No search was recognized on the page.")
    where = Evidence(page.url, markup=found.markup[:300])
    if found.sign == "icon":
        return passed("The search has a magnifying glass.", where)
    if found.sign == "word":
        return passed("The search bears its name.", where)
    return cant_tell("Neither a magnifying glass nor the word was recognized.", where)
