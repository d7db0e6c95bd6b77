"""Can a visitor search from this page, at the same place as everywhere?"""

from audits.check import (
    Judgement,
    SiteView,
    cant_tell,
    failed,
    inapplicable,
    page_among_check,
    passed,
)
from audits.facts.search_place import Habit, habit_of, place_on
from ideaaudit.models import Automation, Evidence, Example, PageClass, PageSummary, Strength

_CERTAIN = frozenset({"search.gov", "form"})
_MINIMAL = 5


@page_among_check(
    id="search-every-page",
    title="Search on every page, same place",
    citation="Site search standard (Draft)",
    strength=Strength.DRAFT,
    automation=Automation.FULL,
    remedy="Put the search into the header that all pages share, at the upper right.",
    decided="Failed where a page has no search, or has it at another place than most pages of the "
    "site do (more than 15 % of the width or 100 pixels away), or where that place is not the "
    "upper right of a desktop's window (right half, above 300 pixels). Passed where it stands "
    "there. cantTell where only a link, a script or a likely form was recognized, where no "
    "browser measured the place, and where scripts did not run. Inapplicable for sign-in pages "
    "and for a whole site of at most five pages without a search.",
    needs=("html",),
    examples=(
        Example("passed", "A search field at the upper right, as on all pages."),
        Example("failed", "No search on this page."),
        Example("cantTell", "A search field whose place no browser measured."),
        Example("inapplicable", "A sign-in page."),
    ),
)
def search_every_page(page: PageSummary, view: SiteView) -> Judgement:
    """People who came by a search engine stand on any page, and look for the search there."""
    habit, hows = habit_of(view), page.all("search")
    if page.page_class is PageClass.LOGIN:
        return inapplicable("A sign-in page needs no search.")
    if not habit.offering and view.complete and habit.pages <= _MINIMAL:
        return inapplicable("The whole site is small and has no search.")
    if not hows and page.has("unsettled"):
        return cant_tell("No search was found; scripts that did not run here may add one.")
    if not hows:
        detail = "No search field and no link to a search."
        where = Evidence(page.url, detail=detail, datum="no search")
        return failed("The page has no search.", where)
    if not _CERTAIN & set(hows):
        return cant_tell("Something like a search was found, but no search field.")
    return _placed(page, habit)


def _placed(page: PageSummary, habit: Habit) -> Judgement:
    place, usual = place_on(page), habit.usual
    if place is None or usual is None:
        return cant_tell("The page has a search field; its place was not measured.")
    detail = f"It stands at {place.x} % of the width, {place.y} pixels from the top."
    if not place.near(usual):
        where = Evidence(page.url, detail=detail, datum="another place")
        return failed("The search stands at another place than on most pages.", where)
    if not place.upper_right:
        where = Evidence(page.url, detail=detail, datum="not upper right")
        return failed("The search does not stand at the upper right.", where)
    return passed("The search stands at the upper right, as on most pages.", Evidence(page.url))
