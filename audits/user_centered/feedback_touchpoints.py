"""Does the site gather feedback with Touchpoints, the government's shared service?"""

from audits.check import Judgement, SiteView, inapplicable, passed, site_check
from audits.facts.site import own_pages, share
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="feedback-touchpoints",
    title="Touchpoints used",
    citation="shared service",
    strength=Strength.ADVISORY,
    automation=Automation.FULL,
    remedy="See touchpoints.digital.gov: forms, reports and the OMB number come with it.",
    decided="Passed where a page has Touchpoints' script, form or button. Inapplicable otherwise: "
    "nobody has to use it.",
    examples=(
        Example("passed", "https://touchpoints.app.cloud.gov/touchpoints/1a2b3c4d.js"),
        Example("inapplicable", "No page has Touchpoints."),
    ),
)
def feedback_touchpoints(view: SiteView) -> Judgement:
    """The same questions everywhere let an agency compare, and cost it nothing to build."""
    pages = own_pages(view)
    using = [one for one in pages if "touchpoints" in one.all("survey")]
    if using:
        summary = f"Touchpoints is on {share(len(using), len(pages))} pages."
        return passed(summary, Evidence(using[0].url))
    return inapplicable("No page that was seen has Touchpoints.")
