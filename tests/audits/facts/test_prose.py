"""The running text of a page, and how hard it is to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.facts.document import Document
from audits.facts.prose import Prose, prose_of, readability_of
from audits.facts.syllables import syllables

EASY = "You can get help with your rent. We will send you a form to fill in. It is free to apply. "
HARD = (
    "Notwithstanding the aforementioned considerations, administrative determinations regarding "
    "eligibility for supplementary reimbursement necessitate comprehensive documentation of the "
    "circumstances that are relevant to the application. "
)
COUNTS = """
real 2 the 1 agency 3 government 3 information 4 used 1 needed 2 wanted 2 tables 2 created 3 area
3 areas 3 idea 3 science 2 quiet 2 nation 2 special 2 social 2 radio 3 video 3 various 3 serious 3
region 2 religion 3 business 2 every 2 family 3 places 2 boxes 2 changes 2 makes 1 people's 2
services 3 website 2 available 4 eligible 4 apply 2 application 4 united 3 employee 3 being 2
going 2 reliable 4 medium 3 period 3 million 2 actual 3 annual 3 evaluation 5 continue 3 issue 2
rules 1 files 1 whole 1 title 2 ended 2 asked 1 filed 1 required 2 through 1 free 1 fees 1
employer 3 client 2 society 4 variety 4 experience 4 audience 3 theater 3 museum 3 ideal 3
increase 2 judges 2 statement 2 safely 2 something 2 homeless 2 colleague 2 enabled 3 hundred 2
called 1 easier 3 cooperate 4 poem 2 rhythm 2 tourism 3 2024 1 HTTP 4 FBI 1 x 1 long-term 2 B2B 1
society's 4
"""
TABLE = list(zip(COUNTS.split()[::2], COUNTS.split()[1::2], strict=True))


def prose(html: str) -> Prose:
    return prose_of(Document(html, "https://a.gov/"))


@pytest.mark.parametrize(("word", "count"), TABLE)
def test_syllables(word: str, count: str) -> None:
    assert syllables(word) == int(count)


@given(st.text(max_size=40))
def test_every_word_has_a_syllable(word: str) -> None:
    assert syllables(word) >= 1


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("<p>It rains. It pours!</p>", [2, 2]),
        ("<p>Dr. Smith of the U.S. Army came at 3.5 p.m. on Jan. 5 to see it.", [16]),
        ("<p>It is in the U.S. The law says so.", [5, 4]),
        ("<p>See e.g. Form W-2, no. 5. Then go on.", [6, 3]),
        ("<p>He said “Go!” She went (soon). They left...", [3, 3, 2]),
        ("<p>It rains. it pours on and on.", [7]),
        ("<p>¿Cómo está? Bien.", [2, 1]),
        ("<ul><li>Home<li>About us<li>Bring a photo and your card.</ul>", [6]),
        ("<p>one two three four five six seven eight", [8]),
        ("<p>one two three four five six seven", []),
        ("<div>You need:<ul><li>a card</li></ul>and it is free.</div>", [2, 4]),
        ("<h1>A heading that has an end.</h1><table><tr><td>A cell.</table><pre>A b.</pre>", []),
        ("<nav>Go on.</nav><p>Stay <b>he</b>re.<script>x. y.</script></p>", [2]),
        ("<div class='mw-references'>One. Two.</div><ol id=footnotes><li>A b c.</ol>", []),
        ("<p>See https://a.gov/x.y?Z or a@b.gov. It is there.", [2, 3]),
        ("<p hidden>Not seen.</p><p>Seen.</p>", [1]),
        ("<div role=navigation>Not. Prose.</div><p>Pro&shy;se is.", [3]),
        ("<div><template shadowrootmode=open><p>In the shade.</template></div>", [3]),
        ("", []),
    ],
)
def test_sentences(text: str, lengths: list[int]) -> None:
    assert [len(words) for words in prose(f"<main>{text}</main>").sentences] == lengths


def test_without_main_the_header_and_the_footer_are_no_prose() -> None:
    found = prose("<header>Top of it.</header><p>The text is here.</p><footer>End.</footer>")
    assert found.paragraphs == (4,)


def test_english_is_told_by_its_words_and_not_by_what_is_declared() -> None:
    assert prose(f"<p>{EASY}").english
    assert prose(f"<p>{HARD}").english
    assert not prose(
        "<p>Usted puede pedir ayuda con la renta. Es gratis para todos los que."
    ).english
    assert not prose(
        "<p>Beantragen Sie hier Ihren neuen Ausweis, es geht schnell und leicht."
    ).english
    assert not prose("").english


def test_easy_and_hard_texts_have_low_and_high_grades() -> None:
    easy, hard = readability_of(prose(f"<p>{EASY * 12}")), readability_of(prose(f"<p>{HARD * 6}"))
    assert easy is not None
    assert hard is not None
    assert easy.grade < 4 < 20 < hard.grade
    assert easy.ease > 90 > 0 > hard.ease
    assert easy.smog is not None
    assert easy.smog < 5
    assert hard.smog is None
    assert easy.words_per_sentence == 7.0


def test_the_formulas_are_those_that_were_published() -> None:
    text = "<p>" + "We can get to the man. " * 25
    found = readability_of(prose(text))
    assert found is not None
    assert (found.grade, found.ease) == (-1.4, 116.1)


def test_too_little_text_and_other_languages_have_no_grade() -> None:
    assert readability_of(prose(f"<p>{EASY * 4}")) is None
    assert readability_of(prose("<p>" + "El perro come en la casa. " * 40)) is None
    assert readability_of(prose("<p>" + "it is the one that we have and " * 40)) is None


@given(st.text(max_size=500))
def test_no_page_breaks_it(text: str) -> None:
    found = prose(f"<main><p>{text}<ul><li>{text}</main>")
    assert found.words >= 0
    readability_of(found)


def test_a_very_long_text_is_read_in_part() -> None:
    assert prose("<main>" + "<p>" + EASY * 200 + "</p>" * 200 + f"<p>{EASY * 9000}").words > 50_000
