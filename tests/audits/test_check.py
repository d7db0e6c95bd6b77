"""What a check is asked?"""

from audits.check import Judgement, inapplicable, page_check, passed
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Level, Outcome, PageObservation, Strength
from tests.audits.build import page


@page_check(
    id="x-words",
    title="Has words",
    citation="none",
    strength=Strength.ADVISORY,
    automation=Automation.FULL,
    remedy="Write some.",
    decided="By counting.",
    needs=("html",),
)
def x_words(page: PageObservation) -> Judgement:
    """Someone wants
    to read."""
    found = len(facts_of(page).words)
    return passed(f"{found}", measures=[("words", found)]) if found else inapplicable("None.")


def test_the_docstrings_are_the_question_and_the_why() -> None:
    assert x_words.card.question == "What a check is asked?"
    assert x_words.card.why == "Someone wants to read."


def test_the_head_is_the_folder_and_the_rest_stands_as_given() -> None:
    assert x_words.card.head == "audits"
    assert (x_words.id, x_words.card.level, x_words.needs) == ("x-words", Level.PAGE, ("html",))
    assert (x_words.card.version, x_words.card.examples, x_words.unanimous) == (1, (), False)


def test_a_judgement_carries_measures() -> None:
    assert x_words.judge(page("one two")).measures == (("words", 2),)
    assert x_words.judge(page("")).outcome is Outcome.INAPPLICABLE
