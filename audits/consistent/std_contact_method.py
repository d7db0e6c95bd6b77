"""Does the contact page offer e-mail, a form or a telephone number?"""

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, passed, site_check
from audits.facts.contact_page import contact_pages
from audits.facts.site import settled
from ideaaudit.models import Automation, Evidence, Example, Strength

_METHODS = ("email", "form", "phone")


@site_check(
    id="std-contact-method",
    title="E-mail, form or phone on contact page",
    citation="Contact page standard (Draft)",
    strength=Strength.DRAFT,
    automation=Automation.FULL,
    remedy="Put an e-mail address, a form or a telephone number on the contact page.",
    decided="Passed where a contact page names at least one of the three. Failed where contact "
    "pages were seen whole and name none. cantTell where they speak of one that was not "
    "recognized or hold a frame, where scripts may add one, and where no contact page was read on "
    "a part of the site. Inapplicable where the whole site was walked and has no contact page.",
    examples=(
        Example("passed", "/contact with a telephone number."),
        Example("failed", "/contact with a street address alone."),
        Example("cantTell", "/contact with a form in a frame."),
        Example("inapplicable", "A site without a contact page."),
    ),
)
def std_contact_method(view: SiteView) -> Judgement:
    """A contact page that names no way to contact anyone sends people in a circle."""
    pages = contact_pages(view).read
    if not pages:
        none = "No contact page was read."
        return inapplicable(none) if view.complete else cant_tell(none)
    for page in pages:
        methods = [kind for kind in _METHODS if kind in page.all("contact")]
        if methods:
            listed = ", ".join(methods)
            return passed(f"The contact page offers: {listed}.", Evidence(page.url, detail=listed))
    where = [Evidence(page.url, detail="No way to reach anyone.") for page in pages[:5]]
    if len(settled(pages)) < len(pages):
        return cant_tell("Scripts that did not run may add a way to reach someone.", *where)
    if any(page.has("contact-hint") for page in pages):
        return cant_tell("The contact page speaks of a way that was not recognized.", *where)
    return failed("The contact page offers no e-mail address, form or telephone number.", *where)
