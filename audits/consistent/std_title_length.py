"""Is the page's title long enough to say what the page is about?"""

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_SHORTEST = 20


@page_check(
    id="std-title-length",
    title="Title >= 20 characters",
    citation="HTML page title standard (Pending); IDEA 3(e)",
    strength=Strength.PENDING,
    automation=Automation.FULL,
    remedy="Name in the title what the page is about, then the site: 50 to 60 characters are "
    "shown in full by search engines.",
    decided="Passed where the title, trimmed, has 20 characters or more. "
    "Failed where it is shorter or missing. cantTell where it is missing from the markup and "
    "scripts that did not run may add it.",
    needs=("html",),
    examples=(
        Example("passed", "<title>Apply for benefits | Agency</title>"),
        Example("failed", "<title>Benefits</title>"),
        Example("cantTell", "A page without a title whose scripts were not run."),
    ),
)
def std_title_length(page: PageObservation) -> Judgement:
    """A title is all that a tab, a bookmark or a search result shows; one word does not say where
    it leads."""
    facts = facts_of(page)
    title = facts.document.title
    if not title:
        if facts.unsettled:
            return cant_tell("No title in the markup; scripts that did not run may add it.")
        nothing = Evidence(page.final_url, detail="There is no title.", datum="none")
        return failed("The page has no title.", nothing)
    measures = [("title-length", len(title))]
    detail = f"{title[:160]!r} has {len(title)} characters."
    if len(title) >= _SHORTEST:
        return passed(
            "The title is long enough.", Evidence(page.final_url, detail=detail), measures=measures
        )
    where = Evidence(page.final_url, detail=detail, datum=title)
    return failed("The title has fewer than 20 characters.", where, measures=measures)
