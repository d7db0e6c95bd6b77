import pytest

from audits.accessible.a11y_statement_relay import a11y_statement_relay
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
        pytest.param(says("<p>Dial 711."), "passed", id="three figures"),
        pytest.param(says("<p>Call the Federal Relay."), "passed", id="the federal relay"),
        pytest.param(
            says("<p><a href=https://www.fcc.gov/trs>How to call</a>"),
            "passed",
            id="a link to the FCC",
        ),
        pytest.param(says("<p><a href=tel:711>Call</a>"), "passed", id="a number to dial"),
        pytest.param(says("<p>TTY: 202-555-0100"), "failed", id="a TTY alone"),
        pytest.param(says("<p>Call 202-711-0100."), "failed", id="figures within a number"),
    ],
)
def test_outcome(seen: SiteSummary, outcome: str) -> None:
    assert outcome_of(a11y_statement_relay, seen) == outcome
