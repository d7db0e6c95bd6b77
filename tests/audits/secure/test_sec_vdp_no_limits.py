import pytest

from audits.secure.sec_vdp_no_limits import sec_vdp_no_limits
from ideaaudit.models import Hop, PathSeen, SiteSummary, Tier
from tests.audits.secure.agencies import audited

WHOLE = (
    "<title>Vulnerability disclosure policy</title><main>Issued 2024. Scope. Authorized. Report it "
    "to a@b.gov. PII. Acknowledged. Anonymous. " + "More words. " * 60
)
URL = "https://agency.gov/vulnerability-disclosure-policy"


def at(
    text: str = WHOLE, status: int | None = 200, *, soft: bool | None = False, name: str = "vdp",
    tier: Tier = Tier.PRINCIPAL,
) -> SiteSummary:  # fmt: skip
    hops = (Hop(URL, status),) if status else ()
    return audited(paths=(PathSeen(name, URL, status, hops, "text/html", text, soft),), tier=tier)


@pytest.mark.parametrize(
    ("sites", "outcome"),
    [
        pytest.param([at()], "passed", id="no limit"),
        pytest.param([at("", 404), at()], "passed", id="on another site"),
        pytest.param([at(WHOLE + "U.S. citizens only.")], "cantTell", id="citizens"),
        pytest.param([at(WHOLE + "You must provide your name.")], "cantTell", id="a name"),
        pytest.param([at(), at(WHOLE + "Only the following domains.")], "cantTell", id="a list"),
        pytest.param([at("", 404)], "inapplicable", id="no policy"),
        pytest.param([at("", 404, tier=Tier.SECONDARY)], "cantTell", id="not the principal site"),
        pytest.param([audited()], "cantTell", id="not seen"),
        pytest.param([audited(tier=Tier.PRINCIPAL)], "cantTell", id="not asked for"),
    ],
)
def test_outcome(sites: list[SiteSummary], outcome: str) -> None:
    assert sec_vdp_no_limits.judge("An agency", tuple(sites)).outcome == outcome


def test_each_limit_is_a_cause() -> None:
    text = WHOLE + "U.S. citizens only. You must provide your name."
    found = sec_vdp_no_limits.judge("An agency", (at(text),))
    assert [one.datum for one in found.evidence] == ["no-citizens", "no-name"]
