import pytest

from audits.required_links.privacy_notice_on_forms import privacy_notice_on_forms
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, walked

WHO = "<label>Full name <input></label><label>E-mail <input type=email></label>"
LINK = "<a href=/privacy>Privacy policy</a>"


def form(fields: str = WHO, near: str = "", around: str = "", of: str = "") -> PageObservation:
    html = f"<html{of}><main><form method=post>{fields}</form>{near}</main>{around}"
    return page(html)


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(form(WHO + "<p>PRIVACY  ACT statement"), "passed", id="in the form"),
        pytest.param(form(near="<p>See our privacy&nbsp;notice."), "passed", id="beside it"),
        pytest.param(form(near="Authority: 5 U.S.C. § 552a"), "passed", id="by its number"),
        pytest.param(form(near="<p>Aviso de privacidad"), "passed", id="in Spanish"),
        pytest.param(form(near=f"<p>{LINK}"), "passed", id="a link beside it"),
        pytest.param(form(near="<a href=/privacy>How we use this</a>"), "passed", id="by target"),
        pytest.param(
            page(f"<form method=post>{WHO}</form><p>Privacy policy"), "passed", id="without a main"
        ),
        pytest.param(form(around=f"<footer>{LINK}</footer>"), "cantTell", id="only in the footer"),
        pytest.param(form(around=f"<header>{LINK}</header>"), "cantTell", id="only in the header"),
        pytest.param(form(around=f"<nav>{LINK}</nav>"), "cantTell", id="only in the navigation"),
        pytest.param(form(of=" lang=vi"), "cantTell", id="another language"),
        pytest.param(
            walked(f"<script></script><form method=post>{WHO}</form>" + "word " * 30),
            "cantTell",
            id="scripts not run",
        ),
        pytest.param(form(), "failed", id="none"),
        pytest.param(form(of=" lang=ES"), "failed", id="none, in Spanish"),
        pytest.param(form(near="<p>We value your private data."), "failed", id="a near miss"),
        pytest.param(
            form("<label>Social Security number <input></label>"), "failed", id="an SSN alone"
        ),
        pytest.param(
            form("<label>Nombre <input></label><label>Tel&eacute;fono <input></label>"),
            "failed",
            id="in Spanish it asks",
        ),
        pytest.param(
            page("<div><template shadowrootmode=open><form method=post>" + WHO + "</form>"),
            "failed",
            id="in a shadow root",
        ),
        pytest.param(form("<label>E-mail <input></label>"), "inapplicable", id="an e-mail alone"),
        pytest.param(form("<label>Full name <input></label>"), "inapplicable", id="a name alone"),
        pytest.param(
            page(f"<form role=search>{WHO}<input name=q></form>"), "inapplicable", id="a search"
        ),
        pytest.param(page("<p>Text"), "inapplicable", id="no form"),
        pytest.param(page(None), "untested", id="no markup was seen"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(privacy_notice_on_forms, seen) == outcome
