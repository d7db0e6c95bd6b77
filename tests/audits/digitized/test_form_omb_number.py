import pytest

from audits.digitized.form_omb_number import form_omb_number
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page
from tests.audits.papers import REPORT, paper, unread

FORM = '<form method="post"><label>Full name <input></label><label>Claim <input></label></form>'


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(f"<p>OMB No. 1545-0074</p>{FORM}", "passed", id="usual"),
        pytest.param(f"<p>OMB Control Number: 2900-0001</p>{FORM}", "passed", id="in full"),
        pytest.param(f"<p>omb&nbsp;approval # 3090&ndash;0321</p>{FORM}", "passed", id="odd"),
        pytest.param(FORM, "cantTell", id="none"),
        pytest.param(f"<p>OMB Circular A-11</p>{FORM}", "cantTell", id="near miss"),
        pytest.param(f"<p>Call 1545-0074</p>{FORM}", "cantTell", id="a number without OMB"),
        pytest.param("<p>OMB No. 1545-0074</p>", "inapplicable", id="no form"),
        pytest.param('<form role=search><input name=q></form>', "inapplicable", id="search"),
        pytest.param("<form><input type=password></form>", "inapplicable", id="sign-in"),
        pytest.param(
            '<form method="post" id="contact"><label>Your e-mail <input></label>'
            "<label>Message <textarea></textarea></label></form>",
            "inapplicable", id="a letter box",
        ),
        pytest.param("", "inapplicable", id="an empty document"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert form_omb_number.judge(page(html)).outcome == outcome


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(paper(text="Form Approved OMB No. 1545-0074"), "passed", id="a document"),
        pytest.param(paper(text="x", fields=3), "cantTell", id="a document without"),
        pytest.param(paper(REPORT, "OMB No. 1545-0074"), "inapplicable", id="a report"),
        pytest.param(paper(fault="damaged"), "inapplicable", id="damaged"),
        pytest.param(unread("memory"), "untested", id="too much for us"),
        pytest.param(page(None), "untested", id="nothing was seen"),
    ],
)
def test_documents(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(form_omb_number, seen) == outcome
