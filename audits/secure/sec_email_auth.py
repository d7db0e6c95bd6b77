"""Do the agency's registered domains keep others from sending mail in their name?"""

from audits.check import Judgement, agency_check, cant_tell, failed, passed
from audits.facts.base_domains import domains_of
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength


@agency_check(
    id="sec-email-auth",
    title="SPF and DMARC p=reject on base domain",
    citation="BOD 18-01",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Publish one SPF record, also for a domain without mail (v=spf1 -all), and at _dmarc: "
    "v=DMARC1; p=reject with an address for reports.",
    decided="Of the registered domains of the agency's audited sites. Passed where each has one "
    "SPF record and one DMARC record with p=reject. Failed where one has none, several, or "
    "another policy. cantTell where the DNS was not seen, or where subdomains or a share of the "
    "mail are let through. This is the directive's, and not the IDEA Act's.",
    examples=(
        Example("passed", "v=spf1 -all; v=DMARC1; p=reject"),
        Example("failed", "v=DMARC1; p=none"),
        Example("cantTell", "v=DMARC1; p=reject; sp=none"),
    ),
)
def sec_email_auth(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """A letter in the government's name that is not the government's can cost a person a lot."""
    found = domains_of(sites, "mail-auth")
    wrong = [
        Evidence(
            f"https://{domain}/",
            title=domain,
            detail=f"{domain}: {word or 'its DNS records were not seen'}.",
            datum=word,
        )
        for domain, word in found.items()
        if word != "reject"
    ]
    doubtful = [one for one in wrong if not one.datum or one.datum.startswith("weak: ")]
    certain = [one for one in wrong if one not in doubtful]
    if certain:
        return failed("Others can send mail in a domain's name.", *certain[:20])
    if doubtful:
        return cant_tell("Whether a domain's name is safe could not be told.", *doubtful[:20])
    return passed("No one else can send mail in the name of the agency's domains.")
