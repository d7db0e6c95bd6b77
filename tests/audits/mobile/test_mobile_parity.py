import pytest

from audits.mobile.mobile_parity import mobile_parity
from ideaaudit.models import PageObservation, Parity
from tests.audits.build import outcome_of, page, showing

MENU = "<header><button>Menu</button></header><main>Text</main>"
SEARCH = "<header><button aria-expanded=false>Search</button></header><main>Text</main>"


def seen(
    words: tuple[int, int] = (500, 500),
    links: tuple[int, int] = (40, 40),
    forms: tuple[int, int] = (1, 1),
    controls: tuple[int, int] = (5, 5),
    searches: tuple[int, int] = (1, 1),
    html: str = "<main>Text</main>",
) -> PageObservation:
    return showing(html, parity=Parity(words, links, forms, controls, searches))


@pytest.mark.parametrize(
    ("observed", "outcome"),
    [
        pytest.param(seen(), "passed", id="all is there"),
        pytest.param(seen(words=(500, 450)), "passed", id="90 % of the words"),
        pytest.param(seen(links=(40, 60)), "passed", id="more links than on the desktop"),
        pytest.param(seen(words=(0, 0), links=(0, 0)), "passed", id="nothing on either"),
        pytest.param(seen(forms=(2, 1), searches=(2, 1)), "passed", id="one search box of two"),
        pytest.param(seen(searches=(0, 0), forms=(0, 0)), "passed", id="no search box on either"),
        pytest.param(seen(words=(500, 349)), "failed", id="less than 70 % of the words"),
        pytest.param(seen(words=(50, 10)), "failed", id="few words, and most of them gone"),
        pytest.param(seen(searches=(1, 0)), "failed", id="the search box is gone"),
        pytest.param(seen(forms=(1, 0)), "failed", id="the form is gone"),
        pytest.param(seen(words=(500, 350)), "cantTell", id="70 % of the words"),
        pytest.param(seen(words=(500, 449)), "cantTell", id="almost 90 %"),
        pytest.param(seen(words=(49, 0)), "cantTell", id="too few words to tell"),
        pytest.param(seen(links=(40, 20)), "cantTell", id="half of the links"),
        pytest.param(seen(controls=(5, 4)), "cantTell", id="four controls of five"),
        pytest.param(seen(searches=(1, 0), html=MENU), "cantTell", id="it may be in the menu"),
        pytest.param(seen(searches=(1, 0), html=SEARCH), "cantTell", id="a button may open it"),
        pytest.param(
            seen(searches=(1, 0), html="<button>Search</button>"),
            "failed",
            id="a button that sends the search opens none",
        ),
        pytest.param(page(), "untested", id="not compared"),
    ],
)
def test_outcome(observed: PageObservation, outcome: str) -> None:
    assert outcome_of(mobile_parity, observed) == outcome


def test_what_is_less_is_named_and_measured() -> None:
    judgement = mobile_parity.judge(seen(words=(300, 250), searches=(1, 0), html=MENU))
    assert [one.datum for one in judgement.evidence] == ["searches", "words"]
    assert judgement.evidence[0].detail == "Searches on the desktop: 1, on the phone: 0."
    assert judgement.measures == (
        ("phone-words-share", 0.833), ("phone-links-share", 1.0), ("phone-controls-share", 1.0),
    )  # fmt: skip
