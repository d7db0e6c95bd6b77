from dataclasses import replace

import pytest

from audits.consistent.brand_gov_email import brand_gov_email
from ideaaudit.models import SiteObservation, Target
from tests.audits.build import HOME, outcome_of, page, site

URL = "https://agency.example.org/"


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param("<p>Write to help@agency.gov.</p>", "passed", id="in the text"),
        pytest.param('<a href="MAILTO:Help@Army.MIL">Write</a>', "passed", id="in a link"),
        pytest.param("<p>ayuda&#64;agency.gov</p>", "passed", id="as an entity"),
        pytest.param("<p>help@agency.com</p>", "cantTell", id="another address"),
        pytest.param("<p>help@agency.government.org</p>", "cantTell", id="gov as a beginning"),
        pytest.param("<p>agency.gov</p>", "cantTell", id="no address"),
        pytest.param("", "cantTell", id="nothing"),
    ],
)
def test_outcome_off_gov(html: str, outcome: str) -> None:
    seen = replace(page(html, URL), site="agency.example.org")
    target = Target(URL, "agency.example.org", "Agency")
    view = site(seen, observation=SiteObservation("agency.example.org", ""), of=target)
    assert outcome_of(brand_gov_email, view) == outcome


@pytest.mark.parametrize("outcome", ["inapplicable"])
def test_on_gov_nothing_is_asked(outcome: str) -> None:
    assert outcome_of(brand_gov_email, site(page("help@agency.gov", HOME))) == outcome
