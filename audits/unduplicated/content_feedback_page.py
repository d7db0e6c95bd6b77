"""Can readers say what they think of this page?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.page import facts_of
from audits.facts.summary import class_of
from ideaaudit.models import (
    Automation,
    Evidence,
    Example,
    PageClass,
    PageObservation,
    Strength,
)

_SURE = {
    "widget": "The page asks its readers whether it helped.",
    "tool": "The page has a survey tool.",
    "link": "The page has a link or a button for feedback.",
}


@page_check(
    id="content-feedback-page",
    title="Feedback mechanism on each page",
    citation="M-23-22 A.3a",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Ask “Was this page helpful?” at the end of each page, or link to a short form; "
    "Touchpoints is free for federal sites.",
    decided="Passed where the page asks about itself and can be answered, has a known survey tool "
    "(Touchpoints, Qualtrics, Medallia, Verint and others), or a link or button for feedback, in "
    "English or Spanish. cantTell where only a way to contact someone was found, or a "
    "question without an answer, and where scripts did not run. Failed where there is none of "
    "these. Sign-in and search result pages are inapplicable.",
    needs=("html",),
    examples=(
        Example("passed", "<p>Was this page helpful?</p><button>Yes</button><button>No</button>"),
        Example("failed", "<main><h1>Permits</h1><p>How to get one.</p></main>"),
        Example("cantTell", '<footer><a href="/contact">Contact us</a></footer>'),
        Example("inapplicable", "A sign-in page."),
    ),
)
def content_feedback_page(page: PageObservation) -> Judgement:
    """Those who could not use a page know best what is wrong with it, if somebody asks them."""
    if class_of(page) in (PageClass.LOGIN, PageClass.SEARCH):
        return inapplicable("Sign-in and search result pages are no pieces of content.")
    facts = facts_of(page)
    found = facts.feedback
    measures = (("feedback", found.tool or found.how),)
    where = Evidence(page.url, markup=found.markup[:300], detail=f"Recognized as: {found.how}.")
    if found.how in _SURE:
        return passed(_SURE[found.how], where, measures=measures)
    if found.how:
        summary = "Only a way to contact someone, or a question that nobody can answer, was found."
        return cant_tell(summary, where, measures=measures)
    if facts.channels:
        return cant_tell("The page names a way to reach someone, and none for feedback.")
    if facts.unsettled:
        return cant_tell("No way to give feedback was found; scripts that did not run may add it.")
    missing = Evidence(page.url, detail="No way to give feedback.", datum="none")
    return failed("The page has no way to give feedback.", missing)
