import pytest

from audits.required_links.page_about import page_about
from ideaaudit.models import PageObservation, PathSeen, SiteSummary, Tier
from tests.audits.build import HOME, outcome_of, page, walked
from tests.audits.required_links.sites import principal

URL = "https://www.agency.gov/about"
ALL = (
    "<p>Our MISSION is safety. Established by Public Law 1-2.</p>"
    "<a href=/org>Organization chart</a><a href=/plan>Strategic&nbsp;plan</a>"
)
SPANISH = "<p>Misi&oacute;n. Leyes. Organizaci&oacute;n. Plan estrat&eacute;gico.</p>"
FRONT = page("<footer></footer>", HOME)


def about(text: str, url: str = URL, head: str = "About us") -> PageObservation:
    return page(f"<title>{head} | Agency</title><main><h1>{head}</h1>{text}</main>", url)


def probe(status: int, text: str = "") -> tuple[PathSeen, ...]:
    return (PathSeen("about", URL, status, text=text),)


@pytest.mark.parametrize(
    ("sites", "outcome"),
    [
        pytest.param([principal(about(ALL))], "passed", id="all four"),
        pytest.param([principal(about(SPANISH, head="Acerca de la agencia"))], "passed",
                     id="in Spanish"),
        pytest.param([principal(about("<p>Mission. Laws."), about(
            "Leadership. Strategic plan", URL + "/people", "People"))], "passed",
            id="on the pages below it"),
        pytest.param([principal(FRONT, paths=probe(200, f"<h1>About</h1><main>{ALL}"))], "passed",
                     id="as a probe saw it"),
        pytest.param([principal(about(ALL), tier=Tier.UNKNOWN)], "passed", id="of unknown tier"),
        pytest.param([principal(about("<p>Our mission. Our laws. Our organization."))], "cantTell",
                     id="three"),
        pytest.param([principal(about("<p>Our mission. Our laws."))], "cantTell", id="two"),
        pytest.param([principal(about("<p>Welcome."), tier=Tier.UNKNOWN)], "cantTell",
                     id="none, of unknown tier"),
        pytest.param([principal(about("<p>x", URL + "/x", "X"))], "cantTell",
                     id="only a page below it"),
        pytest.param([principal(walked("<script></script><h1>About</h1>", URL))], "cantTell",
                     id="scripts not run"),
        pytest.param([principal(FRONT)], "cantTell", id="no such page was seen"),
        pytest.param([principal(about(ALL), tier=Tier.SECONDARY)], "cantTell",
                     id="no principal site was audited"),
        pytest.param([principal(page("<footer><a href=/x>About</a></footer>", HOME),
                                paths=probe(404))], "cantTell", id="gone, but linked elsewhere"),
        pytest.param([principal(FRONT, paths=probe(404), tier=Tier.UNKNOWN)], "cantTell",
                     id="gone, of unknown tier"),
        pytest.param([principal(FRONT, paths=probe(500))], "cantTell", id="a sick server"),
        pytest.param([principal(about("<p>Our mission."))], "failed", id="one"),
        pytest.param([principal(about("<p>Welcome. See the submission form."))], "failed",
                     id="near misses"),
        pytest.param([principal(FRONT, paths=probe(404))], "failed", id="no such page"),
        pytest.param([principal(FRONT, paths=(PathSeen("about", URL, 200, soft_404=True),))],
                     "failed", id="a soft 404"),
        pytest.param([principal()], "untested", id="nothing was seen"),
    ],
)  # fmt: skip
def test_outcome(sites: list[SiteSummary], outcome: str) -> None:
    assert outcome_of(page_about, *sites) == outcome


def test_what_is_lacking_is_named() -> None:
    [evidence] = page_about.judge("A", (principal(about("<p>Mission")),)).evidence
    assert evidence.detail == "Not recognized: statutory authority, organization, strategic plan."


def test_the_principal_site_speaks_for_the_agency() -> None:
    sites = (principal(about(ALL), tier=Tier.UNKNOWN), principal(about("<p>Welcome")))
    assert outcome_of(page_about, *sites) == "failed"
