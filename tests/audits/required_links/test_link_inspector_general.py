import pytest

from audits.facts.inspectors import has_inspector
from audits.required_links.link_inspector_general import link_inspector_general
from ideaaudit.models import PageObservation, PathSeen, Target, Tier
from tests.audits.build import HOME, outcome_of, page, site, walked
from tests.audits.required_links.sites import probed

OIG = "https://oig.agency.gov/"
LINK = f"<a href={OIG}>Office of the Inspector&nbsp;General</a>"


def home(markup: str = "") -> PageObservation:
    return page(f"<main>Text</main>{markup}", HOME)


def target(
    tier: Tier = Tier.PRINCIPAL, agency: str = "Department of Labor", branch: str = ""
) -> Target:
    return Target(HOME, "agency.gov", agency, tier=tier, branch=branch)


@pytest.mark.parametrize(
    ("seen", "of", "outcome"),
    [
        pytest.param(home(), target(), "failed", id="a department without a link"),
        pytest.param(home("<a href=/x>OIG hotline</a>"), target(), "failed", id="a near miss"),
        pytest.param(home(LINK), target(), "cantTell", id="its page was not seen"),
        pytest.param(home(), target(Tier.UNKNOWN), "cantTell", id="of unknown tier"),
        pytest.param(home(), target(Tier.SUB_AGENCY), "cantTell", id="a sub-agency"),
        pytest.param(home(), target(agency="Arctic Board"), "cantTell", id="an agency unknown"),
        pytest.param(home(), target(Tier.SECONDARY), "inapplicable", id="a secondary site"),
        pytest.param(home(), target(branch=" Judicial"), "inapplicable", id="the courts"),
        pytest.param(walked("<script></script>x", HOME), target(), "cantTell", id="not rendered"),
    ],
)
def test_outcome(seen: PageObservation, of: Target, outcome: str) -> None:
    assert outcome_of(link_inspector_general, site(seen, of=of)) == outcome


@pytest.mark.parametrize(
    ("link", "status", "outcome"),
    [
        pytest.param(LINK, 200, "passed", id="its page answers"),
        pytest.param(f"<footer><a href={OIG}>Inspector general</a></footer>", 200, "passed",
                     id="in the footer"),
        pytest.param(f"<a href={OIG}>Watchdog</a>", 200, "passed", id="by its address"),
        pytest.param(LINK, 503, "cantTell", id="its server is sick"),
        pytest.param(LINK, 404, "cantTell", id="gone, of an agency that we do not know"),
    ],
)  # fmt: skip
def test_outcome_where_the_link_was_followed(link: str, status: int, outcome: str) -> None:
    view = probed(home(link), PathSeen("link:inspector-general", OIG, status), tier=Tier.SUB_AGENCY)
    assert outcome_of(link_inspector_general, view) == outcome


@pytest.mark.parametrize(
    ("agency", "known"),
    [
        ("U.S. Department of the Treasury", True),
        ("Department of Health and Human Services", True),
        ("United States Postal Service", True),
        ("Justice, Department of", True),
        ("National Archives and Records Administration", True),
        ("Department of Labour Relations of Guam", None),
        ("Advisory Council on Historic Preservation", None),
        ("", None),
    ],
)
def test_which_agencies_have_one(agency: str, known: bool | None) -> None:
    assert has_inspector(agency) is known
