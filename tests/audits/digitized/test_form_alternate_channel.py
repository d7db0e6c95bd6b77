import pytest

from audits.digitized.form_alternate_channel import form_alternate_channel
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, outcome_of, page, site

WEB = '<form method="post"><label>Full name <input></label><label>Case <input></label></form>'
FILE = '<a href="/a.pdf">Application for aid</a>'
START = '<main><a href="https://my.agency.gov/">Check your claim status</a></main>'
PHONE = "<p>Call 800-555-0100.</p>"


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([page(WEB + PHONE)], "passed", id="a form and a telephone"),
        pytest.param([page(FILE + PHONE)], "passed", id="a file and a telephone"),
        pytest.param([page(START + PHONE)], "passed", id="a start and a telephone"),
        pytest.param(
            [page(WEB + "<p>1 Main Street, Washington, DC 20500</p>")], "passed", id="an address"),
        pytest.param(
            [page(WEB + "<p>Llame: 800-555-0100</p>"), page("x", HOME)], "passed", id="Spanish"),
        pytest.param(
            [page(WEB + '<a href="mailto:a@b.gov">a@b.gov</a>')], "cantTell", id="e-mail"),
        pytest.param([page(WEB), page(PHONE, HOME)], "cantTell", id="a telephone elsewhere"),
        pytest.param([page(PHONE)], "cantTell", id="no service"),
        pytest.param([], "untested", id="nothing was seen"),
    ],
)  # fmt: skip
def test_outcome(pages: list[PageObservation], outcome: str) -> None:
    assert outcome_of(form_alternate_channel, site(*pages)) == outcome


def test_the_ways_are_named() -> None:
    found = form_alternate_channel.judge(site(page(WEB + PHONE), page(FILE, HOME)))
    assert [(one.url, one.detail) for one in found.evidence] == [
        ("https://www.agency.gov/about", "telephone")
    ]
    assert dict(found.measures) == {"services:pages": 2, "services:with-other-ways": 1}
