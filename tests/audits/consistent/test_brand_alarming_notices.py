import pytest

from audits.consistent.brand_alarming_notices import brand_alarming_notices
from tests.audits.build import outcome_of, page

URL = "https://www.agency.gov/benefits"


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param("<p>Opening hours</p>", "passed", id="nothing"),
        pytest.param("", "passed", id="an empty page"),
        pytest.param(
            "<p>UNAUTHORIZED USE of this system is   PROHIBITED</p>", "cantTell", id="loud"
        ),
        pytest.param(
            "<p>Unauthorized access may lead to criminal penalties.</p>", "cantTell", id="penalties"
        ),
        pytest.param(
            "<p>Users have no reasonable expectation of privacy</p>", "cantTell", id="privacy"
        ),
        pytest.param("<p>may be monitored, recorded and audited</p>", "cantTell", id="recorded"),
        pytest.param("<p>monitored&nbsp;and recorded</p>", "cantTell", id="an entity"),
        pytest.param(
            "<p>You are accessing a U.S. Government information system</p>", "cantTell", id="system"
        ),
        pytest.param(
            "<p>El uso no autorizado est&aacute; prohibido</p>", "cantTell", id="Spanish"
        ),
        pytest.param("<p>Report unauthorized use of your card.</p>", "passed", id="near miss"),
        pytest.param("<p>We monitored the river.</p>", "passed", id="another monitoring"),
        pytest.param(
            "<p>Unauthorized use. Parking is prohibited.</p>", "passed", id="two sentences"
        ),
        pytest.param(
            "<title>Privacy and security notice</title><p>no expectation of privacy</p>", "passed",
            id="where it belongs, by its title",
        ),
        pytest.param(
            "<title>Agency</title><h1>Aviso legal</h1><p>monitored and recorded</p>", "passed",
            id="where it belongs, by its heading",
        ),
        pytest.param(
            "<title>Agency</title><h2>Legal</h2><p>monitored and recorded</p>", "cantTell",
            id="a heading of a part",
        ),
        pytest.param(
            "<form><input type=password></form>no expectation of privacy", "inapplicable",
            id="a sign-in page",
        ),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert outcome_of(brand_alarming_notices, page(html, URL)) == outcome


def test_a_policy_page_is_known_by_its_path() -> None:
    seen = page("<p>no expectation of privacy", "https://www.agency.gov/Privacy-Policy")
    assert outcome_of(brand_alarming_notices, seen) == "passed"
