"""Did the agency publish its reports on the 21st Century IDEA?"""

from audits.check import Judgement, agency_check, cant_tell, passed
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength


@agency_check(
    id="report-annual",
    title="IDEA annual public report page",
    citation="IDEA 3(d) (2019-2023, ended)",
    strength=Strength.STATUTE,
    automation=Automation.PARTLY,
    remedy="Keep the reports of 2019 to 2023 online, where the page on digital strategy leads to "
    "them.",
    decided="Passed where a page of the agency's is titled so, or links to a page or file that is "
    "named for the 21st Century IDEA, other than the law itself. Otherwise cantTell: the duty "
    "ended in 2023, and a report may be part of another. This is history, and no duty of today.",
    examples=(
        Example("passed", "A link “21st Century IDEA Report 2022” to a PDF."),
        Example("cantTell", "A page on digital strategy."),
    ),
)
def report_annual(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """The reports say what an agency had promised, so that people can see what became of it."""
    found = sorted({url for site in sites for url in site.all("idea-report")})
    if found:
        return passed(
            "A report on the 21st Century IDEA was found.",
            *(Evidence(url) for url in found[:5]),
        )
    hints = sorted({url for site in sites for url in site.all("idea-hint")})
    if hints:
        where = [Evidence(url, detail="A page on digital strategy.") for url in hints[:5]]
        return cant_tell("Pages on digital strategy were found, and no report by its name.", *where)
    return cant_tell("No report on the 21st Century IDEA was found on the pages that were seen.")
