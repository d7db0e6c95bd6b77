"""Does a presence outside .gov and .mil show a government e-mail address?"""

from audits.check import Judgement, SiteView, cant_tell, inapplicable, passed, site_check
from audits.facts.domains import is_government
from audits.facts.site import own_pages, with_signal
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="brand-gov-email",
    title="Third-party presence shows .gov/.mil e-mail",
    citation="M-23-22 A.2",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Show an e-mail address that ends in .gov or .mil where people look for a contact.",
    decided="Passed where a page shows an address that ends in .gov or .mil, or links to one. "
    "cantTell where none was recognized. Inapplicable for a site on .gov or .mil.",
    examples=(
        Example("passed", '<a href="mailto:help@agency.gov">Write to us</a>'),
        Example("cantTell", "No e-mail address."),
        Example("inapplicable", "A site on .gov."),
    ),
)
def brand_gov_email(view: SiteView) -> Judgement:
    """On a platform that is not the government's, the address is what shows who is behind it."""
    if is_government(view.target.url):
        return inapplicable("The site is on .gov or .mil.")
    pages = own_pages(view)
    showing = with_signal(pages, "government-email")
    if showing:
        return passed("A government e-mail address is shown.", Evidence(showing[0].url))
    return cant_tell(f"No government e-mail address was recognized on {len(pages)} pages.")
