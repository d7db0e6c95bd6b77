import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audits.facts import burden, contact, dates, esign, feedback, submission
from audits.facts.near import _BLOCK, REACH, Stems, first, matches
from audits.facts.tree import normal

SEARCHED = [
    (burden._BURDEN, burden._BURDEN_STEMS),
    (burden._VOLUNTARY, burden._VOLUNTARY_STEMS),
    (contact._CHAT, contact._CHAT_STEMS),
    (contact._OFFICE, contact._OFFICE_STEMS),
    (contact._EMAIL, contact._AT),
    (dates._STRONG, dates._STEMS),
    (dates._WEAK, dates._STEMS),
    *((p, esign._STEMS) for p in (esign._WET, esign._REFUSES, esign._ACCEPTS, esign._OFFERED,
                                  esign._ASKED)),
    (feedback._QUESTION, feedback._STEMS),
    (submission._ONLY, submission._ONLY_WORDS),
    (submission._PAPER, submission._PAPER_WORDS),
    (submission.ONLINE, submission._ONLINE_WORDS),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "stems"), SEARCHED, ids=[p.pattern[:28] for p, _ in SEARCHED])
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_a_pattern_finds_holds_one_of_its_words(
    pattern: re.Pattern[str], stems: Stems, data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    if normal(text) == text.lower() and len(text.split()) < 8:
        folded = text.lower() if len(text.lower()) == len(text) else text
        assert any(stem in folded for stem in stems.words)
        assert first(pattern, text, stems.stretches(folded))


@given(
    st.text(
        st.one_of(st.sampled_from("form aé"), st.characters(exclude_categories=())), max_size=60
    )
)
def test_a_word_is_found_where_it_stands_beside_whatever_letters(text: str) -> None:
    stems = Stems("form", "orm f", "é")
    found = {at for word in stems.words for at in range(len(text)) if text.startswith(word, at)}
    assert {start for start, _ in stems.stretches(text, 0)} == found
    assert stems.stand_in("", text) is bool(found)


@pytest.mark.parametrize("before", range(_BLOCK - 5, _BLOCK + 2))
def test_a_word_across_the_blocks_that_are_looked_through_is_found_once(before: int) -> None:
    text = f"{'-' * before}form{'-' * _BLOCK}form"
    assert Stems("form").stretches(text, 0) == [(before, before), (before + _BLOCK + 4,) * 2]


def test_stretches_are_in_order_apart_and_within_reach() -> None:
    text = f"{'-' * 1000}form{'-' * 1000}sign{'-' * 100}form"
    assert Stems("sign", "form").stretches(text, 200) == [(800, 1200), (1804, 2308)]
    assert Stems("none").stretches(text) == []
    assert Stems("form").stretches("form") == [(0, REACH)]


def test_a_part_is_searched_as_a_part_of_the_whole() -> None:
    parts = Stems("form").stretches("reform form", 5)
    assert [m.start() for m in matches(re.compile(r"\bform\b"), "reform form", parts)] == [7]
