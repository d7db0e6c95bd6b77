"""Is the site's US Web Design System of the current generation?"""

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, passed, site_check
from audits.facts.site import own_pages
from audits.facts.uswds_releases import AS_OF, CURRENT, GENERATIONS
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="brand-uswds-version",
    title="USWDS version current",
    citation="USWDS maturity; good practice",
    strength=Strength.ADVISORY,
    automation=Automation.PARTLY,
    remedy="Update to USWDS 3; its release notes name what changes between generations.",
    decided="By a version in the markup or in a style sheet, else by what only one generation has "
    f"(class names of 1.x, the package @uswds/uswds of 3.x). Passed for {CURRENT}.x or later, "
    f"failed where a page has 1.x or 2.x, cantTell where no version is known; as of {AS_OF}. "
    "Inapplicable where USWDS was not recognized on the whole site.",
    examples=(
        Example("passed", '<link rel="stylesheet" href="/uswds-3.13.0.min.css">'),
        Example("failed", '<link rel="stylesheet" href="/uswds-2.8.0.min.css">'),
        Example("cantTell", "Class names of USWDS, and no version."),
        Example("inapplicable", "A site without USWDS."),
    ),
)
def brand_uswds_version(view: SiteView) -> Judgement:
    """Faults of accessibility are mended in new releases, and not in old ones."""
    pages = [page for page in own_pages(view) if page.has("uswds")]
    if not pages:
        none = "USWDS was not recognized."
        return inapplicable(none) if view.complete else cant_tell(none)
    known = [page for page in pages if page.has("uswds-major")]
    versions = sorted({v for page in known for v in page.all("uswds-version")})
    measures = [("uswds-version", ", ".join(versions))] if versions else []
    for page in known:
        for major in page.all("uswds-major"):
            if major.isdecimal() and int(major) < CURRENT:
                since = GENERATIONS.get(major, ("", ""))[1]
                detail = f"{', '.join(page.all('uswds-version')) or major + '.x'}, until {since}"
                where = Evidence(page.url, detail=detail, datum=major)
                return failed("A page has an old generation of USWDS.", where, measures=measures)
    if known:
        listed = ", ".join(versions) or f"{CURRENT}.x"
        where = Evidence(known[0].url, detail=listed)
        return passed("USWDS is of the current generation.", where, measures=measures)
    return cant_tell("USWDS is used, and its version is not known.", Evidence(pages[0].url))
