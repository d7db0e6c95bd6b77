"""Does the agency have a Privacy Program Page at /privacy with its six groups of items?"""

from audits.check import Judgement, agency_check
from audits.facts.agency_pages import by_parts
from ideaaudit.models import Automation, Example, SiteSummary, Strength

_WANTED = {
    "notices": "system of records notices",
    "assessments": "privacy impact assessments",
    "policies": "policies",
    "reports": "reports",
    "contact": "a contact for questions and complaints",
    "official": "the Senior Agency Official for Privacy",
}
# The catalogue's bound: fewer than three of six.
_FEW = 2


@agency_check(
    id="page-privacy-program",
    title="/privacy exists with six item groups",
    citation="M-23-22 9a",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="List on /privacy of the principal site: system of records notices, privacy impact "
    "assessments, policies, reports, whom to ask, and the Senior Agency Official for Privacy.",
    decided="Told by words and links, in English or Spanish, of /privacy on the agency's principal "
    "site and of the pages below it, or of a page so named. Passed where all six groups were "
    "recognized. Failed where the page was seen whole and two or fewer were, or where /privacy "
    "answers 404 and no link leads to such a page. cantTell otherwise, and where no principal "
    "site was audited.",
    examples=(
        Example("passed", "A page with all six groups."),
        Example("failed", "/privacy answers 404, and no link leads to such a page."),
        Example("cantTell", "A page with four of the six."),
    ),
)
def page_privacy_program(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """The law lets everyone see what the agency keeps on them; this page says how."""
    return by_parts(sites, "privacy-program", "Privacy Program Page", _WANTED, _FEW)
