import pytest

from audits.secure.sec_vdp_link import sec_vdp_link
from ideaaudit.models import PageObservation, PathSeen, SiteObservation, Tier
from tests.audits.build import HOME, outcome_of, page, site, target

POLICY = "https://www.agency.gov/vdp"
LINKED = page(f"<footer><a href='{POLICY}'>Vulnerability Disclosure Policy</a></footer>", HOME)
BARE = page("<p>Home<footer>x</footer>", HOME)


def txt(text: str, status: int = 200, soft: bool = False) -> SiteObservation:
    url = "https://agency.gov/.well-known/security.txt"
    seen = PathSeen("security-txt", url, status, (), "text/plain", text, soft)
    return SiteObservation("agency.gov", "", paths=(seen,))


NAMED = f"Contact: mailto:a@b.gov\nPolicy: {POLICY}"


@pytest.mark.parametrize(
    ("pages", "observation", "tier", "outcome"),
    [
        pytest.param([LINKED, page("<p>x", POLICY)], None, Tier.PRINCIPAL, "passed", id="linked"),
        pytest.param([BARE], None, Tier.PRINCIPAL, "failed", id="no link"),
        pytest.param([BARE], txt("Contact: mailto:a@b.gov"), Tier.SUB_AGENCY, "failed",
                     id="security.txt without a policy"),
        pytest.param([BARE], txt(NAMED, 404), Tier.PRINCIPAL, "failed", id="no security.txt"),
        pytest.param([BARE], txt(NAMED, soft=True), Tier.PRINCIPAL, "failed",
                     id="security.txt like any other path"),
        pytest.param([BARE], txt(NAMED), Tier.PRINCIPAL, "cantTell", id="only in security.txt"),
        pytest.param([LINKED, page("<p>x", POLICY)], txt(NAMED), Tier.PRINCIPAL, "passed",
                     id="in both"),
        pytest.param([BARE], txt(NAMED), Tier.UNKNOWN, "cantTell", id="tier unknown"),
        pytest.param([BARE], None, Tier.SECONDARY, "inapplicable", id="a secondary site"),
    ],
)  # fmt: skip
def test_outcome(
    pages: list[PageObservation], observation: SiteObservation | None, tier: Tier, outcome: str
) -> None:
    view = site(*pages, complete=True, observation=observation, of=target(tier=tier))
    assert outcome_of(sec_vdp_link, view) == outcome


def test_security_txt_is_named_where_it_alone_has_it() -> None:
    view = site(BARE, observation=txt(NAMED), of=target(tier=Tier.PRINCIPAL))
    assert sec_vdp_link.judge(view).evidence[0].detail == f"security.txt names {POLICY}."
