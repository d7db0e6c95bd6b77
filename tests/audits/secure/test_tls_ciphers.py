import pytest

from audits.secure.tls_ciphers import tls_ciphers
from ideaaudit.models import SiteObservation, TlsSeen
from tests.audits.build import outcome_of, site

WEAK = "TLS_RSA_WITH_3DES_EDE_CBC_SHA"


@pytest.mark.parametrize(
    ("hosts", "outcome"),
    [
        pytest.param([()], "passed", id="all refused"),
        pytest.param([(WEAK,)], "failed", id="one accepted"),
        pytest.param([(), (WEAK,)], "failed", id="accepted by the twin"),
        pytest.param([(), None], "passed", id="the twin was not tried"),
        pytest.param([None], "untested", id="not asked for"),
        pytest.param([], "untested", id="no host"),
    ],
)
def test_outcome(hosts: list[tuple[str, ...] | None], outcome: str) -> None:
    tls = tuple(TlsSeen(f"{n}.gov", 443, True, ciphers=one) for n, one in enumerate(hosts))
    view = site(observation=SiteObservation("agency.gov", "", tls=tls))
    assert outcome_of(tls_ciphers, view) == outcome


def test_the_suite_is_the_cause() -> None:
    tls = (TlsSeen("agency.gov", 443, True, ciphers=(WEAK,)),)
    found = tls_ciphers.judge(site(observation=SiteObservation("agency.gov", "", tls=tls)))
    assert [(one.url, one.datum) for one in found.evidence] == [("https://agency.gov/", WEAK)]
