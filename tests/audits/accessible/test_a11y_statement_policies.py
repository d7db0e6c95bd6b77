import pytest

from audits.accessible.a11y_statement_policies import a11y_statement_policies
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
        pytest.param(says(""), "cantTell", id="nothing of it"),
        pytest.param(
            says("<p><a href=/d>ICT accessibility directive</a>"), "passed", id="a directive"
        ),
        pytest.param(says("<p><a href=/d>Privacy policy</a>"), "cantTell", id="of another thing"),
        pytest.param(says("<p><a href=/d>Contact the 508 office</a>"), "cantTell", id="a contact"),
        pytest.param(says("<p><a href=/accessibility>Accessibility</a>"), "cantTell", id="itself"),
        pytest.param(
            says("<p><a href='mailto:508@agency.gov'>508 office</a>"), "cantTell", id="an address"
        ),
    ],
)
def test_outcome(seen: SiteSummary, outcome: str) -> None:
    assert outcome_of(a11y_statement_policies, seen) == outcome
