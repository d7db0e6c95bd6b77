"""Does the banner speak in today's words?"""

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, passed, site_check
from audits.facts.site import own_pages, share
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="brand-banner-current-wording",
    title="Current, not legacy wording",
    citation="USWDS 3 guidance",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Take over the texts of today's USWDS banner: “Official websites use .gov” and “Secure "
    ".gov websites use HTTPS”.",
    decided="Failed where a banner says “The .gov means it's official” or “The site is secure”, as "
    "it did before 2021, in English or Spanish. Passed where banners were seen with today's texts "
    "and none with those. cantTell where neither was recognized, or no banner was seen on a part "
    "of the site. Inapplicable where the whole site was walked and has no banner.",
    examples=(
        Example("passed", "Official websites use .gov. Secure .gov websites use HTTPS."),
        Example("failed", "The .gov means it's official. The site is secure."),
        Example("cantTell", "A banner with its first line only."),
        Example("inapplicable", "A site without a banner."),
    ),
)
def brand_banner_current_wording(view: SiteView) -> Judgement:
    """“The site is secure” promised more than HTTPS gives; the words of 2021 say what it does."""
    worded = [(page, page.all("banner")) for page in own_pages(view) if page.has("banner")]
    if not worded:
        none = "No banner was seen."
        return inapplicable(none) if view.complete else cant_tell(none)
    legacy = [page for page, words in worded if "legacy" in words]
    if legacy:
        where = [
            Evidence(page.url, detail="The wording of before 2021.", path="banner", datum="legacy")
            for page in legacy[:20]
        ]
        many = share(len(legacy), len(worded))
        return failed(f"{many} banners have the wording of before 2021.", *where)
    current = [page for page, words in worded if "current" in words]
    if current:
        return passed("Banners have today's wording.", Evidence(current[0].url, path="banner"))
    first = Evidence(worded[0][0].url, path="banner")
    return cant_tell("The wording of the banner's panel was not recognized.", first)
