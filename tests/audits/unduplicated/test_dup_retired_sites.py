import pytest

from audits.facts.summary import site_summary
from audits.unduplicated.dup_retired_sites import dup_retired_sites
from ideaaudit.models import Endpoint, Hop, SiteObservation, SiteSummary
from tests.audits.build import HOME, outcome_of, page, site


def summary(title: str = "Permits", *doors: Endpoint, pages: int = 1) -> SiteSummary:
    seen = [page(f"<title>{title}</title><p>Hi", HOME)][:pages]
    return site_summary(site(*seen, observation=SiteObservation("agency.gov", "", endpoints=doors)))


def door(*urls: str, status: int = 200) -> Endpoint:
    return Endpoint(urls[0], True, hops=tuple(Hop(url, status) for url in urls))


LIVE = summary()
AWAY = summary("", door("https://agency.gov/", "https://other.gov/"), pages=0)
DEAD = summary("", Endpoint(HOME, False), pages=0)
UNSEEN = summary("", pages=0)


@pytest.mark.parametrize(
    ("sites", "outcome"),
    [
        pytest.param([LIVE], "passed", id="alive"),
        pytest.param([LIVE, AWAY], "passed", id="alive and sent on"),
        pytest.param([LIVE, DEAD], "cantTell", id="one is silent"),
        pytest.param([LIVE, UNSEEN], "cantTell", id="one was not seen"),
        pytest.param(
            [LIVE, summary("", door(HOME, status=403), pages=0)], "cantTell", id="refused"
        ),
        pytest.param([LIVE, summary("", door(HOME), pages=0)], "passed", id="a door with a page"),
        pytest.param(
            [LIVE, summary("Apache2 Ubuntu Default Page: It works")], "failed", id="Apache"
        ),
        pytest.param([summary("Welcome to nginx!")], "failed", id="nginx"),
        pytest.param([summary("IIS Windows Server")], "failed", id="IIS"),
        pytest.param([summary("agency.gov domain is for sale")], "failed", id="for sale"),
        pytest.param([summary("  IT  WORKS! ")], "failed", id="odd case and spacing"),
        pytest.param([summary("Coming soon to a park near you")], "passed", id="a near miss"),
        pytest.param([summary("")], "passed", id="no title"),
        pytest.param([DEAD], "untested", id="nothing was seen of the agency"),
        pytest.param([], "untested", id="no sites"),
    ],
)
def test_outcome(sites: list[SiteSummary], outcome: str) -> None:
    assert outcome_of(dup_retired_sites, *sites) == outcome


def test_states_are_counted_and_the_worst_come_first() -> None:
    parked = summary("It works")
    found = dup_retired_sites.judge("An agency", (DEAD, LIVE, parked, AWAY))
    assert dict(found.measures) == {
        "sites-live": 1, "sites-redirect": 1, "sites-parked": 1, "sites-dead": 1, "sites-unseen": 0,
    }  # fmt: skip
    assert "nobody has put a site" in found.evidence[0].detail
    assert "Nothing answered" in found.evidence[1].detail


def test_a_site_is_sent_on_only_where_all_its_doors_are() -> None:
    both = summary("x", door("https://agency.gov/", "https://other.gov/"), door(HOME))
    assert both.all("state") == ("live",)
