import pytest

from audits.consistent.brand_gov_domain import brand_gov_domain
from ideaaudit.models import Endpoint, Hop, SiteObservation, Target
from tests.audits.build import outcome_of, site


def at(url: str, agency: str = "Agency", branch: str = "", ends: str = "") -> str:
    doors = (Endpoint(url, live=True, hops=(Hop(url, 200), Hop(ends or url, 200))),)
    target = Target(url, url.partition("//")[2].strip("/"), agency, branch=branch)
    seen = SiteObservation(target.site, "2026-11-22T08:00:00", endpoints=doors)
    return outcome_of(brand_gov_domain, site(observation=seen, of=target))


@pytest.mark.parametrize(
    ("url", "outcome"),
    [
        pytest.param("https://www.AGENCY.gov/", "passed", id="on .gov"),
        pytest.param("https://army.mil/", "passed", id="on .mil"),
        pytest.param("https://agency.gov./", "passed", id="with a dot at its end"),
        pytest.param("https://agency-program.com/", "failed", id="on .com"),
        pytest.param("https://agency.gov.example.org/", "failed", id="gov in the middle"),
        pytest.param("https://agencygov.org/", "failed", id="gov in the name"),
        pytest.param("https://notgithub.com/", "failed", id="like a platform"),
        pytest.param("https://github.com/agency", "cantTell", id="code"),
        pytest.param("https://agency.github.io/", "cantTell", id="pages of a code platform"),
        pytest.param("https://www.fs.fed.us/", "cantTell", id="fed.us"),
        pytest.param("https://usuhs.edu/", "cantTell", id="edu"),
        pytest.param("https://192.0.2.1/", "cantTell", id="an address"),
        pytest.param("https://[2001:db8::1]/", "cantTell", id="an IPv6 address"),
        pytest.param("https://localhost/", "cantTell", id="a name without a domain"),
    ],
)
def test_outcome(url: str, outcome: str) -> None:
    assert at(url) == outcome


@pytest.mark.parametrize(
    ("agency", "branch", "outcome"),
    [
        pytest.param("", "Executive", "failed", id="a list names the branch"),
        pytest.param("", "", "cantTell", id="no list names anyone"),
    ],
)
def test_whose_it_is_must_be_known(agency: str, branch: str, outcome: str) -> None:
    assert at("https://agency.org/", agency, branch) == outcome


@pytest.mark.parametrize(
    ("ends", "outcome"),
    [
        pytest.param("https://agency.gov/", "passed", id="to the government"),
        pytest.param("https://b.org/", "failed", id="to another"),
    ],
)
def test_an_address_that_only_leads_on(ends: str, outcome: str) -> None:
    assert at("https://agency.org/", ends=ends) == outcome


def test_a_site_whose_doors_were_not_seen_is_untested() -> None:
    assert outcome_of(brand_gov_domain, site()) == "untested"


def test_a_dead_door_leads_nowhere() -> None:
    url = "https://agency.org/"
    doors = (Endpoint("https://agency.gov/", live=False), Endpoint(url, live=True))
    seen = SiteObservation("agency.org", "2026-11-22T08:00:00", endpoints=doors)
    view = site(observation=seen, of=Target(url, "agency.org", "Agency"))
    assert outcome_of(brand_gov_domain, view) == "failed"
