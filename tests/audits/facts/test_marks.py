"""What was found of a part once is found again, whatever else was looked through between."""

from hypothesis import given
from hypothesis import strategies as st

from audits.facts.marks import Marks

PARTS = st.lists(st.text("abc", max_size=400), max_size=6)


@given(st.lists(st.text("abc", min_size=1, max_size=3)), st.lists(PARTS, max_size=5))
def test_among_finds_what_stands_there_and_nothing_else(
    words: list[str], pages: list[list[str]]
) -> None:
    marks = Marks()
    marks.watch(*words)
    for parts in [*pages, *pages]:
        assert marks.among(parts) == {w for w in words if any(w in part for part in parts)}


def test_words_that_are_watched_later_are_found_in_known_parts() -> None:
    marks = Marks()
    assert marks.watch("a") == {"a"}
    assert marks.among(["ab"]) == {"a"}
    marks.watch("b")
    assert marks.among(["ab"]) == {"a", "b"}
