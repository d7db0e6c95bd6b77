from dataclasses import replace

import pytest

from audits.required_links.dev_page import dev_page
from ideaaudit.models import PathSeen, SiteSummary, Tier
from tests.audits.build import HOME, outcome_of, page
from tests.audits.required_links.sites import principal

URL = "https://www.agency.gov/developer"
FRONT = page("<footer></footer>", HOME)
PAGE = page("<title>x</title><main><h1>DEVELOPERS</h1>APIs", URL)


def named(host: str) -> SiteSummary:
    found = principal(FRONT, tier=Tier.SECONDARY)
    return replace(found, target=replace(found.target, site=host))


def gone(tier: Tier = Tier.PRINCIPAL) -> SiteSummary:
    return principal(FRONT, paths=(PathSeen("developer", URL, 404),), tier=tier)


@pytest.mark.parametrize(
    ("sites", "outcome"),
    [
        pytest.param([principal(PAGE)], "passed", id="walked"),
        pytest.param([principal(PAGE, tier=Tier.SECONDARY)], "passed", id="on another site"),
        pytest.param(
            [principal(FRONT, paths=(PathSeen("developer", URL, 200, text="<p>APIs"),))],
            "passed",
            id="probed",
        ),
        pytest.param(
            [principal(page("<h1>Desarrolladores</h1>", HOME + "x"))], "passed", id="in Spanish"
        ),
        pytest.param([named("developer.agency.gov")], "passed", id="a site of its own"),
        pytest.param([named("developers.agency.gov"), gone()], "passed", id="and its other name"),
        pytest.param(
            [principal(page("<footer><a href=/d>Developers</a></footer>", HOME))],
            "cantTell",
            id="only linked",
        ),
        pytest.param([principal(FRONT)], "cantTell", id="not asked for"),
        pytest.param([gone(Tier.UNKNOWN)], "cantTell", id="gone, of unknown tier"),
        pytest.param([gone(Tier.SECONDARY)], "cantTell", id="no principal site"),
        pytest.param(
            [principal(page("<h1>x</h1>", URL + "/jobs"))], "cantTell", id="only a page below it"
        ),
        pytest.param([gone()], "failed", id="no such page"),
        pytest.param([], "untested", id="no site"),
    ],
)
def test_outcome(sites: list[SiteSummary], outcome: str) -> None:
    assert outcome_of(dev_page, *sites) == outcome
