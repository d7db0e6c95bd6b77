"""Do the site's answers carry the headers that keep browsers from harm?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.security_headers import NAMES
from audits.facts.site import own_pages, share, with_signal
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="sec-headers",
    title="CSP, X-Content-Type-Options, Referrer-Policy, frame protection",
    citation="good practice",
    strength=Strength.ADVISORY,
    automation=Automation.FULL,
    remedy="Set the four headers once, in the server or the delivery network; begin with "
    "Content-Security-Policy-Report-Only and see what it would stop.",
    decided="Advice. Passed where each page that was walked has a Content-Security-Policy, "
    "X-Content-Type-Options: nosniff, a Referrer-Policy, and X-Frame-Options or frame-ancestors; "
    "a policy in a meta element counts. Failed where a page lacks one; cantTell where no page's "
    "headers were seen.",
    examples=(
        Example("passed", "All four headers on 25 of 25 pages."),
        Example("failed", "No Content-Security-Policy on 25 of 25 pages."),
        Example("cantTell", "No page answered with headers."),
    ),
)
def sec_headers(view: SiteView) -> Judgement:
    """A second lock: what slips past the first, a script from a stranger or a frame around the
    page, is stopped here."""
    pages = with_signal(own_pages(view), "sec-headers")
    if not pages:
        return cant_tell("No page's headers were seen.")
    evidence = []
    for key, name in NAMES.items():
        lacking = [one for one in pages if key not in one.all("sec-headers")[0].split()]
        if lacking:
            detail = f"Missing on {share(len(lacking), len(pages))} pages."
            evidence.append(Evidence(lacking[0].url, title=f"No {name}", detail=detail, datum=key))
    if evidence:
        return failed("Pages lack headers that keep browsers from harm.", *evidence)
    return passed("All four headers are on every page that was walked.", Evidence(pages[0].url))
