"""Does the page say in which language it is written, and is it?"""

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.language import is_known, primary, same_language
from audits.facts.page import PageFacts, facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_VALID = "html-lang-valid"
_MISSING = "html-has-lang"


@page_check(
    id="a11y-lang",
    title="Valid page language",
    citation="WCAG 3.1.1; TT 11.A",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy='Name the language on the root element: <html lang="en">, or lang="es" on pages in '
    "Spanish.",
    decided="Failed where the root element has no lang, an empty one, or one whose first part "
    "names no language (ISO 639, RFC 5646). cantTell where main text of 200 characters or more is "
    "surely in another language, or the language is too rare to be known here. Passed otherwise; "
    "a shorter text is not compared.",
    needs=("html",),
    examples=(
        Example("passed", '<html lang="en"><body><p>Welcome.</p></body></html>'),
        Example("failed", '<html lang="english"><body><p>Welcome.</p></body></html>'),
        Example("cantTell", '<html lang="lzz"><body><p>Welcome.</p></body></html>'),
    ),
)
def a11y_lang(page: PageObservation) -> Judgement:
    """A screen reader chooses its voice by this attribute. Without it, English may be read aloud
    with the sounds of another language."""
    facts = facts_of(page)
    declared = _declared(facts)
    if not declared:
        if facts.unsettled and not _axe_misses(page):
            return cant_tell("No language is named; scripts that did not run may add it.")
        detail = "The root element has no lang, or an empty one."
        where = Evidence(page.final_url, markup="<html>", detail=detail, datum="missing")
        return failed("The page does not name its language.", where)
    where = Evidence(page.final_url, markup=f'<html lang="{declared}">', datum=declared)
    known = is_known(declared)
    if known is None and page.axe is not None:
        known = _axe_says(page)
    if known is False:
        return failed("What the page names as its language is none.", where)
    if known is None:
        return cant_tell("The page names a language that is not known here.", where)
    written = facts.language
    measures = [("language", primary(declared)), ("language-detected", written)]
    if written and not same_language(written, primary(declared)):
        summary = "The main text seems to be in another language than the one named."
        return cant_tell(summary, where, measures=measures)
    how = "and its text is in it" if written else "and too little text could be compared"
    return passed(f"The page names its language, {how}.", where, measures=measures)


def _declared(facts: PageFacts) -> str:
    """The lang of the root; in XHTML, which has it so, xml:lang too."""
    declared = facts.document.root_attribute("lang")
    if not declared and facts.page.media_type == "application/xhtml+xml":
        return facts.document.root_attribute("xml:lang")
    return declared


def _axe_says(page: PageObservation) -> bool | None:
    """Axe knows every code of three letters."""
    axe = page.axe
    if axe is None or any(rule.id == _VALID for rule in axe.violations):
        return None if axe is None else False
    return True if _VALID in axe.passes else None


def _axe_misses(page: PageObservation) -> bool:
    """Whether axe found none in the browser; no other script of the page is waited for then."""
    return page.axe is not None and any(rule.id == _MISSING for rule in page.axe.violations)
