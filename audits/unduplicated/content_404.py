"""Does the site answer 404 for a page that does not exist?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from ideaaudit.models import Automation, Evidence, Example, Strength
from ideaaudit.web import site_of


@site_check(
    id="content-404",
    title="Unknown path returns HTTP 404",
    citation="Site Scanning 404 test; good SEO",
    strength=Strength.ADVISORY,
    automation=Automation.FULL,
    remedy="Answer unknown paths with status 404 and a helpful page; do not send them to the home "
    "page, and do not answer 200.",
    decided="A made-up path is asked for once. Passed for 404 or 410, failed for 200 on this "
    "site, cantTell for anything else.",
    needs=("not_found",),
    examples=(
        Example("passed", "HTTP 404"),
        Example("failed", "HTTP 302 to the home page, which answers 200"),
        Example("cantTell", "HTTP 403"),
    ),
)
def content_404(view: SiteView) -> Judgement:
    """Search engines keep a page that answers “200 OK”; people are then sent to nothing."""
    probe = view.observation.not_found
    if probe is None or probe.status is None:
        return cant_tell("The made-up path got no answer.")
    final = probe.hops[-1].url if probe.hops else probe.url
    where = Evidence(
        final, detail=f"{probe.url} answers HTTP {probe.status}.", datum=str(probe.status)
    )
    if probe.status in (404, 410):
        return passed(f"An unknown path answers HTTP {probe.status}.", where)
    if probe.status == 200 and site_of(final) == view.target.site:
        return failed("An unknown path answers HTTP 200, as if it were a page.", where)
    return cant_tell(f"An unknown path answers HTTP {probe.status}.", where)
