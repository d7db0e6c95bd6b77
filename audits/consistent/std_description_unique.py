"""Has the page a description that no other page of the site has?"""

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
    id="std-description-unique",
    title="Unique meta description",
    citation="Meta page description standard (Pending); IDEA 3(e)",
    strength=Strength.PENDING,
    automation=Automation.FULL,
    remedy="Say in the meta description what this page alone offers, in one or two sentences; "
    "let the template leave it out rather than repeat that of the site.",
    version=2,
    decided="Failed where there is no description, or a page with other content has the same one; "
    "case and spaces do not count. Copies that name one canonical address, the pages of one list, "
    "and one page in several languages count as one. Passed where the whole site was walked and "
    "none is the same, cantTell where a part was. Login pages and search results are exempt.",
    needs=("html",),
    examples=(
        Example("passed", "One sentence on this page's subject, on this page."),
        Example("failed", "The agency's mission on every page."),
        Example("cantTell", "No other page has it; not every page was walked."),
        Example("inapplicable", "A login page."),
    ),
)
def std_description_unique(page: PageSummary, view: SiteView) -> Judgement:
    """Search engines show the description below the title; one that stands on every page tells
    nobody which of them to open."""
    if page.page_class in EXEMPT:
        return inapplicable("Login pages and search results are exempt.")
    if not page.description:
        if page.has("unsettled"):
            return cant_tell("No description in the markup; scripts that did not run may add it.")
        nothing = Evidence(page.url, detail="There is no description.", datum="none")
        return failed("The page has no description.", nothing)
    other, sharing = namesake_of(page, view, "description")
    detail = f"{page.description[:120]!r}"
    if other:
        detail += f", on {sharing} pages; also on {other}"
        where = Evidence(page.url, detail=detail, datum=page.description[:120])
        return failed("A different page of the site has the same description.", where)
    where = Evidence(page.url, detail=detail)
    if view.complete:
        return passed("No different page of the site has this description.", where)
    return cant_tell("No page that was walked has the same description; not every page was.", where)
