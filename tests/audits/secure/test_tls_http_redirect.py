import pytest

from audits.secure.tls_http_redirect import tls_http_redirect
from ideaaudit.models import Endpoint, Gap, Hop, Reason, SiteObservation
from tests.audits.build import site

HTTP, HTTPS = "http://agency.gov/", "https://agency.gov/"
WWW = "http://www.agency.gov/"


def door(
    *hops: Hop, url: str = HTTP, refused: bool = False, reason: Reason | None = None
) -> Endpoint:
    gap = Gap("endpoints", reason) if reason else None
    return Endpoint(url, bool(hops), refused=refused, hops=hops, gap=gap)


def judged(*doors: Endpoint) -> str:
    observation = SiteObservation("agency.gov", "", doors)
    return tls_http_redirect.judge(site(observation=observation)).outcome


SECURE = door(Hop(HTTP, 301, HTTPS), Hop(HTTPS, 200))
CLOSED = door(refused=True, reason=Reason.REFUSED)
SILENT = door(url=WWW, reason=Reason.TIMEOUT)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_https_passes(status: int) -> None:
    assert judged(door(Hop(HTTP, status, HTTPS), Hop(HTTPS, 200))) == "passed"


@pytest.mark.parametrize(
    ("doors", "outcome"),
    [
        pytest.param([CLOSED], "passed", id="closed"),
        pytest.param([SECURE, door(url=WWW, reason=Reason.DNS)], "passed", id="no such twin"),
        pytest.param([door(Hop(HTTP, 200))], "failed", id="a page"),
        pytest.param([door(Hop(HTTP, 302, WWW), Hop(WWW, 200))], "failed", id="on to http"),
        pytest.param([SECURE, door(Hop(WWW, 200), url=WWW)], "failed", id="the twin is open"),
        pytest.param(
            [door(Hop(HTTP, 301, WWW), Hop(WWW, 301, HTTPS), Hop(HTTPS, 200))],
            "cantTell", id="a hop over http",
        ),
        pytest.param([SECURE, SILENT], "cantTell", id="the twin is silent"),
        pytest.param([door(Hop(HTTP, 403))], "cantTell", id="refused with a page"),
        pytest.param([door(reason=Reason.DNS)], "cantTell", id="no name at all"),
        pytest.param([], "cantTell", id="no http door was tried"),
    ],
)  # fmt: skip
def test_outcome(doors: list[Endpoint], outcome: str) -> None:
    assert judged(*doors) == outcome


def test_a_closed_https_port_behind_a_redirect_is_not_a_closed_http_port() -> None:
    broken = Endpoint(
        HTTP, True, refused=True, hops=(Hop(HTTP, 200),), gap=Gap("endpoints", Reason.REFUSED)
    )
    assert judged(broken) == "failed"


def test_the_evidence_is_of_the_doors_that_failed_and_says_where_they_led() -> None:
    doors = (SECURE, door(Hop(WWW, 302, HTTP), Hop(HTTP, 200), url=WWW))
    judgement = tls_http_redirect.judge(site(observation=SiteObservation("a.gov", "", doors)))
    assert [one.url for one in judgement.evidence] == [WWW]
    assert judgement.evidence[0].detail.endswith(f"302 and sends visitors to {HTTP}.")
    plain = (door(Hop(HTTP, 200)),)
    judgement = tls_http_redirect.judge(site(observation=SiteObservation("a.gov", "", plain)))
    assert judgement.evidence[0].detail.endswith("200 and does not redirect.")


def test_a_closed_door_and_a_silent_one_are_told_apart() -> None:
    for one, said in ((CLOSED, "Port 80 is closed."), (SILENT, "It did not answer.")):
        observation = SiteObservation("a.gov", "", (one,))
        judgement = tls_http_redirect.judge(site(observation=observation))
        assert [where.detail for where in judgement.evidence] == [said]
