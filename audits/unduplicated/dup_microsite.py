"""Is this a campaign's microsite, where a page on the agency's site would do?"""

import re
from urllib.parse import urlsplit

from audits.check import Judgement, SiteView, cant_tell, inapplicable, passed, site_check
from audits.facts.site import own_pages
from audits.facts.tree import normal
from ideaaudit.models import Automation, Evidence, Example, Strength, Tier
from ideaaudit.web import site_of

_FEW = 10
_CAMPAIGN = re.compile(
    r"\bcampaigns?\b|\bawareness\b|\b(?:national|world) [\w ]{0,30}(?:day|week|month)\b|\bpledge\b"
    r"|\bchallenge\b|\binitiative\b|\bjoin (?:us|the)\b|\bget ready\b|\btake action\b|\bstop \w+"
    r"|\banniversary\b|\bcontest\b|\bcampaña\b|\bconcurso\b"
)


@site_check(
    id="dup-microsite",
    title="No campaign microsite",
    citation="M-23-22 A.3e",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Put the campaign on a page of the agency's main site, and let a short address "
    "redirect to it; give the campaign an end.",
    decided="Passed where the address redirects to a page on another site, as a campaign's short "
    "address should. Inapplicable for an agency's principal sites and where more than ten pages "
    "were seen. cantTell for a site of at most ten pages, and where fewer were seen of a site that "
    "was not walked whole: only a person knows whether it is a campaign. Words of campaigns in "
    "the home page's title are shown.",
    needs=("endpoints",),
    examples=(
        Example("passed", "campaign.gov redirects to https://www.agency.gov/campaign."),
        Example("cantTell", "A site of four pages, “National Safety Month”."),
        Example("inapplicable", "A site of 300 pages."),
    ),
)
def dup_microsite(view: SiteView) -> Judgement:
    """Small sites for one purpose are soon forgotten, and go on saying what no longer holds."""
    ends = [door.hops[-1].url for door in view.observation.endpoints or () if door.hops]
    away = [url for url in ends if site_of(url) != view.target.site]
    if ends and len(away) == len(ends):
        return passed("The address redirects to a page of another site.", Evidence(away[0]))
    pages = own_pages(view)
    if view.target.tier in (Tier.PRINCIPAL, Tier.SUB_AGENCY):
        return inapplicable("This is one of the agency's principal sites.")
    if len(pages) > _FEW:
        return inapplicable("A site of more than ten pages is no microsite.")
    if not pages:
        return cant_tell("No page of the site was seen.")
    titles = [page.title for page in pages if urlsplit(page.final_url).path in ("", "/")]
    words = [found[0] for title in titles if (found := _CAMPAIGN.search(normal(title)))]
    detail = f"{len(pages)} pages" + (f"; its title says “{words[0]}”." if words else ".")
    where = Evidence(view.target.url, detail=detail)
    if not view.complete:
        return cant_tell("Few pages were seen, and the site was not walked whole.", where)
    return cant_tell("The whole site has ten pages or fewer; it may be a microsite.", where)
