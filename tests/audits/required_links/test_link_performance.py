import pytest

from audits.required_links.link_performance import link_performance
from ideaaudit.models import PageObservation, Tier
from tests.audits.build import ABOUT, HOME, outcome_of, page, walked
from tests.audits.required_links.sites import of_tier

TARGET = "https://www.agency.gov/budget-performance"
LINK = "<a href=/budget-performance>Budget &amp; Performance</a>"
LIVE = page("<main>Reports</main>", TARGET)
ABOUT_US = page("<title>About us</title><h1>About us</h1><main>{}</main>", ABOUT)


def home(markup: str) -> PageObservation:
    return page(f"<main>Text</main>{markup}", HOME)


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([home(f"<footer>{LINK}</footer>"), LIVE], "passed", id="in the footer"),
        pytest.param([home(LINK), LIVE], "passed", id="elsewhere on the front page"),
        pytest.param(
            [home("<a href=/budget-performance>Informes de desempe&ntilde;o</a>"), LIVE],
            "passed",
            id="in Spanish",
        ),
        pytest.param([home("<a href=/budget-performance>More</a>"), LIVE], "passed", id="by path"),
        pytest.param([home(LINK)], "cantTell", id="not visited"),
        pytest.param(
            [home(""), page(f"<title>About us</title><main>{LINK}</main>", ABOUT)],
            "cantTell",
            id="on the About page",
        ),
        pytest.param([walked("<script></script>x", HOME)], "cantTell", id="scripts not run"),
        pytest.param(
            [home(""), page("<title>About us</title><main>x</main>", ABOUT)], "failed", id="nowhere"
        ),
        pytest.param([home("<a href=/x>Web performance</a>")], "failed", id="a near miss"),
        pytest.param([home(LINK), page("x", TARGET, status=404)], "failed", id="gone"),
        pytest.param([], "untested", id="no page was seen"),
    ],
)
def test_outcome_for_a_principal_site(pages: list[PageObservation], outcome: str) -> None:
    assert outcome_of(link_performance, of_tier(Tier.PRINCIPAL, *pages)) == outcome


@pytest.mark.parametrize(
    ("tier", "markup", "outcome"),
    [
        pytest.param(Tier.SUB_AGENCY, "", "inapplicable", id="a sub-agency"),
        pytest.param(Tier.SECONDARY, "", "inapplicable", id="a secondary site"),
        pytest.param(Tier.UNKNOWN, "", "cantTell", id="unknown, without a link"),
        pytest.param(Tier.UNKNOWN, LINK, "passed", id="unknown, with a link"),
    ],
)
def test_outcome_by_tier(tier: Tier, markup: str, outcome: str) -> None:
    assert outcome_of(link_performance, of_tier(tier, home(markup), LIVE)) == outcome
