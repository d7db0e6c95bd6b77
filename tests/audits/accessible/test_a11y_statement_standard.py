import pytest

from audits.accessible.a11y_statement_standard import a11y_statement_standard
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
        pytest.param(says("<p>We meet Section 508."), "cantTell", id="only a standard"),
        pytest.param(
            says("<p>Ask us for an alternative format."), "cantTell", id="only alternatives"
        ),
        pytest.param(
            says("<p>WCAG&nbsp;2.1. Some content is not fully accessible."),
            "passed",
            id="both in a few words",
        ),
        pytest.param(
            says("<p>REVISED 508 STANDARDS. KNOWN ISSUES: maps."), "passed", id="upper case"
        ),
    ],
)
def test_outcome(seen: SiteSummary, outcome: str) -> None:
    assert outcome_of(a11y_statement_standard, seen) == outcome
