"""Does the page's footer link to the site's privacy policy?"""

from audits.check import Judgement, page_check
from audits.facts.required_page import footer_link
from ideaaudit.models import Automation, Example, PageObservation, Strength


@page_check(
    id="link-privacy-policy",
    title="Footer link to own privacy policy",
    citation="M-23-22 9c; E-Gov Act 208; M-03-22",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Add a link named “Privacy policy” to the footer of the template that makes this page.",
    decided="Passed where a link in the footer (or, without one, in the last quarter of the page) "
    "is named for the privacy policy or leads to it, in English or Spanish. cantTell where it "
    "stands outside the footer, only something like it does, the page is in another language, or "
    "scripts that did not run may add it. Failed otherwise. Whether the target works is another "
    "check.",
    needs=("html",),
    examples=(
        Example("passed", '<footer><a href="/privacy">Privacy policy</a></footer>'),
        Example("failed", '<main><p>Text</p></main><footer><a href="/about">About</a></footer>'),
        Example("cantTell", '<main><a href="/privacy">Privacy policy</a></main><footer></footer>'),
    ),
)
def link_privacy_policy(page: PageObservation) -> Judgement:
    """Before people tell the government something they may ask what it keeps, and who sees it;
    the footer is where they look."""
    return footer_link(page, "privacy", "the privacy policy")
