import pytest

from audits.user_centered.feedback_touchpoints import feedback_touchpoints
from tests.audits.build import HOME, outcome_of, page, site

SCRIPT = "https://touchpoints.app.cloud.gov/touchpoints/1a2b3c4d.js"


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(f"<script src={SCRIPT}></script>", "passed", id="its script"),
        pytest.param("<DIV DATA-TOUCHPOINTS-FORM-ID=1></DIV>", "passed", id="its form"),
        pytest.param("<button id=fba-button>", "passed", id="its button"),
        pytest.param("<script src=https://siteintercept.qualtrics.com/a></script>",
                     "inapplicable", id="another tool"),
        pytest.param("<p>Touchpoints", "inapplicable", id="only its name"),
        pytest.param("<a href=https://touchpoints.digital.gov/>Touchpoints</a>", "inapplicable",
                     id="a word on the program"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert outcome_of(feedback_touchpoints, site(page(html, HOME), page("<p>x"))) == outcome


def test_the_share_of_pages_is_told() -> None:
    view = site(page(f"<script src={SCRIPT}></script>", HOME), page("<p>x"))
    assert feedback_touchpoints.judge(view).summary == "Touchpoints is on 1 of 2 pages."
