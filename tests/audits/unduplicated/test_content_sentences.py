import pytest

from audits.facts.page import PageFacts
from audits.facts.style import style_of
from audits.unduplicated.content_sentences import content_sentences
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page

SHORT = "You can get help with your rent. It is free to all of us. "
TWENTY = ("you and we " * 6 + "go on. ").capitalize()
MORE = ("you and we " * 7 + "go on. ").capitalize()


def text(*paragraphs: str) -> PageObservation:
    return page("<main>" + "".join(f"<p>{one}</p>" for one in paragraphs))


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(text(SHORT * 10), "passed", id="short"),
        pytest.param(text(TWENTY * 5), "passed", id="twenty words"),
        pytest.param(text(MORE * 5), "cantTell", id="more than twenty"),
        pytest.param(text("It is so. " * 83 + "Go."), "passed", id="a paragraph of 250 words"),
        pytest.param(text("It is so. " * 83 + "Go on."), "cantTell", id="one of 251"),
        pytest.param(text(SHORT), "inapplicable", id="too little"),
        pytest.param(text("Es gratis para todos los que viven aquí. " * 20), "inapplicable",
                     id="Spanish"),
        pytest.param(page(""), "inapplicable", id="an empty page"),
        pytest.param(page(None), "untested", id="not read"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(content_sentences, seen) == outcome


def test_what_is_long_is_said() -> None:
    [evidence] = content_sentences.judge(text(MORE * 5)).evidence
    assert evidence.datum == "sentences"
    [evidence] = content_sentences.judge(text("It is so. " * 84)).evidence
    assert (evidence.datum, evidence.detail) == ("paragraph", "A paragraph of 252 words.")


def test_measures() -> None:
    passive = "The form is sent to you by the FBI. We will help you with all of it. "
    found = dict(content_sentences.judge(text(passive * 10)).measures)
    assert found["passive-share"] == 0.5
    assert found["acronym-share"] == 0.06
    assert found["words-per-sentence"] == 8.5
    assert found["longest-paragraph"] == 170
    assert found["paragraphs-over-150"] == 1


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("It was not fully reviewed by us.", 1.0), ("They got paid for it.", 1.0),
        ("You are in need of it.", 0.0), ("We reviewed it.", 0.0),
        ("It is one of the hundred.", 0.0), ("It was in our new office that we reviewed.", 0.0),
        ("He was red.", 0.0), ("HUD was TOLD.", 1.0), ("", 0.0),
    ],
)  # fmt: skip
def test_the_passive_voice(sentence: str, share: float) -> None:
    assert style_of(PageFacts(text(sentence)).prose).passive == share
