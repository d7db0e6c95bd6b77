"""Does the page say when it was last updated or reviewed?"""

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
    id="content-date-marker",
    title="Page shows last-updated/reviewed, owner",
    citation="M-23-22 A.3d (encouraged), A.4",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Show on each page when it was last updated or reviewed and who owns it; the content "
    "management system can do so by itself.",
    decided="Passed where the page shows or names the date on which it was published, updated or "
    "reviewed (text, time element, metadata, JSON-LD, or a Last-Modified header older than the "
    "visit); a measure names which. cantTell where a date has no word that explains it, where "
    "only the site's sitemap has dates, and where scripts did not run. Failed where there is "
    "none. An owner's name is not asked for: no wording of it is common. Sign-in and search "
    "result pages are inapplicable.",
    needs=("html",),
    examples=(
        Example("passed", "“Page last reviewed: March 5, 2024”"),
        Example("failed", "No date in the text, the metadata, the headers or the sitemap."),
        Example("cantTell", "“March 5, 2024” above the text, and no word beside it."),
        Example("inapplicable", "A sign-in page."),
    ),
)
def content_date_marker(page: PageSummary, view: SiteView) -> Judgement:
    """A page without a date may be true or ten years old, and nobody can tell which."""
    found = timeliness_of(page, view)
    if found.state == "exempt":
        return inapplicable("Sign-in and search result pages are not kept up to date by hand.")
    if found.state == "dated":
        measures = (("date-marker", f"{found.kind} {found.source}"),)
        return passed(
            f"The page says when: {found.kind}, in its {found.source}.", measures=measures
        )
    if found.state == "unclear":
        return cant_tell("A date was found that no word explains, or only the server's clock.")
    if found.state == "sitemap":
        return cant_tell("The page has no marker; the site's sitemap has dates of pages.")
    if found.state == "unsettled":
        return cant_tell("No marker was found; scripts that did not run here may add one.")
    where = Evidence(page.url, detail="No date of update or review.", datum="no date")
    return failed("The page does not say when it was updated or reviewed.", where)
