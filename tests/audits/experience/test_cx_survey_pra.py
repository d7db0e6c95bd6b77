from dataclasses import replace

import pytest

from audits.experience.cx_survey_pra import cx_survey_pra
from tests.audits.build import page

WIDGET = '<script src="https://touchpoints.app.cloud.gov/touchpoints/0a1b2c3d.js" async></script>'
NUMBER = "<p>OMB Approval #3090-0321"


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(f"{WIDGET}{NUMBER} Expiration Date: 12/31/2099", "passed", id="valid"),
        pytest.param(f"{WIDGET}{NUMBER}, Exp. 07/2027", "passed", id="a month"),
        pytest.param(f"{WIDGET}{NUMBER} expires November 22, 2026", "passed", id="on its last day"),
        pytest.param(f"{WIDGET}{NUMBER} EXPIRATION&nbsp;DATE: 11/21/2026", "cantTell", id="past"),
        pytest.param(f"{WIDGET}{NUMBER}", "cantTell", id="no date"),
        pytest.param(f"{WIDGET}{NUMBER} Expiration Date: 13/45/2027", "cantTell", id="no such day"),
        pytest.param(WIDGET, "cantTell", id="no number"),
        pytest.param('<div data-touchpoints-form-id="x"></div>', "cantTell", id="a placed form"),
        pytest.param('<script src="//zn.siteintercept.qualtrics.com/x"></script>', "cantTell",
                     id="another tool"),
        pytest.param("<form class='feedback-form' method=post><input type=radio></form>",
                     "cantTell", id="its own form"),
        pytest.param(f"{NUMBER} Expiration Date: 12/31/2099", "inapplicable", id="no survey"),
        pytest.param("<p>Read our survey of rivers</p>", "inapplicable", id="near miss"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert cx_survey_pra.judge(page(html)).outcome == outcome


def test_the_evidence_has_the_number_and_how_long_it_is_valid() -> None:
    valid = cx_survey_pra.judge(page(f"{WIDGET}{NUMBER} Expiration Date: 12/31/2099"))
    assert [one.detail for one in valid.evidence] == ["OMB 3090-0321 until 2099-12-31"]
    undated = cx_survey_pra.judge(page(f"{WIDGET}{NUMBER}"))
    assert [one.detail for one in undated.evidence] == ["OMB 3090-0321"]


def test_today_is_the_day_on_which_the_browser_saw_the_page() -> None:
    seen = page(f"{WIDGET}{NUMBER} Expiration Date: 11/22/2026")
    late = replace(seen, fetched_at="2027-01-01T00:00:00Z")
    assert cx_survey_pra.judge(seen).outcome == "passed"
    assert seen.rendering is not None
    rendered = replace(seen.rendering, rendered_at="2027-01-01T00:00:00Z")
    assert cx_survey_pra.judge(late).outcome == "passed"
    assert cx_survey_pra.judge(replace(seen, rendering=rendered)).outcome == "cantTell"
