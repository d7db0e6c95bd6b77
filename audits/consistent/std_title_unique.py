"""Has the page a title that no other page of the site has?"""

from audits.check import (
    Judgement,
    SiteView,
    cant_tell,
    failed,
    inapplicable,
    page_among_check,
    passed,
)
from audits.facts.namesakes import EXEMPT, namesake_of
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength


@page_among_check(
    id="std-title-unique",
    title="Unique HTML title per page",
    citation="HTML page title standard (Pending); IDEA 3(e)",
    strength=Strength.PENDING,
    automation=Automation.FULL,
    remedy="Begin the title with what this page alone is about, and end it with the name of "
    "the site.",
    version=2,
    decided="Failed where there is no title, or a page with other content has the same one; "
    "case and spaces do not count. Copies that name one canonical address, the pages of one list, "
    "and one page in several languages count as one. Passed where the whole site was walked and "
    "none is the same, cantTell where a part was. Login pages and search results are exempt.",
    needs=("html",),
    examples=(
        Example("passed", "“Apply for benefits | Agency” on one page."),
        Example("failed", "“Agency” on the home page and on the page of forms."),
        Example("cantTell", "No other page has it; not every page was walked."),
        Example("inapplicable", "A login page."),
    ),
)
def std_title_unique(page: PageSummary, view: SiteView) -> Judgement:
    """Tabs, bookmarks and search results show titles and nothing else; two that are the same
    cannot be told apart."""
    if page.page_class in EXEMPT:
        return inapplicable("Login pages and search results are exempt.")
    if not page.title:
        if page.has("unsettled"):
            return cant_tell("No title in the markup; scripts that did not run may add it.")
        nothing = Evidence(page.url, detail="There is no title.", datum="none")
        return failed("The page has no title.", nothing)
    other, sharing = namesake_of(page, view, "title")
    detail = f"{page.title[:120]!r}"
    if other:
        detail += f", on {sharing} pages; also on {other}"
        where = Evidence(page.url, detail=detail, datum=page.title[:120])
        return failed("A different page of the site has the same title.", where)
    where = Evidence(page.url, detail=detail)
    if view.complete:
        return passed("No different page of the site has this title.", where)
    return cant_tell("No page that was walked has the same title; not every page was.", where)
