"""Is there a way past the blocks that pages repeat?"""

from audits.check import (
    Judgement,
    SiteView,
    cant_tell,
    failed,
    inapplicable,
    page_among_check,
    passed,
)
from audits.facts.navigation import repeated_in
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength


# The draft catalogue names headings among the evidence and not among what passes. They are a
# sufficient technique (H69), but whether one stands where the content begins takes a person.
@page_among_check(
    id="a11y-bypass",
    title="Way to skip repeated blocks",
    citation="WCAG 2.4.1; TT 9.A",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy='Put <a href="#main">Skip to main content</a> first in the body, and the content of the '
    'page into <main id="main" tabindex="-1">.',
    decided="Passed where the page has a main landmark, or a skip link whose target is there and, "
    "if a browser tried it, takes the focus. Otherwise cantTell where it has headings, or scripts "
    "that did not run may add a way; failed where it has none of these and three links or more at "
    "its head stand on another page too. Inapplicable where all pages are known and no other has "
    "those links.",
    needs=("html",),
    examples=(
        Example("passed", "A skip link to #main, and main with that id."),
        Example("failed", "Twenty links on top of every page, and no landmark, link or heading."),
        Example("cantTell", "Headings, and neither a skip link nor a main landmark."),
        Example("inapplicable", "A site of one page."),
    ),
)
def a11y_bypass(page: PageSummary, view: SiteView) -> Judgement:
    """Someone who uses the keyboard, or listens, would go through the whole menu again on every
    page."""
    ways = " ".join(page.all("bypass")).split()
    if "skip" in ways or "main" in ways:
        how = "A skip link works." if "skip" in ways else "The content is marked as main."
        return passed(how, Evidence(page.url))
    broken = "skip-broken" in ways
    if not repeated_in(view).on(page):
        if view.complete and not page.has("unsettled"):
            return inapplicable("No block of links on this page is on another.")
        return cant_tell("No other page that was seen has the same block of links.")
    if page.has("unsettled"):
        return cant_tell("No way past repeated links; scripts that did not run may add one.")
    if "headings" in ways:
        return cant_tell("Only headings lead past repeated links; a person must try them.")
    detail = "The skip link leads nowhere." if broken else "No skip link, main or heading."
    where = Evidence(page.url, detail=detail, path="body", datum="broken" if broken else "none")
    return failed("There is no way past the links that pages repeat.", where)
