import pytest

from audits.secure.sec_vdp_page import sec_vdp_page
from ideaaudit.models import Hop, PathSeen, SiteSummary, Tier
from tests.audits.build import page
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
        pytest.param([at()], "passed", id="all parts"),
        pytest.param([at(name="link:vdp")], "passed", id="where the site's link leads"),
        pytest.param([at(tier=Tier.UNKNOWN)], "passed", id="on any site"),
        pytest.param([audited("agency.gov", page(WHOLE, URL))], "passed", id="on a walked page"),
        pytest.param([at("", 404), at()], "passed", id="on another site"),
        pytest.param([at(WHOLE.replace("Anonymous", "x")), at()], "passed", id="the fuller one"),
        pytest.param([at("", 404)], "failed", id="not there"),
        pytest.param([at("", 410)], "failed", id="gone"),
        pytest.param([at(soft=True)], "failed", id="like any other path"),
        pytest.param([at(WHOLE.replace("Anonymous", "x"))], "cantTell", id="one part less"),
        pytest.param([at("<p>See elsewhere.")], "cantTell", id="no policy at its address"),
        pytest.param([at("", 404, tier=Tier.UNKNOWN)], "cantTell", id="not the principal site"),
        pytest.param([at("", 404, name="link:vdp")], "cantTell", id="only the link is dead"),
        pytest.param([at("", None)], "cantTell", id="no answer"),
        pytest.param([at(WHOLE, 403)], "cantTell", id="refused"),
        pytest.param([at(WHOLE, 300)], "cantTell", id="sent on"),
        pytest.param([audited()], "cantTell", id="not asked"),
    ],
)
def test_outcome(sites: list[SiteSummary], outcome: str) -> None:
    assert sec_vdp_page.judge("An agency", tuple(sites)).outcome == outcome


def test_what_was_not_found_is_told() -> None:
    found = sec_vdp_page.judge(
        "An agency", (at(WHOLE.replace("Anonymous", "x").replace("PII", "")),)
    )
    assert found.summary == "5 of 7 parts were found in the policy."
    assert found.evidence[0].detail == "Not found: data, anonymous."
