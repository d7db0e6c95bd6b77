import pytest

from audits.accessible.a11y_statement_accommodation import a11y_statement_accommodation
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
            says("<p>REASONABLE&nbsp;ACCOMMODATIONS for applicants"), "passed", id="upper case"
        ),
        pytest.param(
            says("<p>To request an accommodation, write to us."), "passed", id="a request"
        ),
        pytest.param(says("<p>Accommodations near the park: three hotels."), "failed", id="hotels"),
    ],
)
def test_outcome(seen: SiteSummary, outcome: str) -> None:
    assert outcome_of(a11y_statement_accommodation, seen) == outcome
