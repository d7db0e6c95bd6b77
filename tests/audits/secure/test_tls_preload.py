import pytest

from audits.secure.tls_preload import tls_preload
from ideaaudit.models import Preload, SiteSummary
from tests.audits.secure.agencies import audited


def listed(yes: bool, dated: str = "2026-09-23", key: str = "agency.gov") -> SiteSummary:
    return audited(key, preload=Preload(yes, key if yes else "", dated))


@pytest.mark.parametrize(
    ("sites", "outcome"),
    [
        pytest.param([listed(True)], "passed", id="listed, 60 days ago"),
        pytest.param([listed(True, key="www2.agency.gov")], "passed", id="told by a subdomain"),
        pytest.param([listed(True), audited("www2.agency.gov")], "passed", id="told by one of two"),
        pytest.param([listed(True), listed(False, key="agency.org")], "passed", id="another's"),
        pytest.param([listed(True, key="agency.mil")], "passed", id=".mil"),
        pytest.param([listed(False)], "failed", id="not listed"),
        pytest.param([listed(True), listed(False, key="other.gov")], "failed", id="one is not"),
        pytest.param([listed(False), audited("other.gov")], "failed", id="one is not, one unseen"),
        pytest.param([listed(True, "2026-09-22")], "cantTell", id="61 days ago"),
        pytest.param([listed(False, "2026-09-22")], "cantTell", id="not listed, 61 days ago"),
        pytest.param([listed(True, "")], "cantTell", id="no date"),
        pytest.param([listed(True, "2026-99-99")], "cantTell", id="no such date"),
        pytest.param([audited()], "cantTell", id="no list"),
        pytest.param([audited("agency.org")], "inapplicable", id="another domain"),
        pytest.param([], "inapplicable", id="no site"),
    ],
)
def test_outcome(sites: list[SiteSummary], outcome: str) -> None:
    assert tls_preload.judge("An agency", tuple(sites)).outcome == outcome


def test_which_domain_and_why() -> None:
    absent = tls_preload.judge("An agency", (listed(False),)).evidence
    assert [(one.title, one.datum) for one in absent] == [("agency.gov", "agency.gov")]
    old = tls_preload.judge("An agency", (listed(True, ""), audited("other.gov"))).evidence
    assert [one.detail for one in old] == [
        "The list is older than 60 days.", "No list was given.",
    ]  # fmt: skip
