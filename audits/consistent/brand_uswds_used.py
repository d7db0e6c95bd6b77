"""Is the site built with the US Web Design System?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.site import home_seen, own_pages, settled, share
from ideaaudit.models import Automation, Evidence, Example, Strength

_ENOUGH_PAGES = 4


@site_check(
    id="brand-uswds-used",
    title="USWDS in use",
    citation="M-23-22 A.2 (should); standards incorporate USWDS",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Build new pages with the components of designsystem.digital.gov, and move old ones "
    "when they are redesigned. Other design systems may meet the website standards too.",
    decided="Passed where a page uses five or more different blocks of USWDS, or its web "
    "components. cantTell for fewer, or for the banner alone. Failed, as advice, where the home "
    "page and three more, or the whole site, use none. Class names that a build renamed are not "
    "recognized.",
    examples=(
        Example("passed", "usa-header, usa-nav, usa-card, usa-button and usa-footer."),
        Example("failed", "No class name or element of USWDS on any page."),
        Example("cantTell", "Only the banner."),
    ),
)
def brand_uswds_used(view: SiteView) -> Judgement:
    """Parts that look and work alike on every federal site need to be learned only once."""
    pages = own_pages(view)
    using = [page for page in pages if {"version", "used"} & set(page.all("uswds"))]
    partly = [page for page in pages if {"part", "banner"} & set(page.all("uswds"))]
    measures = [("uswds-pages", len(using))]
    if using:
        where = Evidence(using[0].url, detail=", ".join(using[0].all("uswds-version")))
        many = share(len(using), len(pages))
        return passed(f"{many} pages are built with USWDS.", where, measures=measures)
    if partly:
        where = Evidence(partly[0].url, detail=f"Recognized: {partly[0].all('uswds')[0]}.")
        return cant_tell("Only a part of USWDS was recognized.", where, measures=measures)
    seen = settled(pages)
    if home_seen(seen) and (view.complete or len(seen) >= _ENOUGH_PAGES):
        return failed(f"Nothing of USWDS was found on {len(seen)} pages.", measures=measures)
    return cant_tell("Nothing of USWDS was found on the few pages that were seen whole.")
