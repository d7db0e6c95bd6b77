import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.text import counted, cut, line, neutral


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("Año nuevo, 新年, 👩‍🚀", "Año nuevo, 新年, 👩‍🚀"),
        ("a\x1b[31mb", "a⟨U+001B⟩[31mb"),
        ("cod\u202egpj.exe", "cod⟨U+202E⟩gpj.exe"),
        ("\ud800", "⟨U+D800⟩"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("end\u2028of line", "end⟨U+2028⟩of line"),
        ("old\rmac", "old\nmac"),
    ],
)
def test_what_hides_or_reorders_is_spelled_out(text: str, shown: str) -> None:
    assert neutral(text) == shown


@given(st.text(st.characters()))
def test_whatever_comes_in_can_be_written_and_hides_nothing(text: str) -> None:
    shown = neutral(text)
    shown.encode("utf-8")
    bad = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert not [one for one in shown if unicodedata.category(one) in bad and one not in "\n\t"]


def test_long_text_is_cut_with_an_ellipsis() -> None:
    assert cut("abcdef", 6) == "abcdef"
    assert cut("abcdefg", 6) == "abcde…"
    assert line(" a \n b\t c ", 10) == "a b c"


def test_numbers_are_counted_in_words() -> None:
    assert counted(1, "page") == "1 page"
    assert counted(1204, "page") == "1,204 pages"
    assert counted(0, "agency", "agencies") == "0 agencies"
