"""Does a survey ask what A-11 wants asked: trust, what made the difference, and anything else?"""

from audits.check import Judgement, cant_tell, inapplicable, page_check, passed
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_WANTED = ("trust", "drivers", "open")


@page_check(
    id="cx-survey-questions",
    title="Trust statement, drivers, open text",
    citation="A-11 280 v2",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Use Touchpoints' A-11 form, or ask in your own: “This interaction increased my trust "
    "in …”, what made the difference (effectiveness, ease, efficiency, transparency, humanity, "
    "employees), and “Anything else you want to share?”.",
    decided="Passed where a survey has all three, in English or Spanish. cantTell where fewer were "
    "recognized: questions may come one after another, and only surveys of designated services "
    "are bound. Inapplicable where the page has no survey.",
    needs=("html",),
    examples=(
        Example(
            "passed",
            '<form class="touchpoints-form"><p>This interaction increased my trust in us.</p>'
            "<p>My need was addressed.</p><p>It was easy to complete.</p><p>It took a reasonable "
            "amount of time.</p><label>Anything else? <textarea></textarea></label></form>",
        ),
        Example("cantTell", '<form class="touchpoints-form"><label>Why? <input></label></form>'),
        Example("inapplicable", "<main><p>Opening hours</p></main>"),
    ),
)
def cx_survey_questions(page: PageObservation) -> Judgement:
    """Only the same questions everywhere show where people are served well, and where not."""
    facts = facts_of(page)
    if not facts.has_survey:
        return inapplicable("The page has no survey.")
    found = facts.survey_questions
    missing = ", ".join(name for name in _WANTED if name not in found)
    measures = [("survey-questions", len(found))]
    if not missing:
        where = Evidence(page.final_url, detail=", ".join(found), path="survey")
        return passed("The survey asks all that A-11 wants asked.", where, measures=measures)
    detail = f"Not recognized: {missing}."
    where = Evidence(page.final_url, detail=detail, path="survey", datum=missing)
    return cant_tell("Not all of A-11's questions were recognized.", where, measures=measures)
