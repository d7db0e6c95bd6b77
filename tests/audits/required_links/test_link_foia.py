import pytest

from audits.required_links.link_foia import link_foia
from ideaaudit.models import PageObservation, Tier
from tests.audits.build import HOME, page, site, target, walked

FOIA = "https://www.agency.gov/foia"


def home(link: str, where: str = "footer") -> PageObservation:
    return page(f"<main>Text</main><{where}>{link}</{where}>", HOME)


LINK = '<a href="/foia">FOIA</a>'
LIVE = page("<main>How to ask for records</main>", FOIA)


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([home(LINK), LIVE], "passed", id="in the footer, and live"),
        pytest.param(
            [home('<a href="/foia/">Freedom of Information&nbsp;Act</a>'), LIVE],
            "passed",
            id="words",
        ),
        pytest.param([home(LINK)], "cantTell", id="target not visited"),
        pytest.param([home(LINK, "header"), LIVE], "cantTell", id="outside the footer"),
        pytest.param([home(LINK), page("x", FOIA, status=404)], "failed", id="a dead link"),
        pytest.param([home("")], "failed", id="none"),
        pytest.param([home('<a href="/x">FOIA annual report</a>')], "failed", id="a near miss"),
        pytest.param([walked("<script></script>x", HOME)], "cantTell", id="scripts not run"),
    ],
)
def test_outcome_for_a_principal_site(pages: list[PageObservation], outcome: str) -> None:
    view = site(*pages, of=target(tier=Tier.PRINCIPAL))
    assert link_foia.judge(view).outcome == outcome


def test_a_sub_agency_is_bound_too() -> None:
    assert link_foia.judge(site(home(""), of=target(tier=Tier.SUB_AGENCY))).outcome == "failed"


def test_a_secondary_site_is_not_bound() -> None:
    view = site(home(""), of=target(tier=Tier.SECONDARY))
    assert link_foia.judge(view).outcome == "inapplicable"


@pytest.mark.parametrize("link", ["", LINK])
def test_a_site_of_unknown_tier_is_never_failed_nor_passed(link: str) -> None:
    assert link_foia.judge(site(home(link), LIVE)).outcome == "cantTell"
