"""Are sentences and paragraphs short?"""

from audits.check import Judgement, cant_tell, inapplicable, page_check, passed
from audits.facts.page import facts_of
from audits.facts.style import style_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_WORDS = 20
_LONGEST = 250
_SHORT = "You can get help with your rent. We will send you a form to fill in. It is free. "
_LONG = (
    "The form that we will send to you when you ask us for it has to be filled in by you or by "
    "someone who can act for you before the last day of the month in which it came. "
)


@page_check(
    id="content-sentences",
    title="Short sentences/paragraphs",
    citation="Federal Plain Language Guidelines",
    strength=Strength.ADVISORY,
    automation=Automation.PARTLY,
    remedy="Say one thing in each sentence, in about 20 words; break paragraphs of more than 150 "
    "words, use the active voice, and spell abbreviations out.",
    decided="The running text in main. cantTell where sentences have more than 20 words on "
    "average, or a paragraph more than 250; passed otherwise. The shares of sentences in the "
    "passive voice and of abbreviations are given as measures and decide nothing. Inapplicable "
    "below 100 words or five sentences, and where the text is not English.",
    needs=("html",),
    examples=(
        Example("passed", f"<main><p>{_SHORT * 8}</p></main>"),
        Example("cantTell", f"<main><p>{_LONG * 6}</p></main>"),
        Example("inapplicable", "<main><p>Just a few words.</p></main>"),
    ),
)
def content_sentences(page: PageObservation) -> Judgement:
    """Long sentences ask readers to keep their beginning in mind until their end."""
    prose = facts_of(page).prose
    if not prose.enough or not prose.english:
        return inapplicable("There is too little running text in English.")
    style, longest = style_of(prose), max(prose.paragraphs)
    length = prose.words / len(prose.sentences)
    measures = (
        ("words-per-sentence", round(length, 1)),
        ("longest-paragraph", longest),
        ("paragraphs-over-150", sum(words > 150 for words in prose.paragraphs)),
        ("passive-share", style.passive),
        ("acronym-share", style.acronyms),
    )
    long = [
        Evidence(page.url, detail=f"{round(length, 1)} words a sentence.", datum="sentences")
    ] * (length > _WORDS)
    long += [Evidence(page.url, detail=f"A paragraph of {longest} words.", datum="paragraph")] * (
        longest > _LONGEST
    )
    if long:
        summary = "Sentences have more than 20 words on average, or a paragraph more than 250."
        return cant_tell(summary, *long, measures=measures)
    return passed("Sentences and paragraphs are short on average.", measures=measures)
