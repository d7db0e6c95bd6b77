import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audits.facts import burden, contact, dates, esign, feedback, submission
from audits.facts.near import REACH, first, matches, stretches
from audits.facts.tree import normal

SEARCHED = [
    (burden._BURDEN, burden._BURDEN_STEMS),
    (burden._VOLUNTARY, burden._VOLUNTARY_STEMS),
    (contact._CHAT, contact._CHAT_STEMS),
    (contact._OFFICE, contact._OFFICE_STEMS),
    (contact._EMAIL, "@"),
    (dates._STRONG, dates._STEMS),
    (dates._WEAK, dates._STEMS),
    *((p, esign._STEMS) for p in (esign._WET, esign._REFUSES, esign._ACCEPTS, esign._OFFERED,
                                  esign._ASKED)),
    (feedback._QUESTION, feedback._STEMS),
    (submission._ONLY, submission._ONLY_WORDS),
    (submission._PAPER, submission._PAPER_WORDS),
    (submission.ONLINE, submission._ONLINE_WORDS),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "stems"), SEARCHED, ids=lambda one: str(one)[12:40])
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_a_pattern_finds_holds_one_of_its_words(
    pattern: re.Pattern[str], stems: tuple[str, ...], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    if normal(text) == text.lower() and len(text.split()) < 8:
        folded = text.lower() if len(text.lower()) == len(text) else text
        assert any(stem in folded for stem in stems)
        assert first(pattern, text, stretches(folded, stems))


def test_stretches_are_in_order_apart_and_within_reach() -> None:
    text = f"{'-' * 1000}form{'-' * 1000}sign{'-' * 100}form"
    assert stretches(text, ("sign", "form"), 200) == [(800, 1200), (1804, 2308)]
    assert stretches(text, ("none",)) == []
    assert stretches("form", ("form",)) == [(0, REACH)]


def test_a_part_is_searched_as_a_part_of_the_whole() -> None:
    parts = stretches("reform form", ("form",), 5)
    assert [m.start() for m in matches(re.compile(r"\bform\b"), "reform form", parts)] == [7]
