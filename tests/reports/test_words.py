from ideaaudit.models import Level, Outcome, PageClass, PageState, Reason, RunState, Strength, Tier
from reports import words


def test_every_word_of_the_core_has_one_for_the_reader() -> None:
    assert set(words.OUTCOMES) == set(words.OUTCOME_MEANINGS) == set(Outcome)
    assert set(words.STRENGTHS) == set(words.STRENGTH_MEANINGS) == set(Strength)
    assert set(Reason) <= set(words.REASONS)
    assert set(words.LEVELS) == set(Level)
    assert set(words.TIERS) == set(Tier)
    assert set(words.PAGE_CLASSES) == set(PageClass)
    assert set(words.PAGE_STATES) == set(PageState)
    assert set(words.RUN_STATES) == set(RunState)


def test_a_reason_that_is_not_known_stands_for_itself() -> None:
    assert words.reason("robots") == "robots.txt asks crawlers to stay away"
    assert words.reason("sunspots") == "sunspots"
    assert words.reason("") == "no reason was recorded"
