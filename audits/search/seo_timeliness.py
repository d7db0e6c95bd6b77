"""Can people and search engines tell how old the page is?"""

from audits.check import (
    Judgement,
    SiteView,
    cant_tell,
    failed,
    inapplicable,
    page_among_check,
    passed,
)
from audits.facts.timeliness import timeliness_of
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength


@page_among_check(
    id="seo-timeliness",
    title="Date visible or machine readable",
    citation="M-23-22 A.4",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Show when the page was published or last updated, and say it in its metadata "
    "(article:modified_time, dcterms.modified or JSON-LD dateModified), in Last-Modified, or in "
    "the sitemap's lastmod.",
    decided="Passed where the page shows a date of publication, update or review, in English or "
    "Spanish, or names one in metadata, JSON-LD or a Last-Modified header older than the visit. "
    "cantTell where a date has no word that explains it, where Last-Modified is only the moment "
    "of the visit, where only the site's sitemap has dates, and where scripts did not run. Failed "
    "where there is none. Sign-in and search result pages are inapplicable.",
    needs=("html",),
    examples=(
        Example("passed", "“Last updated: March 5, 2024”"),
        Example("failed", "No date in the text, the metadata, the headers or the sitemap."),
        Example("cantTell", "Only the site's sitemap has dates."),
        Example("inapplicable", "A sign-in page."),
    ),
)
def seo_timeliness(page: PageSummary, view: SiteView) -> Judgement:
    """People who find a page by a search need to know whether it still holds."""
    found = timeliness_of(page, view)
    if found.state == "exempt":
        return inapplicable("Sign-in and search result pages need no date.")
    if found.state == "dated":
        measures = (("date-source", found.source),)
        return passed(
            f"The page has a date: {found.kind}, in its {found.source}.", measures=measures
        )
    if found.state == "unclear":
        return cant_tell("The page has a date, and nothing says what it is the date of.")
    if found.state == "sitemap":
        return cant_tell("The page has no date; the site's sitemap has dates of pages.")
    if found.state == "unsettled":
        return cant_tell("No date was found; scripts that did not run here may add one.")
    where = Evidence(page.url, detail="No date was found.", datum="no date")
    return failed("The page has no date that people or search engines could read.", where)
