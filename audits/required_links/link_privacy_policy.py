"""Does the page's footer link to the site's privacy policy?"""

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.links import Link
from audits.facts.page import PageFacts, facts_of
from audits.facts.required import links_to, near_links_to
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_KNOWN_LANGUAGES = frozenset({"", "en", "es"})


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
    facts = facts_of(page)
    found = links_to("privacy", facts.links)
    good = [link for link in found if link.in_footer and link.href]
    if good:
        return passed("The footer links to the privacy policy.", _evidence(page, good[0]))
    if found:
        where = "is made by a script" if found[0].in_footer else "stands outside the footer"
        return cant_tell(f"A link to the privacy policy {where}.", _evidence(page, found[0]))
    near = near_links_to("privacy", facts.links)
    if near:
        return cant_tell("The footer has a link that may lead to it.", _evidence(page, near[0]))
    return _absent(page, facts)


def _absent(page: PageObservation, facts: PageFacts) -> Judgement:
    if facts.unsettled:
        return cant_tell("No such link in the markup; scripts that did not run may add it.")
    language = facts.document.root_attribute("lang").lower().partition("-")[0]
    if language not in _KNOWN_LANGUAGES:
        return cant_tell("No such link was recognized; the page is in another language.")
    detail = "No link to a privacy policy on the page."
    return failed(
        "The page does not link to a privacy policy.",
        Evidence(page.final_url, detail=detail, path="footer"),
    )


def _evidence(page: PageObservation, link: Link) -> Evidence:
    return Evidence(page.final_url, markup=link.markup, detail=link.href, path=link.region)
