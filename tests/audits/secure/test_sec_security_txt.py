import pytest

from audits.secure.sec_security_txt import sec_security_txt
from ideaaudit.models import PathSeen, SiteObservation
from tests.audits.build import outcome_of, site

URL = "https://agency.gov/.well-known/security.txt"
GOOD = "Contact: mailto:security@agency.gov\nExpires: 2027-06-01T00:00:00Z\n"


def seen(
    text: str = GOOD, status: int | None = 200, media: str = "text/plain",
    soft: bool | None = False, name: str = "security-txt",
) -> SiteObservation:  # fmt: skip
    one = PathSeen(name, URL, status, (), media, text, soft)
    return SiteObservation("agency.gov", "2026-11-22T08:00:00", paths=(one,))


@pytest.mark.parametrize(
    ("observation", "outcome"),
    [
        pytest.param(seen(), "passed", id="both fields"),
        pytest.param(seen(soft=None), "passed", id="unknown whether it is like any other path"),
        pytest.param(seen("Contact: mailto:a@b.gov"), "failed", id="no expiry"),
        pytest.param(seen(GOOD.replace("2027", "2024")), "failed", id="expired"),
        pytest.param(seen("", 404), "failed", id="not there"),
        pytest.param(seen("", 410), "failed", id="gone"),
        pytest.param(seen(soft=True), "failed", id="like any other path"),
        pytest.param(seen("<p>", media="text/html"), "failed", id="a page in its place"),
        pytest.param(seen(" <!DOCTYPE html><p>"), "failed", id="a page called text"),
        pytest.param(seen("", 403), "cantTell", id="refused"),
        pytest.param(seen("", 400), "cantTell", id="a bad request"),
        pytest.param(seen("", None), "cantTell", id="no answer"),
        pytest.param(seen(name="vdp"), "cantTell", id="not asked for"),
        pytest.param(SiteObservation("agency.gov", ""), "untested", id="no path was asked for"),
    ],
)
def test_outcome(observation: SiteObservation, outcome: str) -> None:
    assert outcome_of(sec_security_txt, site(observation=observation)) == outcome


@pytest.mark.parametrize(
    ("observation", "data"),
    [
        (seen("", 404), ["missing"]),
        (seen("<html>"), ["missing"]),
        (seen("X: y"), ["it has no Contact", "it has no Expires"]),
    ],
)
def test_each_fault_is_a_cause(observation: SiteObservation, data: list[str]) -> None:
    found = sec_security_txt.judge(site(observation=observation))
    assert [one.datum for one in found.evidence] == data


def test_when_it_expires_is_a_measure() -> None:
    found = sec_security_txt.judge(site(observation=seen()))
    assert found.measures == (("security-txt-expires", "2027-06-01T00:00:00Z"),)
