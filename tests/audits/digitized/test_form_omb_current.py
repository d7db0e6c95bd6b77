import pytest

from audits.digitized.form_omb_current import form_omb_current
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, walked
from tests.audits.papers import REPORT, paper

FORM = '<form method="post"><label>Full name <input></label><label>Claim <input></label></form>'


def web(words: str) -> PageObservation:
    return page(f"<p>{words}</p>{FORM}")


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(web("OMB No. 1545-0074 Expires 12/31/2027"), "passed", id="ahead"),
        pytest.param(web("OMB No. 1545-0074 Expires 11/22/2026"), "passed", id="today"),
        pytest.param(web("OMB No. 1545-0074 Expires 11/2026"), "passed", id="this month"),
        pytest.param(web("OMB 1545-0074 EXP. DATE: MAY 31, 2027"), "passed", id="upper case"),
        pytest.param(web("OMB No. 1545-0074 Expires 11/21/2026"), "cantTell", id="yesterday"),
        pytest.param(web("OMB No. 1545-0074"), "cantTell", id="no date"),
        pytest.param(web("OMB No. 1545-0074 Expires soon"), "cantTell", id="no day"),
        pytest.param(web("Expires 12/31/2027"), "inapplicable", id="no number"),
        pytest.param(page("OMB No. 1545-0074 Expires 1/1/2020"), "inapplicable", id="no form"),
        pytest.param(paper(text="OMB 1545-0074 Exp. 05/31/2027"), "passed", id="a document"),
        pytest.param(paper(text="OMB 1545-0074 Exp. 05/31/2020"), "cantTell", id="an old one"),
        pytest.param(paper(REPORT, "OMB 1545-0074"), "inapplicable", id="a report"),
        pytest.param(page(None), "untested", id="nothing was seen"),
        pytest.param(walked("<script src=a.js></script>"), "untested", id="scripts write it"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(form_omb_current, seen) == outcome


def test_the_date_is_a_measure() -> None:
    found = form_omb_current.judge(web("OMB No. 1545-0074 Expires 12/31/2027"))
    assert found.measures == (("omb:expires", "2027-12-31"),)
    assert "no date" in form_omb_current.judge(web("OMB No. 1545-0074")).evidence[0].detail
