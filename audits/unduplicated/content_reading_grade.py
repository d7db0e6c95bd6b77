"""Can most people read the text with ease?"""

from audits.check import Judgement, cant_tell, inapplicable, page_check, passed
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_GRADE = 8
_EASY = "You can get help with your rent. We will send you a form to fill in. It is free. "
_HARD = (
    "Administrative determinations regarding supplementary eligibility necessitate comprehensive "
    "documentation of the circumstances that are relevant to the application. "
)


@page_check(
    id="content-reading-grade",
    title="Reading level about grade 8",
    citation="M-23-22 A.3b; Plain Writing Act",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Use short sentences and everyday words, and try the text with a few of its readers; "
    "the Federal Plain Language Guidelines show how.",
    decided="The Flesch-Kincaid grade of the running text in main, without lists of links, tables, "
    "headings and references. Passed up to grade 8, cantTell above: a formula counts syllables "
    "and knows nothing of understanding. Inapplicable below 100 words or five sentences, and "
    "where the text is not English. Flesch Reading Ease and SMOG are given as measures.",
    needs=("html",),
    examples=(
        Example("passed", f"<main><p>{_EASY * 8}</p></main>"),
        Example("cantTell", f"<main><p>{_HARD * 8}</p></main>"),
        Example("inapplicable", "<main><p>Just a few words.</p></main>"),
    ),
)
def content_reading_grade(page: PageObservation) -> Judgement:
    """Half of all adults read below the ninth grade; letters about money should not need more."""
    found = facts_of(page).readability
    if found is None:
        return inapplicable("There is too little running text in English for a formula.")
    measures = (
        ("reading-grade", found.grade),
        ("reading-ease", found.ease),
        ("reading-smog", found.smog),
    )
    detail = f"Flesch-Kincaid grade {found.grade}, reading ease {found.ease}."
    where = Evidence(page.url, detail=detail)
    if found.grade <= _GRADE:
        return passed("The text is at grade 8 or below.", where, measures=measures)
    return cant_tell("The text is above grade 8 by formula.", where, measures=measures)
