import pytest

from audits.search.seo_js_independence import seo_js_independence
from ideaaudit.models import PageObservation, RequestSeen
from tests.audits.build import outcome_of, page, walked

WORDS = [f"word{n}" for n in range(30)]
LOST = (RequestSeen("https://www.agency.gov/app.js", "script", failure="timed out"),)


def sent(count: int, shown: int = 30, **differs: object) -> PageObservation:
    """A page that shows some words, of which the server sent the first ones."""
    html = f"<main>{' '.join(WORDS[:shown])}</main>"
    return page(html, served=f"<MAIN>{' '.join(WORDS[:count]).upper()}", **differs)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(sent(30), "passed", id="all is sent"),
        pytest.param(page(f"<main>{' '.join(WORDS)}</main>"), "passed", id="the very same markup"),
        pytest.param(sent(21), "passed", id="70 % is sent"),
        pytest.param(sent(20), "cantTell", id="two thirds are sent"),
        pytest.param(sent(0), "cantTell", id="an empty frame"),
        pytest.param(sent(30, requests=LOST), "cantTell", id="a script that did not come"),
        pytest.param(sent(0, 19), "inapplicable", id="hardly any words"),
        pytest.param(sent(20, 20), "passed", id="twenty words"),
        pytest.param(sent(30, requests=None), "untested", id="requests were not seen"),
        pytest.param(walked(f"<main>{' '.join(WORDS)}</main>"), "untested", id="not rendered"),
        pytest.param(page(None), "untested", id="not read"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(seo_js_independence, seen) == outcome


def test_a_word_counts_as_often_as_it_is_sent() -> None:
    seen = page("<main>" + "again " * 30, served="<main>again")
    assert seo_js_independence.judge(seen).measures == (("served-share", 0.03),)


def test_the_share_is_said() -> None:
    found = seo_js_independence.judge(sent(15))
    assert found.measures == (("served-share", 0.5),)
    assert found.evidence[0].detail == "50 % of 30 words are sent."
