"""Does the agency have a page on plain writing, with its reports and a way to answer?"""

from audits.check import Judgement, agency_check, cant_tell, failed, inapplicable, passed
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength, Tier


@agency_check(
    id="content-plain-writing-page",
    title="Plain-writing page with feedback and reports",
    citation="Plain Writing Act sec. 4; M-11-15",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Keep a plain writing page on the main site, such as /plain-language: how the agency "
    "follows the Act, whom to write to, and each year's compliance report.",
    decided="The page is recognized by its address, title or first heading, in English or Spanish, "
    "on any audited site of the agency. Passed where it has a report with a year and a way to "
    "answer. cantTell where one of these was not found, where a home page only links to it, and "
    "where too little was seen. Failed where a principal site's home page was seen whole, has no "
    "such link, and /plain-language is not there. Inapplicable where all audited sites are "
    "secondary ones.",
    examples=(
        Example("passed", "/plain-language with the report for 2025 and an e-mail address."),
        Example("failed", "A principal site without a link to it, /plain-language answers 404."),
        Example("cantTell", "The page has no report."),
        Example("inapplicable", "Only secondary sites were audited."),
    ),
)
def content_plain_writing_page(agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:  # noqa: ARG001
    """The page is where people can tell an agency that a letter or a form made no sense."""
    for site in sites:
        for value in site.all("plain-writing"):
            year, _, feedback = value.partition(" ")
            if year != "0" and feedback == "feedback":
                measures = (("plain-writing-report", int(year)),)
                where = Evidence(site.target.url, detail=f"The newest report is of {year}.")
                summary = "There is a plain writing page with reports and feedback."
                return passed(summary, where, measures=measures)
    if any(site.all("plain-writing") for site in sites):
        return cant_tell("The plain writing page has no report or no way to answer.")
    links = [url for site in sites for url in site.all("plain-writing-link")]
    if links:
        where = Evidence(links[0])
        return cant_tell("A home page links to a plain writing page that was not read.", where)
    if sites and all(site.target.tier is Tier.SECONDARY for site in sites):
        return inapplicable("Only secondary sites of the agency were audited.")
    lacking = [site for site in sites if _lacks(site)]
    if lacking:
        missing = [Evidence(site.target.url, datum="plain writing") for site in lacking]
        return failed("The agency's principal site has no plain writing page.", *missing)
    return cant_tell("No plain writing page was found in what was seen of the agency.")


def _lacks(site: SiteSummary) -> bool:
    whole = site.target.tier is Tier.PRINCIPAL and "seen" in site.all("home")
    return whole and "missing" in site.all("plain-writing-path")
