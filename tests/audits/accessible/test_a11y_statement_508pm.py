import pytest

from audits.accessible.a11y_statement_508pm import a11y_statement_508pm
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
        pytest.param(
            says("<p>Section 508 Coordinator: Ann B. Lee, ann.lee@agency.gov"),
            "passed",
            id="a name and an address",
        ),
        pytest.param(
            says(
                "<p>508 program manager: Jane Doe <a href=MAILTO:jane_doe@a.army.mil?a=b>e-mail</a>"
            ),
            "passed",
            id="an address in a link",
        ),
        pytest.param(
            says("<p>Section 508 Program Manager: section508@agency.gov"),
            "cantTell",
            id="a shared inbox",
        ),
        pytest.param(
            says("<p>Section 508 Program Manager: Jane Doe, section508@agency.gov"),
            "cantTell",
            id="a name and a shared inbox",
        ),
        pytest.param(
            says("<p>Section 508 Program Manager: Jane Doe"), "cantTell", id="a name alone"
        ),
        pytest.param(
            says("<p>Section 508 Program Manager: Jane Doe, jane.doe@gmail.com"),
            "cantTell",
            id="no government address",
        ),
        pytest.param(
            says("<p>Write to jane.doe@agency.gov."), "cantTell", id="a person without a role"
        ),
        pytest.param(says("<p>Call (202) 555-0100."), "cantTell", id="only a number"),
        pytest.param(says("<p><a href=/c>Contact us</a>"), "cantTell", id="only a link"),
    ],
)
def test_outcome(seen: SiteSummary, outcome: str) -> None:
    assert outcome_of(a11y_statement_508pm, seen) == outcome
