"""Has the agency a page on its design?"""

from audits.check import Judgement, agency_check, cant_tell, failed, inapplicable, passed
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength, Tier


@agency_check(
    id="brand-design-page",
    title="Agency design page",
    citation="M-23-22 A.2",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Publish the agency's brand, logos and seal at agency.gov/design or design.agency.gov.",
    decided="Passed where /design of the agency's principal site answers with words on brand, logo "
    "or seal, or a host named design was walked. Failed where /design answered that there is no "
    "such page, and no page of the agency links to one. cantTell where it was not asked, or "
    "something else answers. Inapplicable where all sites are known not to be principal ones.",
    examples=(
        Example("passed", "agency.gov/design, with logos."),
        Example("failed", "agency.gov/design is not found, and nothing links to design pages."),
        Example("cantTell", "The list of sites does not say which is the principal one."),
        Example("inapplicable", "Secondary sites alone."),
    ),
)
def brand_design_page(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """Contractors and partners who find no logo and no rules make their own."""
    for site in sites:
        if site.target.site.startswith("design.") and site.pages:
            return passed("The agency has a design site.", Evidence(site.target.url))
    principal = [site for site in sites if site.target.tier is Tier.PRINCIPAL]
    if not principal:
        if all(site.target.tier is not Tier.UNKNOWN for site in sites):
            return inapplicable("None of the sites is the agency's principal one.")
        return cant_tell("No list says which site is the agency's principal one.")
    found = [site for site in principal if "found" in site.all("design-path")]
    if found:
        return passed("The agency has a design page.", Evidence(f"{found[0].target.url}design"))
    linked = [url for site in sites for url in site.all("design-page")]
    if linked:
        return cant_tell("A link to a design page was found.", Evidence(linked[0]))
    if all("none" in site.all("design-path") for site in principal):
        where = Evidence(principal[0].target.url, detail="/design", datum="none")
        return failed("The agency's principal site has no design page.", where)
    return cant_tell("What stands at /design was not recognized, or was not seen.")
