import pytest

from audits.evaluate import judge_site
from audits.secure.tls_https import tls_https
from ideaaudit.models import (
    Certificate,
    Endpoint,
    Gap,
    Hop,
    Outcome,
    Reason,
    SiteObservation,
    TlsSeen,
)
from tests.audits.build import outcome_of, site

BARE, WWW = "https://agency.gov/", "https://www.agency.gov/"
SILENT = Gap("endpoints", Reason.TIMEOUT, "no answer in 10 s")


def door(url: str, *, verified: bool | None = True) -> Endpoint:
    return Endpoint(url, True, hops=(Hop(url, 200),), verified=verified)


def silent(url: str, *, refused: bool = False) -> Endpoint:
    return Endpoint(url, False, refused=refused, gap=SILENT)


def tls(
    host: str, *faults: str, client: bool = False, key: str = "RSA 2048", signed: str = "sha256"
) -> TlsSeen:
    made = Certificate(host, "CA", (host,), "2026-01-01", "2027-01-01", False, key, signed, 2)
    return TlsSeen(host, 443, not faults, faults, made, client_certificate=client)


def judged(endpoints: list[Endpoint], seen: list[TlsSeen]) -> str:
    observation = SiteObservation("agency.gov", "", tuple(endpoints), tuple(seen))
    return tls_https.judge(site(observation=observation)).outcome


def test_certificates_that_hold_pass() -> None:
    assert judged([door(BARE), door(WWW)], [tls("agency.gov"), tls("www.agency.gov")]) == "passed"


@pytest.mark.parametrize(
    "fault",
    ["expired", "not-yet-valid", "hostname", "self-signed", "untrusted", "missing-intermediate"],
)
def test_a_known_fault_fails(fault: str) -> None:
    assert judged([door(WWW, verified=False)], [tls("www.agency.gov", fault)]) == "failed"


def test_an_unknown_fault_is_no_failure() -> None:
    assert judged([door(WWW, verified=False)], [tls("www.agency.gov", "other")]) == "cantTell"


def test_a_weak_certificate_fails_though_it_is_trusted() -> None:
    assert judged([door(WWW)], [tls("www.agency.gov", key="RSA 1024")]) == "failed"
    assert judged([door(WWW)], [tls("www.agency.gov", signed="sha1")]) == "failed"
    assert judged([door(WWW)], [tls("www.agency.gov", key="ECDSA secp256r1")]) == "passed"


def test_a_twin_with_another_name_is_for_a_person() -> None:
    seen = [tls("agency.gov", "hostname"), tls("www.agency.gov")]
    assert judged([door(BARE, verified=False), door(WWW)], seen) == "cantTell"


def test_a_closed_port_beside_an_open_one_fails() -> None:
    plain = Endpoint("http://agency.gov/", True, hops=(Hop("http://agency.gov/", 200),))
    assert judged([plain, silent(BARE, refused=True)], []) == "failed"
    assert judged([plain, silent(BARE)], []) == "cantTell"


def test_a_host_that_asks_for_a_client_certificate_is_not_failed() -> None:
    seen = [tls("www.agency.gov", "untrusted", client=True)]
    assert judged([door(WWW, verified=False)], seen) == "cantTell"


def test_a_door_without_tls_details_is_told_by_its_own_handshake() -> None:
    assert judged([door(WWW)], []) == "passed"
    assert judged([door(WWW, verified=False)], []) == "cantTell"


def test_a_site_that_does_not_resolve_is_untested() -> None:
    gap = Gap("endpoints", Reason.DNS, "agency.gov does not resolve")
    nothing = SiteObservation("agency.gov", "", (Endpoint(BARE, False, gap=gap),), ())
    [verdict], _ = judge_site(site(observation=nothing), [tls_https], gap)
    assert (verdict.outcome, verdict.reason) == (Outcome.UNTESTED, "dns")


def test_a_site_lost_to_its_certificate_is_still_failed_for_it() -> None:
    gap = Gap("site", Reason.TLS, "the certificate has expired")
    seen = SiteObservation(
        "agency.gov", "", (door(WWW, verified=False),), (tls("www.agency.gov", "expired"),)
    )
    [verdict], _ = judge_site(site(observation=seen), [tls_https], gap)
    assert verdict.outcome is Outcome.FAILED


def test_a_site_without_any_tls_is_judged_by_its_doors() -> None:
    plain = Endpoint("http://agency.gov/", True, hops=(Hop("http://agency.gov/", 200),))
    seen = SiteObservation("agency.gov", "", (plain, silent(BARE, refused=True)), None)
    assert outcome_of(tls_https, site(observation=seen)) == "failed"


def test_the_verdicts_on_https_stand_beside_it() -> None:
    observation = SiteObservation("agency.gov", "", (door(BARE),), (tls("agency.gov"),))
    found = dict(tls_https.judge(site(observation=observation)).measures)
    assert found["https:enforces"] is True
    assert found["pulse:m1513"] is False
    assert len(found) == 48


def test_what_is_wrong_with_the_certificate_is_the_cause() -> None:
    seen = (tls("www.agency.gov", "expired"),)
    observation = SiteObservation("agency.gov", "", (door(WWW, verified=False),), seen)
    found = tls_https.judge(site(observation=observation))
    assert [one.datum for one in found.evidence] == ["the certificate has expired"]
