"""Is the page's description long enough to say what the page is about?"""

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_SHORTEST = 50


@page_check(
    id="std-description-length",
    title="Description >= 50 characters",
    citation="Meta page description standard (Pending); IDEA 3(e)",
    strength=Strength.PENDING,
    automation=Automation.FULL,
    remedy="Say in the meta description what the page offers and to whom, in 50 to 160 characters.",
    decided="Passed where the description, trimmed, has 50 characters or more. "
    "Failed where it is shorter or missing. cantTell where it is missing from the markup and "
    "scripts that did not run may add it.",
    needs=("html",),
    examples=(
        Example(
            "passed",
            '<meta name="description" content="'
            'How to apply for benefits, who may apply, and what to bring with you.">',
        ),
        Example("failed", '<meta name="description" content="Benefits">'),
        Example("cantTell", "A page without a description whose scripts were not run."),
    ),
)
def std_description_length(page: PageObservation) -> Judgement:
    """Search engines show the description below the title; people decide by it which page to
    open."""
    facts = facts_of(page)
    description = facts.document.meta("description")
    if not description:
        if facts.unsettled:
            return cant_tell("No description in the markup; scripts that did not run may add it.")
        nothing = Evidence(page.final_url, detail="There is no description.", datum="none")
        return failed("The page has no description.", nothing)
    measures = [("description-length", len(description))]
    detail = f"{description[:160]!r} has {len(description)} characters."
    if len(description) >= _SHORTEST:
        return passed(
            "The description is long enough.",
            Evidence(page.final_url, detail=detail),
            measures=measures,
        )
    where = Evidence(page.final_url, detail=detail, datum=description)
    return failed("The description has fewer than 50 characters.", where, measures=measures)
