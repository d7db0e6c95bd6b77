"""Does the disclosure policy shut nobody out who would report a hole?"""

from audits.check import Judgement, agency_check, cant_tell, inapplicable, passed
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength, Tier

_LIMITS = {
    "no-citizens": "It speaks of U.S. citizens or persons.",
    "no-name": "It asks for the reporter's name.",
    "no-list": "It names the only systems that may be looked at.",
}


@agency_check(
    id="sec-vdp-no-limits",
    title="VDP does not require PII, citizenship, or allow-list",
    citation="BOD 20-01; M-23-22 A.5",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Take out what asks for a name or citizenship, and let the scope be all systems of "
    "the agency that can be reached from the internet.",
    decided="By words in the policies on the agency's audited sites. cantTell where one speaks of "
    "citizens, asks for a name, or lists the only systems, for a person to read it; or where none "
    "was recognized. Passed where none does. Inapplicable where the principal site has no such "
    "page at its address.",
    examples=(
        Example("passed", "A policy that sets none of these limits."),
        Example("cantTell", "“Only U.S. citizens may submit a report.”"),
        Example("inapplicable", "The principal site has no policy at its address."),
    ),
)
def sec_vdp_no_limits(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """Who is shut out tells nobody, or everybody."""
    found = [(words.split(), site) for site in sites for words in site.all("vdp")]
    evidence = [
        Evidence(site.target.url, detail=detail, datum=limit)
        for words, site in found
        for limit, detail in _LIMITS.items()
        if limit in words
    ]
    if evidence:
        return cant_tell("The policy may set limits that it must not.", *evidence)
    if found:
        return passed("No such limit was found in the policy.", Evidence(found[0][1].target.url))
    if any(site.target.tier is Tier.PRINCIPAL and site.all("vdp-path") for site in sites):
        return inapplicable("The principal site has no policy at its address.")
    return cant_tell("No disclosure policy was recognized on the sites that were audited.")
