import pytest

from audits.accessible.a11y_statement_date import a11y_statement_date
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
        pytest.param(says("<p>Reviewed on 2026-02-03"), "passed", id="reviewed"),
        pytest.param(says("<p>March 5, 2024"), "cantTell", id="a date alone"),
        pytest.param(says("<p>Since 1998 we have tried."), "failed", id="a year is no date"),
    ],
)
def test_outcome(seen: SiteSummary, outcome: str) -> None:
    assert outcome_of(a11y_statement_date, seen) == outcome


def test_an_old_date_is_noted_and_measured() -> None:
    old = a11y_statement_date.judge("An agency", (says("<p>Last updated: March 5, 2019"),))
    assert "three years" in old.summary
    assert dict(old.measures)["statement-date"] == "2019-03-05"
    new = a11y_statement_date.judge("An agency", (says("<p>Last updated: March 5, 2024"),))
    assert "three years" not in new.summary


def test_without_a_statement_none_is_measured() -> None:
    found = a11y_statement_date.judge("An agency", (silent(), says("<p>Nothing")))
    assert "statement-date" not in dict(found.measures)
