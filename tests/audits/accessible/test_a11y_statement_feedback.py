import pytest

from audits.accessible.a11y_statement_feedback import a11y_statement_feedback
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
        pytest.param(says("<p>Write to access@agency.gov."), "passed", id="an address"),
        pytest.param(
            says("<p><a href='mailto:a@agency.gov'>Write</a>"), "passed", id="an address in a link"
        ),
        pytest.param(
            says("<form><textarea name=m></textarea><button>Send</button></form>"),
            "passed",
            id="a form",
        ),
        pytest.param(
            says("<form role=search><input type=search name=q></form>"), "failed", id="a search box"
        ),
        pytest.param(
            says("<p><a href=/f>Give us your comments</a>"), "passed", id="a link to a form"
        ),
        pytest.param(says("<p><a href=/f>Our history</a>"), "failed", id="a link elsewhere"),
        pytest.param(says("<p>Call (202) 555-0100."), "cantTell", id="only a number"),
    ],
)
def test_outcome(seen: SiteSummary, outcome: str) -> None:
    assert outcome_of(a11y_statement_feedback, seen) == outcome
