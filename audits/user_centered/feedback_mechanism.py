"""Can a visitor tell the site how well it served?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.site import home_seen, own_pages, settled, share
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength

_CERTAIN = frozenset({"widget", "tool"})


@site_check(
    id="feedback-mechanism",
    title="Site-level satisfaction feedback available",
    citation="IDEA 3(a)(6), sec 6; M-23-22 A.3a, A.6",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Ask on every page whether it helped, for example with Touchpoints, and read the "
    "answers.",
    decided="Passed where a page asks whether it helped and takes the answer, has a survey form, "
    "or a known survey tool. cantTell where there is only a link named for feedback, or a way to "
    "contact someone. Failed where all pages of the site were seen whole and none has any; "
    "cantTell where only a part was.",
    examples=(
        Example("passed", "<p>Was this page helpful?</p><button>Yes</button><button>No</button>"),
        Example("failed", "No page of the whole site has any."),
        Example("cantTell", '<a href="/contact">Contact us</a>'),
    ),
)
def feedback_mechanism(view: SiteView) -> Judgement:
    """What is hard to find or to understand is known only to those who tried."""
    pages = own_pages(view)
    certain = [one for one in pages if _is_certain(one)]
    if certain:
        summary = f"A way to give feedback is on {share(len(certain), len(pages))} pages."
        return passed(summary, Evidence(certain[0].url))
    hints = [one for one in pages if one.has("feedback")]
    for how, summary in (
        ("link", "Only a link named for feedback was found; where it leads is for a person."),
        ("question", "A page asks whether it helped; how to answer was not recognized."),
        ("contact", "Only ways to contact someone were found."),
    ):
        found = [one for one in hints if how in one.all("feedback")]
        if found:
            detail = f"Such a {how} is on {share(len(found), len(pages))} pages."
            return cant_tell(summary, Evidence(found[0].url, detail=detail, datum=how))
    whole = view.complete and len(settled(pages)) == len(pages) and home_seen(pages)
    if whole:
        return failed("No page has a way to give feedback.", Evidence(view.target.url))
    return cant_tell("No way to give feedback was recognized on the pages that were seen.")


def _is_certain(page: PageSummary) -> bool:
    return (
        bool(_CERTAIN.intersection(page.all("feedback")))
        or "survey" in page.all("form")
        or page.has("survey")
    )
