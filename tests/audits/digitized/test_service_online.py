import pytest

from audits.digitized.service_online import service_online
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, site

APPLY = "https://www.agency.gov/apply"
WEB = '<form method="post"><label>Full name <input></label><label>Case <input></label></form>'
LOGIN = "<form><input type=password></form>"


def link(text: str, href: str = "https://www.agency.gov/a") -> PageObservation:
    return page(f'<main><a href="{href}">{text}</a></main>')


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([link("Apply online")], "passed", id="apply online"),
        pytest.param([link("  RENEW your permit&nbsp;now ")], "passed", id="capitals"),
        pytest.param([link("Check your claim status")], "passed", id="status"),
        pytest.param([link("Schedule an appointment")], "passed", id="appointment"),
        pytest.param([link("Solicite en línea")], "passed", id="Spanish"),
        pytest.param([link("Pay a fee", "https://www.pay.gov/x")], "passed", id="pay.gov"),
        pytest.param([link("Apply", "https://apply.agency.gov/")], "passed", id="an app's host"),
        pytest.param([link("Apply online", "https://www.other.mil/a")], "passed", id="of another"),
        pytest.param([link("Apply now", "https://agency.force.com/a")], "passed", id="hosted"),
        pytest.param([link("Register now", "https://www.eventbrite.com/e/1")], "cantTell",
                     id="at a ticket shop"),
        pytest.param([page('<a href="https://b.agency.org/a">Apply online</a>',
                           "https://www.agency.org/")],
                     "passed", id="under the page's own domain"),
        pytest.param([link("Apply", APPLY), page(WEB, APPLY)], "passed", id="to a form"),
        pytest.param([link("Apply", APPLY), page(LOGIN, APPLY)], "passed", id="to a sign-in"),
        pytest.param([link("Apply", APPLY), page("x", APPLY)], "cantTell", id="to words"),
        pytest.param([link("Apply", APPLY)], "cantTell", id="to somewhere unseen"),
        pytest.param([link("Apply online", "http://www.agency.gov/a")], "cantTell", id="no HTTPS"),
        pytest.param([link("Apply online", "/a.pdf")], "cantTell", id="to a file"),
        pytest.param([link("Apply online", "#apply")], "cantTell", id="to the same page"),
        pytest.param([link("How to apply online")], "cantTell", id="how to"),
        pytest.param([link("Learn to apply online")], "cantTell", id="learn"),
        pytest.param([link("Applying the law online now")], "cantTell", id="near miss"),
        pytest.param([link("Report about status")], "cantTell", id="about"),
        pytest.param([link(f"Apply online {'x' * 100}")], "cantTell", id="a whole sentence"),
        pytest.param([page(WEB)], "cantTell", id="a form to which nothing leads"),
        pytest.param([page("<p>News")], "cantTell", id="no service"),
        pytest.param([], "untested", id="nothing was seen"),
    ],
)  # fmt: skip
def test_outcome(pages: list[PageObservation], outcome: str) -> None:
    assert outcome_of(service_online, site(*pages)) == outcome
