"""Does the page's footer link straight to the accessibility statement?"""

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.links import Link
from audits.facts.page import PageFacts, facts_of
from audits.facts.required import links_to, near_links_to
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_KNOWN_LANGUAGES = frozenset({"", "en", "es"})


@page_check(
    id="a11y-statement-footer",
    title="Direct link in footer of every page",
    citation="M-23-22 9c; Section508.gov",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Add a link named “Accessibility statement” to the footer of the template that makes "
    "this page. A secondary site may link to its parent's statement.",
    decided="Passed where a link in the footer is named for the accessibility statement or leads "
    "to it, in English or Spanish. cantTell where it stands outside the footer, no footer could "
    "be told, only something like it is there, the page is in another language, or scripts that "
    "did not run may add it. Failed otherwise. Whether the target works is another check.",
    needs=("html",),
    examples=(
        Example("passed", '<footer><a href="/accessibility">Accessibility</a></footer>'),
        Example("failed", '<main><p>Text</p></main><footer><a href="/about">About</a></footer>'),
        Example("cantTell", '<main><p>Text</p></main><p><a href="/about">About</a></p>'),
    ),
)
def a11y_statement_footer(page: PageObservation) -> Judgement:
    """Someone who meets a barrier looks for help where every site has it: at the foot of the
    page that they are on."""
    facts = facts_of(page)
    found = links_to("accessibility", facts.links)
    good = [link for link in found if link.in_footer and link.href]
    if good:
        return passed("The footer links to the accessibility statement.", _evidence(page, good[0]))
    if found:
        where = "is made by a script" if found[0].in_footer else "stands outside the footer"
        summary = f"A link to the accessibility statement {where}."
        return cant_tell(summary, _evidence(page, found[0]))
    near = [
        link
        for link in near_links_to("accessibility", facts.links)
        if "privac" not in link.text and "privac" not in link.where
    ]
    if near:
        return cant_tell("The footer has a link that may lead to it.", _evidence(page, near[0]))
    return _absent(page, facts)


def _absent(page: PageObservation, facts: PageFacts) -> Judgement:
    if facts.unsettled:
        return cant_tell("No such link in the markup; scripts that did not run may add it.")
    if not facts.document.footers:
        return cant_tell("No such link was found, and no footer could be told.")
    if facts.document.root_attribute("lang").lower().partition("-")[0] not in _KNOWN_LANGUAGES:
        return cant_tell("No such link was recognized; the page is in another language.")
    detail = "No link to an accessibility statement in the footer."
    return failed(
        "The footer does not link to an accessibility statement.",
        Evidence(page.final_url, detail=detail, path="footer"),
    )


def _evidence(page: PageObservation, link: Link) -> Evidence:
    return Evidence(page.final_url, markup=link.markup, detail=link.href, path=link.region)
