import pytest

from audits.required_links.link_privacy_program import link_privacy_program
from ideaaudit.models import PageObservation, Tier
from tests.audits.build import HOME, outcome_of, page
from tests.audits.required_links.sites import of_tier

PROGRAM = page("<main>The program</main>", "https://www.agency.gov/privacy")
POLICY = page("<main>The policy</main>", "https://www.agency.gov/privacy-policy")
TO_PROGRAM = "<a href=/privacy>Privacy program</a>"
TO_POLICY = "<a href=/privacy-policy>Privacy policy</a>"


def home(*links: str) -> PageObservation:
    return page(f"<main>Text</main><footer>{' '.join(links)}</footer>", HOME)


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([home(TO_PROGRAM, TO_POLICY), PROGRAM], "passed", id="two links"),
        pytest.param([home(TO_PROGRAM), PROGRAM], "passed", id="the program's alone"),
        pytest.param(
            [home("<a href=/PRIVACY/>Programa de&nbsp;privacidad</a>"), PROGRAM],
            "cantTell",
            id="in Spanish, not visited under that spelling",
        ),
        pytest.param(
            [home("<a href=/privacy>Privacy policy</a>"), PROGRAM],
            "cantTell",
            id="one link is both",
        ),
        pytest.param([home(TO_PROGRAM)], "cantTell", id="not visited"),
        pytest.param([home(TO_POLICY), POLICY], "failed", id="only the policy"),
        pytest.param([home("<a href=/privacy-impact>Privacy impact</a>")], "failed", id="a miss"),
        pytest.param(
            [home(TO_PROGRAM), page("x", "https://www.agency.gov/privacy", status=410)],
            "failed",
            id="gone",
        ),
        pytest.param([], "untested", id="no page was seen"),
    ],
)
def test_outcome_for_a_principal_site(pages: list[PageObservation], outcome: str) -> None:
    assert outcome_of(link_privacy_program, of_tier(Tier.PRINCIPAL, *pages)) == outcome


@pytest.mark.parametrize(
    ("tier", "outcome"),
    [
        pytest.param(Tier.SUB_AGENCY, "passed", id="a sub-agency is bound"),
        pytest.param(Tier.SECONDARY, "inapplicable", id="a secondary site is not"),
        pytest.param(Tier.UNKNOWN, "passed", id="unknown, and it has it"),
    ],
)
def test_outcome_by_tier(tier: Tier, outcome: str) -> None:
    assert outcome_of(link_privacy_program, of_tier(tier, home(TO_PROGRAM), PROGRAM)) == outcome
