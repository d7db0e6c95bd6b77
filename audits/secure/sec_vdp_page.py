"""Does the agency publish a disclosure policy that says all that it must?"""

from audits.check import Judgement, agency_check, cant_tell, failed, passed
from audits.facts.vdp import PARTS
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength, Tier


@agency_check(
    id="sec-vdp-page",
    title="VDP at /vulnerability-disclosure-policy with required parts",
    citation="BOD 20-01",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Publish the policy at /vulnerability-disclosure-policy of the agency's main site; "
    "CISA has a template that says all that the directive asks for.",
    decided="By words in a policy on any of the agency's audited sites: scope, authorization and "
    "legal action, how to report, personal data, acknowledgment, date, anonymous reports. Passed "
    "where all seven were found in one. Failed where the agency's principal site was asked for "
    "the page and has none, and no site has one. cantTell otherwise.",
    examples=(
        Example("passed", "A policy that names all seven."),
        Example("failed", "www.agency.gov/vulnerability-disclosure-policy answers 404."),
        Example("cantTell", "A policy in which no word on anonymous reports was found."),
    ),
)
def sec_vdp_page(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """People who look for holes and mean well need to know what they may do, and whom to tell."""
    found = [(_said(words), site) for site in sites for words in site.all("vdp")]
    if found:
        said, site = max(found, key=lambda one: len(one[0]))
        lacking = [part for part in PARTS if part not in said]
        if not lacking:
            return passed("The policy says all that it must.", Evidence(site.target.url))
        detail = f"Not found: {', '.join(lacking)}."
        where = Evidence(site.target.url, detail=detail, datum=", ".join(lacking))
        return cant_tell(f"{len(said)} of {len(PARTS)} parts were found in the policy.", where)
    missing = [
        Evidence(site.target.url, detail="The page is not there.", datum="missing")
        for site in sites
        if site.target.tier is Tier.PRINCIPAL and site.all("vdp-path")
    ]
    if missing:
        return failed("The principal site has no disclosure policy at its address.", *missing)
    return cant_tell("No disclosure policy was recognized on the sites that were audited.")


def _said(words: str) -> list[str]:
    return [part for part in PARTS if part in words.split()]
