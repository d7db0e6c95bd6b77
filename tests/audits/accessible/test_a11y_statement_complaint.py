import pytest

from audits.accessible.a11y_statement_complaint import a11y_statement_complaint
from ideaaudit.models import SiteSummary
from tests.audits.build import outcome_of
from tests.audits.statements import ESPANOL, WHOLE, agency, linked, says, silent


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(agency(WHOLE), "passed", id="a whole statement"),
        pytest.param(agency(ESPANOL), "passed", id="in Spanish"),
        pytest.param(linked(WHOLE), "passed", id="its parent's"),
        pytest.param(silent(), "cantTell", id="no statement seen"),
        pytest.param(says(""), "failed", id="nothing of it"),
        pytest.param(says("", scripts=True), "cantTell", id="scripts may add it"),
        pytest.param(
            says("<p>You may file a complaint of discrimination."), "passed", id="of discrimination"
        ),
        pytest.param(
            says(
                "<p>"
                + "word " * 400
                + "<p>We had a complaint once about the weather."
                + "word " * 100
            ),
            "failed",
            id="of another thing",
        ),
        pytest.param(
            says("<p><a href=/p>Section 508 policy</a>"), "cantTell", id="a page that may say it"
        ),
        pytest.param(says("<p><a href=/p>Our history</a>"), "failed", id="a page that does not"),
    ],
)
def test_outcome(seen: SiteSummary, outcome: str) -> None:
    assert outcome_of(a11y_statement_complaint, seen) == outcome
