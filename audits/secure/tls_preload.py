"""Are the agency's registered domains on the preload list of browsers?"""

from audits.check import Judgement, agency_check, cant_tell, failed, inapplicable, passed
from audits.facts.base_domains import domains_of
from audits.facts.hosts import is_government
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength

_WORDS = {"old": "The list is older than 60 days.", "": "No list was given."}


@agency_check(
    id="tls-preload",
    title="Base domain on browser preload list",
    citation="M-23-22 A.5 shall preload",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Send HSTS with includeSubDomains and preload from the bare domain, and submit it at "
    "hstspreload.org.",
    decided="Of the registered .gov and .mil domains of the agency's audited sites, by Chromium's "
    "published list. Passed where each is listed with its subdomains, or one above it is. Failed "
    "where one is not; cantTell where no list was given, or it is older than 60 days. "
    "Inapplicable where the agency's sites are on other domains.",
    examples=(
        Example("passed", "agency.gov is listed with its subdomains."),
        Example("failed", "agency.gov is not listed."),
        Example("cantTell", "No list was given."),
        Example("inapplicable", "The agency's only site is agency.org."),
    ),
)
def tls_preload(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """Without it the very first visit may still go over an open line."""
    every = domains_of(sites, "preload")
    found = {domain: word for domain, word in every.items() if is_government(domain)}
    if not found:
        return inapplicable("None of the agency's sites is on .gov or .mil.")
    absent = [
        Evidence(f"https://{domain}/", title=domain, detail="Not on the list.", datum=domain)
        for domain, word in found.items()
        if word == "absent"
    ]
    if absent:
        return failed("A registered domain is not on the preload list.", *absent[:20])
    unknown = [
        Evidence(f"https://{domain}/", title=domain, detail=_WORDS[word], datum=word)
        for domain, word in found.items()
        if word in _WORDS
    ]
    if unknown:
        summary = "Whether a registered domain is preloaded could not be told."
        return cant_tell(summary, *unknown[:20])
    return passed("Every registered domain is on the preload list.")
