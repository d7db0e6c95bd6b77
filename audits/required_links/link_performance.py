"""Does a principal site link to the agency's budget and performance reports?"""

from audits.check import Judgement, SiteView, cant_tell, inapplicable, site_check
from audits.facts.required_site import anywhere, unless_bound
from audits.facts.site import own_pages
from ideaaudit.models import Automation, Evidence, Example, Outcome, Strength, Tier


@site_check(
    id="link-performance",
    title="Budget/performance link",
    citation="A-11 sec. 210.6",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Add a link named “Budget and performance” to the front page or the About page.",
    decided="Asked of principal sites. Passed where the front page has such a link and its target "
    "answers. Failed where the front page was seen whole and has none, and no About page that was "
    "seen speaks of them, or the target is no such page. cantTell where only the About page does, "
    "the target was not seen, or a site of unknown tier has none. Inapplicable for other sites.",
    examples=(
        Example("passed", '<a href="/budget">Budget and performance</a>, and it answers'),
        Example("failed", "A principal site without such a link."),
        Example("cantTell", "A site of unknown tier without such a link."),
        Example("inapplicable", "A sub-agency's site."),
    ),
)
def link_performance(view: SiteView) -> Judgement:
    """What an agency spends, and what came of it, is everyone's business."""
    tier, noun = view.target.tier, "budget and performance reports"
    if tier in (Tier.SECONDARY, Tier.SUB_AGENCY):
        return inapplicable("It is asked of an agency's principal site.")
    found = anywhere(view, "performance", noun)
    if tier is not Tier.PRINCIPAL:
        return unless_bound(found)
    about = [page for page in own_pages(view) if "performance" in " ".join(page.all("page:about"))]
    if found.outcome is Outcome.FAILED and about:
        where = Evidence(about[0].url, detail="The About page speaks of them.")
        return cant_tell(f"The About page may link to {noun}.", where)
    return found
