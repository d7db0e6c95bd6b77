"""Where the public signs in, is it with Login.gov?"""

from audits.check import Judgement, SiteView, cant_tell, inapplicable, passed, site_check
from audits.facts.site import own_pages, with_signal
from ideaaudit.models import Automation, Evidence, Example, Strength

_SAID = {"own": "a form with a password", "unknown": "a link to sign in"}


@site_check(
    id="shared-login-gov",
    title="Login.gov for public sign-in",
    citation="IDEA 7; M-26-18 (2026, unverified)",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Offer Login.gov to the public beside or instead of the site's own accounts.",
    decided="Passed where a page links or posts to Login.gov. cantTell where people sign in "
    "otherwise, or may. Inapplicable where the whole site was walked and has no sign-in.",
    examples=(
        Example("passed", '<a href="https://secure.login.gov/openid_connect/authorize?x=1">'),
        Example("cantTell", "A page with the site's own password field."),
        Example("inapplicable", "A site without sign-in."),
    ),
)
def shared_login_gov(view: SiteView) -> Judgement:
    """One account for the whole government is one password less to forget, and well guarded."""
    pages = with_signal(own_pages(view), "sign-in")
    for page in pages:
        if "login.gov" in page.all("sign-in"):
            return passed("Login.gov was found.", Evidence(page.url))
    if pages:
        names = sorted({name for page in pages for name in page.all("sign-in")})
        known = ", ".join(_SAID.get(name, name) for name in names)
        where = Evidence(pages[0].url, detail=f"Found: {known}.")
        return cant_tell("People sign in, and Login.gov was not recognized.", where)
    if view.complete:
        return inapplicable("No sign-in was found on the whole site.")
    return cant_tell("No sign-in was found; not every page was walked.")
