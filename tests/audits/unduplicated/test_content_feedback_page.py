import pytest

from audits.unduplicated.content_feedback_page import content_feedback_page
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, outcome_of, page, walked


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page("Was this page helpful?<button>YES</button>"), "passed", id="a widget"),
        pytest.param(
            page("¿Le fue útil esta página?<input type=radio>"), "passed", id="in Spanish"
        ),
        pytest.param(page("<i class='fba-button'></i>"), "passed", id="Touchpoints"),
        pytest.param(page("<a href='/f'> FEEDBACK </a>"), "passed", id="a link"),
        pytest.param(page("<a href='/c'>Contact us</a>"), "cantTell", id="only a contact link"),
        pytest.param(page("Was this page helpful?"), "cantTell", id="a question without an answer"),
        pytest.param(page("<p>Call 202-555-0100"), "cantTell", id="only a telephone number"),
        pytest.param(page("<p>Nothing"), "failed", id="nothing"),
        pytest.param(page(""), "failed", id="an empty page"),
        pytest.param(
            page("<a href='/x'>Feedback loops in rivers</a>"),
            "passed",
            id="a near miss that words cannot tell",
        ),
        pytest.param(walked(f"{'word ' * 30}<script>go()</script>"), "cantTell", id="scripts"),
        pytest.param(page("<input type=password>"), "inapplicable", id="a sign-in page"),
        pytest.param(page("x", f"{HOME}search?q=x"), "inapplicable", id="search results"),
        pytest.param(page(None), "untested", id="not read"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(content_feedback_page, seen) == outcome


def test_the_way_is_a_measure() -> None:
    touchpoints = content_feedback_page.judge(page("<i class='fba-button'></i>"))
    assert touchpoints.measures == (("feedback", "touchpoints"),)
    link = content_feedback_page.judge(page("<a href='/f'>Feedback</a>"))
    assert link.measures == (("feedback", "link"),)
    assert link.evidence[0].markup == '<a href="/f">Feedback'
