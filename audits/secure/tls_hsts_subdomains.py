"""Do the agency's registered domains extend HSTS to all their subdomains?"""

from audits.check import Judgement, agency_check, cant_tell, failed, passed
from audits.facts.base_domains import domains_of
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength


@agency_check(
    id="tls-hsts-subdomains",
    title="includeSubDomains + preload directives on the base domain",
    citation="M-15-13 option 1",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Once every subdomain answers over HTTPS, send from the bare domain: "
    "Strict-Transport-Security: max-age=31536000; includeSubDomains; preload.",
    decided="Of the registered domains of the agency's audited sites. Passed where each one's "
    "bare https door sends a year, includeSubDomains and preload, or the preload list covers it. "
    "Failed where one sends less; cantTell where a door was not seen, for only sites that are "
    "audited themselves show it. The memo's other way, HSTS at every subdomain by itself, is "
    "judged site by site.",
    examples=(
        Example("passed", "agency.gov: max-age=31536000; includeSubDomains; preload"),
        Example("failed", "agency.gov: max-age=31536000"),
        Example("cantTell", "Only www2.agency.gov was audited, and not agency.gov."),
    ),
)
def tls_hsts_subdomains(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """A name that was forgotten is the one by which a stranger comes in."""
    listed = domains_of(sites, "preload")
    found = domains_of(sites, "hsts-base")
    open_ = {domain: word for domain, word in found.items() if listed[domain] != "listed"}
    lacking = [
        Evidence(f"https://{domain}/", title=domain, detail=f"Its HSTS is {word}.", datum=word)
        for domain, word in open_.items()
        if word not in ("ready", "")
    ]
    if lacking:
        return failed("A registered domain does not extend HSTS to all below it.", *lacking[:20])
    unseen = [
        Evidence(f"https://{domain}/", title=domain, detail="Not seen.", datum="unseen")
        for domain, word in open_.items()
        if not word
    ]
    if unseen:
        return cant_tell("The HSTS of a registered domain was not seen.", *unseen[:20])
    return passed("Every registered domain extends HSTS to all below it.")
