"""Does the page say which agency it belongs to?"""

from audits.check import Judgement, SiteView, cant_tell, page_among_check, passed
from audits.facts.identity import is_named
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength


@page_among_check(
    id="brand-identifier",
    title="Identifier/agency identity shows parent agency",
    citation="M-23-22 A.2; digital.gov identifier guidance",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Put the USWDS identifier below the footer, with the name of the parent agency: "
    "designsystem.digital.gov/components/identifier.",
    decided="Passed where USWDS's identifier names a parent, or the header or footer names the "
    "agency or bureau that the list of sites gives. Otherwise cantTell: a name may be in a picture "
    "or unknown to the list.",
    needs=("html",),
    examples=(
        Example("passed", "“An official website of the General Services Administration”."),
        Example("cantTell", "A footer with a copyright line alone."),
    ),
)
def brand_identifier(page: PageSummary, view: SiteView) -> Judgement:
    """A site with a name of its own is trusted sooner when it says whose it is."""
    parents = page.all("parent")
    if parents:
        where = Evidence(page.url, detail=parents[0], path="footer")
        return passed("The identifier names the parent agency.", where)
    names = list(page.all("named"))
    listed = "; ".join(names)
    for owner in (view.target.bureau, view.target.agency):
        if owner and is_named(names, owner):
            where = Evidence(page.url, detail=listed)
            return passed("The header or footer names the agency.", where)
    if names:
        where = Evidence(page.url, detail=listed, datum=listed)
        return cant_tell("The header or footer names an agency that no list confirms.", where)
    where = Evidence(page.url, detail="No agency's name was recognized.", path="footer")
    return cant_tell("No agency's name was recognized in the header or footer.", where)
