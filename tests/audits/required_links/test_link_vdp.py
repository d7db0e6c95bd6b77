import pytest

from audits.required_links.link_vdp import link_vdp
from ideaaudit.models import LostUrl, PageObservation, PathSeen, Tier
from tests.audits.build import HOME, outcome_of, page, site, target, walked
from tests.audits.required_links.sites import of_tier, probed

TARGET = "https://www.agency.gov/vdp"
LIVE = page("<main>What was looked for</main>", TARGET)


def home(link: str, where: str = "footer", of: str = "") -> PageObservation:
    return page(f"<html{of}><main>Text</main><{where}>{link}</{where}>", HOME)


LINK = '<a href="/vdp">Vulnerability disclosure policy</a>'


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([home(LINK), LIVE], "passed", id="in the footer, and live"),
        pytest.param([home("<a href=/vdp>VDP</a>"), LIVE], "passed", id="in short"),
        pytest.param(
            [home("<a href=/vdp>Report a security vulnerability</a>"), LIVE],
            "passed",
            id="as a request",
        ),
        pytest.param(
            [
                home("<a href=/vdp>Pol&iacute;tica de divulgaci&oacute;n de vulnerabilidades</a>"),
                LIVE,
            ],
            "passed",
            id="in Spanish",
        ),
        pytest.param([home('<a href="/vdp/">Read more</a>'), LIVE], "passed", id="by its path"),
        pytest.param(
            [home(""), page("x" + f"<footer>{LINK}</footer>")],
            "cantTell",
            id="only in another page's footer",
        ),
        pytest.param([home(LINK)], "cantTell", id="target not visited"),
        pytest.param([home(LINK, "header"), LIVE], "cantTell", id="outside the footer"),
        pytest.param([home(LINK), page("x", TARGET, status=404)], "failed", id="a dead link"),
        pytest.param([home(LINK), page("x", TARGET, status=500)], "cantTell", id="a sick server"),
        pytest.param([home("")], "failed", id="none"),
        pytest.param([home("", of=" lang=es")], "failed", id="none, in Spanish"),
        pytest.param([home("", of=" lang=fr-CA")], "cantTell", id="in another language"),
        pytest.param(
            [home("<a href=/x>Disclosure policy</a>"), LIVE], "failed", id="another disclosure"
        ),
        pytest.param([home("<a href=/x>Vulnerable people</a>"), LIVE], "failed", id="a near miss"),
        pytest.param(
            [home("<a>Vulnerability disclosure policy</a>")], "failed", id="words without a link"
        ),
        pytest.param([walked("<script></script>x", HOME)], "cantTell", id="scripts not run"),
        pytest.param([page("x")], "cantTell", id="the front page was not seen"),
        pytest.param([], "untested", id="no page was seen"),
    ],
)
def test_outcome_for_a_principal_site(pages: list[PageObservation], outcome: str) -> None:
    assert outcome_of(link_vdp, of_tier(Tier.PRINCIPAL, *pages)) == outcome


@pytest.mark.parametrize(
    ("tier", "link", "outcome"),
    [
        pytest.param(Tier.SUB_AGENCY, "", "failed", id="a sub-agency is bound too"),
        pytest.param(Tier.SECONDARY, "", "inapplicable", id="a secondary site is not bound"),
        pytest.param(Tier.UNKNOWN, "", "cantTell", id="of unknown tier it is never failed"),
        pytest.param(Tier.UNKNOWN, LINK, "passed", id="what it has it has, whatever its tier"),
    ],
)
def test_outcome_by_tier(tier: Tier, link: str, outcome: str) -> None:
    assert outcome_of(link_vdp, site(home(link), LIVE, of=target(tier=tier))) == outcome


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(PathSeen("x", TARGET, 200, soft_404=False), "passed", id="a probe saw it"),
        pytest.param(PathSeen("x", TARGET, 404), "failed", id="a probe missed it"),
        pytest.param(LostUrl(TARGET, "link", "not-found", 404), "failed", id="the walk missed it"),
        pytest.param(LostUrl(TARGET, "link", "timeout"), "cantTell", id="the walk lost it"),
    ],
)
def test_outcome_by_what_was_seen_of_the_target(seen: PathSeen | LostUrl, outcome: str) -> None:
    assert outcome_of(link_vdp, probed(home(LINK), seen)) == outcome
