"""Whether a page's footer has a link that law or policy asks for."""

from audits.check import Judgement, cant_tell, failed, passed
from audits.facts.links import Link
from audits.facts.page import PageFacts, facts_of
from audits.facts.required import links_to, near_links_to
from ideaaudit.models import Evidence, PageObservation

_KNOWN_LANGUAGES = frozenset({"", "en", "es"})


def footer_link(page: PageObservation, kind: str, noun: str) -> Judgement:
    """Passed where the footer has a link of that kind; failed where the page was seen whole, in
    a language that we read, and has none nor any that may lead there.

    Args:
        noun: what it leads to, as a sentence has it: "the privacy policy".
    """
    facts = facts_of(page)
    found = links_to(kind, facts.links)
    good = [link for link in found if link.in_footer and link.where]
    if good:
        return passed(f"The footer links to {noun}.", _evidence(page, good[0]))
    if found:
        where = "is made by a script" if found[0].in_footer else "stands outside the footer"
        return cant_tell(f"A link to {noun} {where}.", _evidence(page, found[0]))
    near = near_links_to(kind, facts.links)
    if near:
        return cant_tell("The footer has a link that may lead to it.", _evidence(page, near[0]))
    return _absent(page, facts, noun)


def _absent(page: PageObservation, facts: PageFacts, noun: str) -> Judgement:
    if facts.unsettled:
        return cant_tell("No such link in the markup; scripts that did not run may add it.")
    if facts.document.root_attribute("lang").lower().partition("-")[0] not in _KNOWN_LANGUAGES:
        return cant_tell("No such link was recognized; the page is in another language.")
    detail = f"No link to {noun} on the page."
    return failed(
        f"The page does not link to {noun}.", Evidence(page.final_url, detail=detail, path="footer")
    )


def _evidence(page: PageObservation, link: Link) -> Evidence:
    return Evidence(page.final_url, markup=link.markup, detail=link.href, path=link.region)
