"""Does the agency's FOIA page say how to ask, whom, what is there already, and how it goes?"""

from audits.check import Judgement, agency_check
from audits.facts.agency_pages import by_parts
from ideaaudit.models import Automation, Example, SiteSummary, Strength

_WANTED = {
    "request": "how to make a request",
    "contact": "a contact",
    "reading-room": "a reading room",
    "guide": "a guide",
}
# A page on which none was recognized tells nobody how to ask.
_FEW = 0


@agency_check(
    id="page-foia",
    title="FOIA page: request method, contact, reading room, guide",
    citation="5 USC 552; M-23-22 9c",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Put on the FOIA page how to make a request, the FOIA contacts, the reading room and "
    "the reference guide, or link to them from there.",
    decided="Told by words and links, in English or Spanish, of the FOIA page of the agency's "
    "principal site and of the pages below it. Passed where all four were recognized. Failed "
    "where the page was seen whole and none was, or where /foia answers 404 and no link leads to "
    "such a page. cantTell otherwise, and where no principal site was audited.",
    examples=(
        Example(
            "passed",
            "A page with a request form, a public liaison, a FOIA library and a reference guide.",
        ),
        Example("failed", "/foia answers 404, and no link leads to such a page."),
        Example("cantTell", "A page that names no guide."),
    ),
)
def page_foia(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """Everyone may ask the government for its records; most people need to be told how."""
    return by_parts(sites, "foia", "FOIA page", _WANTED, _FEW)
