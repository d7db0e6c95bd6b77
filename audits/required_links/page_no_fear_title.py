"""Does the agency's No FEAR page bear its title, and figures of the last quarter?"""

from audits.check import Judgement, agency_check, cant_tell, failed, passed
from audits.facts.agency_pages import not_judged, shown
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength


@agency_check(
    id="page-no-fear-title",
    title="No FEAR page title and quarterly data",
    citation="29 CFR 1614.703-707",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Head the page “Equal Employment Opportunity Data Posted Pursuant to Title III of the "
    "Notification and Federal Employee Antidiscrimination and Retaliation Act of 2002 (No FEAR "
    "Act), Pub. L. 107-174”, and post each quarter's figures within 30 days.",
    decided="Of the No FEAR page of the agency's principal site and the pages below it: passed "
    "where it bears the title that the rule asks for and names a fiscal quarter, year or day that "
    "ended at most 129 days before (a quarter, 30 days, and a week). Failed where it was seen "
    "whole and has neither title nor figures nor files, its newest figures are more than 18 "
    "months old and no files may hold newer ones, or the usual address answers 404 and no link "
    "leads to such a page. cantTell otherwise, and where no principal site was audited.",
    examples=(
        Example("passed", "The title, and figures for the quarter that ended last month."),
        Example("failed", "A page whose newest figures are of five years ago."),
        Example("cantTell", "A page that only links to files."),
    ),
)
def page_no_fear_title(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """Old figures hide whether an agency treats its people better or worse than before."""
    page = shown(sites, "no-fear")
    answer = not_judged(page, "No FEAR page")
    if answer is not None or page is None:
        return answer or cant_tell("No No FEAR page was seen.")
    if page.has("title") and page.has("fresh"):
        return passed("The page bears its title, and figures that are new.", Evidence(page.url))
    sure = page.bound and page.has("itself") and not page.has("unsettled")
    newer = page.has("files") or page.has("fresh") or page.has("late")
    if sure and not newer and page.has("stale"):
        where = Evidence(page.url, detail="The newest figures are over 18 months old.")
        return failed("The page's figures are old.", where)
    if sure and not newer and not page.has("title"):
        where = Evidence(page.url, detail="It has neither title nor figures nor files.")
        return failed("The No FEAR page has none of what the rule asks for.", where)
    lacking = [name for part, name in _WANTED.items() if not page.has(part)]
    where = Evidence(page.url, detail=f"Not recognized: {', '.join(lacking)}.")
    return cant_tell("Parts of what the No FEAR page must have were not recognized.", where)


_WANTED = {"title": "the title that the rule asks for", "fresh": "figures of the last quarter"}
