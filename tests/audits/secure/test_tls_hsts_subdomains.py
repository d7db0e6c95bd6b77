import pytest

from audits.secure.tls_hsts_subdomains import tls_hsts_subdomains
from ideaaudit.models import Preload, SiteSummary
from tests.audits.secure.agencies import NOW, audited

ALL = "max-age=31536000; includeSubDomains; preload"
LISTED, ABSENT = Preload(True, "agency.gov", NOW), Preload(False, "", NOW)


@pytest.mark.parametrize(
    ("sites", "outcome"),
    [
        pytest.param([audited(hsts=ALL)], "passed", id="all three"),
        pytest.param([audited(hsts=ALL, preload=ABSENT)], "passed", id="not listed yet"),
        pytest.param([audited(hsts="", preload=LISTED)], "passed", id="listed without a header"),
        pytest.param([audited(preload=LISTED)], "passed", id="listed, not seen"),
        pytest.param([audited(hsts=ALL), audited("www2.agency.gov")], "passed",
                     id="one domain, two sites"),
        pytest.param([audited(hsts="max-age=31536000; preload")], "failed", id="no subdomains"),
        pytest.param([audited(hsts="max-age=31536000; includeSubDomains")], "failed",
                     id="no consent"),
        pytest.param([audited(hsts="max-age=1; includeSubDomains; preload")], "failed",
                     id="too short"),
        pytest.param([audited(hsts="")], "failed", id="none"),
        pytest.param([audited(hsts="max-age=0; includeSubDomains; preload")], "failed",
                     id="taken back"),
        pytest.param([audited(hsts=ALL), audited("other.gov", hsts="")], "failed",
                     id="the second domain"),
        pytest.param([audited(hsts=""), audited("other.gov")], "failed", id="one none, one unseen"),
        pytest.param([audited()], "cantTell", id="not seen"),
        pytest.param([audited("www2.agency.gov", hsts=ALL)], "cantTell", id="only a subdomain"),
        pytest.param([audited(hsts="", verified=False)], "cantTell", id="a broken certificate"),
        pytest.param([audited(hsts="", status=400)], "cantTell", id="refused"),
        pytest.param([audited(hsts=ALL), audited("other.gov")], "cantTell", id="one is unseen"),
    ],
)  # fmt: skip
def test_outcome(sites: list[SiteSummary], outcome: str) -> None:
    assert tls_hsts_subdomains.judge("An agency", tuple(sites)).outcome == outcome


@pytest.mark.parametrize(
    ("hsts", "datum"),
    [
        ("", "none"), ("max-age=1", "short"), ("max-age=31536000", "without includeSubDomains"),
        ("max-age=31536000; includeSubDomains", "without preload"), (None, "unseen"),
    ],
)  # fmt: skip
def test_what_is_lacking_is_the_cause(hsts: str | None, datum: str) -> None:
    found = tls_hsts_subdomains.judge("An agency", (audited(hsts=hsts),))
    assert [(one.datum, one.title) for one in found.evidence] == [(datum, "agency.gov")]
