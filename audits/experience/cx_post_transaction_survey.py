"""Are people asked how it went when they have used a designated service?"""

from audits.check import Judgement, SiteView, cant_tell, inapplicable, passed, site_check
from audits.facts.site import own_pages, with_signal
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="cx-post-transaction-survey",
    title="Post-transaction feedback survey offered",
    citation="A-11 280 (HISPs)",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Ask the questions of A-11 sec. 280 at the end of each transaction; Touchpoints has "
    "them ready.",
    decided="Passed where a page has a survey with the trust statement, the drivers and an open "
    "question. cantTell where another survey, or none, was found: the survey comes after a "
    "transaction, where no crawler arrives, so that its absence is never a failure here. "
    "Inapplicable where the list of sites names no designated service; cantTell without a list.",
    examples=(
        Example("passed", "A Touchpoints form with all three, on a page of the service."),
        Example("cantTell", "A survey button whose questions were not seen."),
        Example("inapplicable", "The site belongs to no designated service."),
    ),
)
def cx_post_transaction_survey(view: SiteView) -> Judgement:
    """Who has just applied knows best what was hard, and is seldom asked."""
    if view.target.hisp is None:
        return cant_tell("No list says whether the site belongs to a designated service.")
    if not view.target.hisp:
        return inapplicable("The site belongs to no designated service.")
    pages = own_pages(view)
    asking = with_signal(pages, "survey-asks")
    for page in asking:
        if "trust drivers open" in page.all("survey-asks"):
            return passed("A survey asks all that A-11 wants asked.", Evidence(page.url))
    others = asking or with_signal(pages, "survey")
    if others:
        where = Evidence(others[0].url, detail="Not all of its questions were recognized.")
        return cant_tell("A survey was found, and not all of A-11's questions.", where)
    return cant_tell(f"No survey was found on {len(pages)} pages; it may follow a transaction.")
