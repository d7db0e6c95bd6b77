import pytest

from audits.secure.tls_hsts import tls_hsts
from ideaaudit.models import Preload
from tests.audits.build import outcome_of, site
from tests.audits.facts.doors import view_of

YEAR = "max-age=31536000"


@pytest.mark.parametrize(
    ("doors", "bare", "www", "outcome"),
    [
        pytest.param("301>sr 301>sr 200 301>sr", YEAR, YEAR, "passed", id="on both names"),
        pytest.param("- - 200 -", YEAR, "", "passed", id="one name alone"),
        pytest.param("- - 200 -", f'PRELOAD;Max-Age = "{31536000}"', "", "passed", id="odd"),
        pytest.param("- - 200 301>sr", YEAR, "", "failed", id="the twin that redirects has none"),
        pytest.param("- - 200 -", "", "", "failed", id="none"),
        pytest.param("- - 200 -", "max-age=31535999", "", "failed", id="a second short"),
        pytest.param("- - 200 -", "max-age=0", "", "failed", id="taken back"),
        pytest.param("- - 200 -", "max-age=1y", "", "failed", id="void"),
        pytest.param("- - 399 -", "", "", "failed", id="below the errors"),
        pytest.param("- - 400 -", "", "", "cantTell", id="an error"),
        pytest.param("- - 403 -", YEAR, "", "passed", id="an error with the header"),
        pytest.param("- - 200!expired -", "", "", "cantTell", id="a broken certificate"),
        pytest.param("- - 200 403", YEAR, "", "cantTell", id="the twin refuses"),
        pytest.param("- - 200 403", "", "", "failed", id="one has none, the twin refuses"),
        pytest.param("200 200 refused refused", "", "", "failed", id="https is closed"),
        pytest.param("200 200 silent refused", "", "", "cantTell", id="https is silent"),
        pytest.param("200 200 - -", "", "", "cantTell", id="no https name"),
    ],
)
def test_outcome(doors: str, bare: str, www: str, outcome: str) -> None:
    assert outcome_of(tls_hsts, view_of(*doors.split(), (bare, www))) == outcome  # type: ignore[arg-type]


@pytest.mark.parametrize(("listed", "outcome"), [(True, "passed"), (False, "failed")])
def test_the_preload_list_stands_for_a_header(listed: bool, outcome: str) -> None:
    view = view_of("-", "-", "200", "-", preload=Preload(listed, "", "2026-11-01"))
    assert outcome_of(tls_hsts, view) == outcome
    assert (tls_hsts.judge(view).evidence[0].detail == (
        "The preload list names agency.gov with its subdomains.")) is listed  # fmt: skip


def test_doors_that_were_not_seen_are_untested() -> None:
    assert outcome_of(tls_hsts, site()) == "untested"


@pytest.mark.parametrize(
    ("header", "datum"),
    [
        ("", "No Strict-Transport-Security header."),
        ("max-age=1", "short"),
        ("x", "it has no max-age"),
    ],
)
def test_the_fault_is_the_cause(header: str, datum: str) -> None:
    found = tls_hsts.judge(view_of("-", "-", "200", "-", (header, "")))
    assert found.evidence[0].datum == datum
