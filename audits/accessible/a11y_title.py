"""Does the page have a title?"""

import re

from audits.check import Judgement, cant_tell, failed, page_check
from audits.facts.page import facts_of
from audits.facts.tree import flat, normal
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_NAMELESS = re.compile(
    r"(?:untitled|no title|new page|title|document|page|home ?page|index|default|test|sin t[ií]tulo"
    r"|t[ií]tulo|documento|p[aá]gina|nueva p[aá]gina)(?: (?:document|page|\d+))?"
)
_URL_LIKE = re.compile(
    r"(?:https?://|www\.)\S*|\S+\.(?:html?|aspx?|php|jsp|cfm|pdf|docx?)|[\w-]+(?:\.[\w-]+)*/\S*"
)


@page_check(
    id="a11y-title",
    title="Page has a title",
    citation="WCAG 2.4.2; TT 12.A",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Put a title element into the head that says what this page is about, and then whose "
    "site it is on.",
    decided="Failed where the page has no title, or an empty one. cantTell where it has one: "
    "whether it says what the page is for takes a person; titles such as “Untitled”, addresses "
    "and titles without a word are listed.",
    needs=("html",),
    examples=(
        Example("failed", "<head><title> </title></head><body><p>Text</p></body>"),
        Example("cantTell", "<head><title>Contact us | Agency</title></head><body></body>"),
    ),
)
def a11y_title(page: PageObservation) -> Judgement:
    """The title is the first thing that a screen reader says, and all that tells one open tab
    from another."""
    facts = facts_of(page)
    title = facts.document.title or flat(page.rendering.title if page.rendering else "")
    if not title:
        if facts.unsettled:
            return cant_tell("There is no title; scripts that did not run may write one.")
        detail = "No title, or an empty one."
        return failed("The page has no title.", Evidence(page.final_url, detail=detail))
    doubt = _doubt(normal(title))
    if doubt:
        where = Evidence(page.final_url, markup=title[:300], detail=doubt, datum=title[:100])
        return cant_tell("There is a title; it seems to say nothing of the page.", where)
    return cant_tell("There is a title; whether it says what the page is for takes a person.")


def _doubt(title: str) -> str:
    if not any(c.isalpha() for c in title):
        return "The title has no word in it."
    if _NAMELESS.fullmatch(title):
        return "The title is one that stands for any page."
    return "The title is like an address." if _URL_LIKE.fullmatch(title) else ""
