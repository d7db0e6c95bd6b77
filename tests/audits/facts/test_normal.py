import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.facts.tree import flat, normal, normal_of_flat


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("  Two\n WORDS ", "two words"),
        ("“Here’s how”", '"here\'s how"'),
        ("ＯＭＢ\u00a0No.", "omb no."),
        ("soft\u00adhyphen", "softhyphen"),
        ("a \u00ad b", "a b"),
        ("Straße", "strasse"),
    ],
    ids=["spaces and case", "quotes", "wide letters", "a soft hyphen", "one alone", "folded"],
)
def test_a_text_as_it_is_compared(text: str, compared: str) -> None:
    assert normal(text) == compared
    assert normal_of_flat(flat(text)) == compared


@given(st.text())
def test_a_flat_text_is_compared_like_any_other(text: str) -> None:
    assert normal_of_flat(flat(text)) == normal(text)
