import pytest

from audits.secure.tls_version import tls_version
from ideaaudit.models import SiteObservation, TlsSeen
from tests.audits.build import outcome_of, site

OLD = ("SSLv3", "TLSv1", "TLSv1.1")


def seen(
    *hosts: tuple[str, ...], refused: tuple[str, ...] | None = None, port: int = 443
) -> SiteObservation:
    tls = tuple(
        TlsSeen(f"{n}.gov", port, True, versions=versions,
                refused_versions=tuple(v for v in OLD if v not in versions)
                if refused is None else refused)
        for n, versions in enumerate(hosts)
    )  # fmt: skip
    return SiteObservation("agency.gov", "", tls=tls)


BOTH = ("TLSv1.2", "TLSv1.3")


@pytest.mark.parametrize(
    ("hosts", "outcome"),
    [
        pytest.param([BOTH, BOTH], "passed", id="both names"),
        pytest.param([(*BOTH, "SSLv3")], "failed", id="SSL 3 beside"),
        pytest.param([(*BOTH, "SSLv2")], "failed", id="SSL 2 beside"),
        pytest.param([("TLSv1", "TLSv1.1")], "failed", id="only old ones"),
        pytest.param([("TLSv1.1",), BOTH], "failed", id="one name has only an old one"),
        pytest.param([(*BOTH, "TLSv1.1")], "cantTell", id="TLS 1.1 beside"),
        pytest.param([BOTH, (*BOTH, "TLSv1")], "cantTell", id="TLS 1.0 on one name"),
        pytest.param([("TLSv1.2",)], "cantTell", id="no TLS 1.3"),
        pytest.param([("TLSv1.3",)], "cantTell", id="no TLS 1.2"),
        pytest.param([()], "cantTell", id="no handshake"),
        pytest.param([BOTH, ()], "passed", id="no handshake with the twin"),
        pytest.param([], "cantTell", id="no host"),
    ],
)
def test_outcome(hosts: list[tuple[str, ...]], outcome: str) -> None:
    assert outcome_of(tls_version, site(observation=seen(*hosts))) == outcome


@pytest.mark.parametrize("untried", OLD)
def test_a_protocol_that_was_not_tried_was_not_refused(untried: str) -> None:
    refused = tuple(name for name in OLD if name != untried)
    view = site(observation=seen(BOTH, refused=refused))
    assert outcome_of(tls_version, view) == "cantTell"
    assert tls_version.judge(view).evidence[0].datum == f"{untried} was not tried"


def test_no_tls_at_all_is_untested() -> None:
    assert outcome_of(tls_version, site()) == "untested"


def test_where_and_what_was_accepted() -> None:
    found = tls_version.judge(site(observation=seen((*BOTH, "SSLv3"), BOTH, port=8443)))
    assert found.evidence[0].url == "https://0.gov:8443/"
    assert found.evidence[0].datum == "SSLv3 is accepted"
    assert found.measures == (("tls-versions", "SSLv3, TLSv1.2, TLSv1.3"),)
    assert tls_version.judge(site(observation=seen(BOTH))).evidence[0].url == "https://0.gov/"
