import pytest

from audits.secure.tls_http2 import tls_http2
from ideaaudit.models import Certificate, Endpoint, Hop, SiteObservation, TlsSeen
from tests.audits.build import outcome_of, site

SHOWN = Certificate("s", "i", (), "", "", False, "", "", 2)


def seen(*hosts: tuple[str, bool], services: tuple[str, ...] = ()) -> SiteObservation:
    tls = tuple(
        TlsSeen(f"{n}.gov", 443, True, certificate=SHOWN if shaken else None, alpn=alpn)
        for n, (alpn, shaken) in enumerate(hosts)
    )
    doors = tuple(
        Endpoint(f"https://{n}.gov/", True, hops=(Hop(f"https://{n}.gov/", 200),),
                 headers=(("server", "h3=x"), ("alt-svc", value)))
        for n, value in enumerate(services)
    )  # fmt: skip
    return SiteObservation("agency.gov", "", endpoints=doors, tls=tls)


@pytest.mark.parametrize(
    ("observation", "outcome"),
    [
        pytest.param(seen(("h2", True), ("h2", True)), "passed", id="both names"),
        pytest.param(seen(("h2", True), ("", False)), "passed", id="the twin says nothing"),
        pytest.param(seen(("http/1.1", True)), "failed", id="the old one"),
        pytest.param(seen(("http/1.1", False)), "failed", id="the old one, without certificate"),
        pytest.param(seen(("", True)), "failed", id="no ALPN at all"),
        pytest.param(seen(("h2", True), ("http/1.1", True)), "cantTell", id="one of two"),
        pytest.param(seen(("", False)), "cantTell", id="no handshake"),
        pytest.param(seen(), "cantTell", id="no host"),
        pytest.param(seen(("http/1.1", True), services=('h3=":443"; ma=1',)), "passed", id="h3"),
        pytest.param(seen(("", True), services=('h2=":443",H3-29 =":443"',)), "passed", id="draft"),
        pytest.param(seen(("", True), services=('sh3="x"',)), "failed", id="another service"),
        pytest.param(seen(("", True), services=("clear",)), "failed", id="services taken back"),
    ],
)  # fmt: skip
def test_outcome(observation: SiteObservation, outcome: str) -> None:
    assert outcome_of(tls_http2, site(observation=observation)) == outcome


def test_what_was_chosen_is_told() -> None:
    found = tls_http2.judge(site(observation=seen(("http/1.1", True), ("", True))))
    assert found.measures == (("alpn", "http/1.1"),)
    assert [one.detail for one in found.evidence] == [
        "0.gov chose http/1.1.", "1.gov chose no protocol.",
    ]  # fmt: skip


def test_no_tls_is_untested() -> None:
    assert outcome_of(tls_http2, site()) == "untested"
