import pytest

from audits.required_links.page_privacy_policy_program_link import page_privacy_policy_program_link
from ideaaudit.models import PageObservation, Tier
from tests.audits.build import HOME, outcome_of, page, walked
from tests.audits.required_links.sites import of_tier

FRONT = page("<footer><a href=/privacy-policy>Privacy policy</a></footer>", HOME)


def policy(more: str, path: str = "privacy-policy") -> PageObservation:
    return page(f"<h1>Privacy Policy</h1><main><p>We keep little. {more}</main>", HOME + path)


TO_PROGRAM = '<a href="https://www.dept.gov/Privacy/">Department</a>'


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([FRONT, policy(TO_PROGRAM)], "passed", id="by its path"),
        pytest.param([FRONT, policy("<a href=/x>Privacy&nbsp;PROGRAM</a>")], "passed", id="named"),
        pytest.param([FRONT, policy("<a href=/x>Programa de privacidad</a>")], "passed",
                     id="in Spanish"),
        pytest.param([policy("<a href=/privacy>The program</a>")], "passed", id="not linked to"),
        pytest.param([policy("<a href=/privacy/>This page</a>", "privacy")], "cantTell",
                     id="a link to itself"),
        pytest.param([FRONT], "cantTell", id="not seen"),
        pytest.param([FRONT, walked("<script></script><h1>Privacy policy</h1>",
                                    HOME + "privacy-policy")], "cantTell", id="scripts not run"),
        pytest.param([FRONT, policy("")], "failed", id="no link"),
        pytest.param([FRONT, policy("<a href=https://shop.com/privacy>Shop</a>")], "failed",
                     id="a company's policy"),
        pytest.param([FRONT, policy("<a href=/privacy/pia>PIA</a>")], "failed", id="a page below"),
        pytest.param([], "untested", id="no page was seen"),
    ],
)  # fmt: skip
def test_outcome_for_a_principal_site(pages: list[PageObservation], outcome: str) -> None:
    view = of_tier(Tier.PRINCIPAL, *pages)
    assert outcome_of(page_privacy_policy_program_link, view) == outcome


@pytest.mark.parametrize("tier", [Tier.SUB_AGENCY, Tier.SECONDARY, Tier.UNKNOWN])
def test_where_the_principal_site_is_unknown_absence_is_a_question(tier: Tier) -> None:
    check = page_privacy_policy_program_link
    assert outcome_of(check, of_tier(tier, FRONT, policy(""))) == "cantTell"
    assert outcome_of(check, of_tier(tier, FRONT, policy(TO_PROGRAM))) == "passed"
