import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audits.facts.language import is_known, language_of, primary, same_language

ENGLISH = (
    "The office answers letters within ten days of the day on which they are received, and it "
    "will tell you which of your papers it has kept. If you do not hear from us, call the number "
    "that is on the first page of the letter which was sent to you. " * 2
)
SPANISH = (
    "La oficina responde a las cartas en un plazo de diez días desde el día en que las recibe, y "
    "le dirá cuáles de sus papeles ha guardado. Si usted no tiene noticias, llame al número que "
    "está en la primera página de la carta que se le envió. " * 2
)
GERMAN = (
    "Das Amt beantwortet Briefe innerhalb von zehn Tagen nach ihrem Eingang und teilt Ihnen mit, "
    "welche Ihrer Unterlagen es behalten hat. Wenn Sie nichts von uns hören, rufen Sie die Nummer "
    "an, die auf der ersten Seite des Schreibens steht. " * 2
)


@pytest.mark.parametrize(
    ("tag", "subtag"), [("en", "en"), (" EN-us ", "en"), ("zh-Hans-CN", "zh"), ("", ""), ("-", "")]
)
def test_the_primary_subtag(tag: str, subtag: str) -> None:
    assert primary(tag) == subtag


@pytest.mark.parametrize(
    ("tag", "known"),
    [
        ("en", True),
        ("EN-US", True),
        ("es-419", True),
        ("haw", True),
        ("qqq", None),
        ("xx", False),
        ("", False),
        ("english", False),
        ("e", False),
        ("12", False),
        ("éñ", False),
        ("123", False),
    ],
)
def test_whether_a_tag_names_a_language(tag: str, known: bool | None) -> None:
    assert is_known(tag) is known


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("en", "en", True), ("no", "nb", True), ("tl", "fil", True), ("en", "es", False)],
)
def test_names_of_one_language(one: str, other: str, same: bool) -> None:
    assert same_language(one, other) is same


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "en"), (SPANISH, "es"), (GERMAN, "de"), ("Too short", ""), ("1 2 3 4 " * 60, "")],
    ids=["English", "Spanish", "German, by the model", "short", "no letters"],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


@given(st.text(max_size=40))
def test_no_tag_breaks_it(tag: str) -> None:
    assert is_known(tag) in (True, False, None)
    assert primary(tag) == primary(primary(tag))


@settings(max_examples=50)
@given(st.text(min_size=1, max_size=400))
def test_no_text_breaks_it(text: str) -> None:
    assert language_of(text, least=1).isascii()
