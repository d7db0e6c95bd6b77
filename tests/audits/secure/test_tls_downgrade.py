from dataclasses import replace

import pytest

from audits.secure.tls_downgrade import tls_downgrade
from ideaaudit.models import LostUrl
from tests.audits.build import outcome_of
from tests.audits.facts.doors import view_of


@pytest.mark.parametrize(
    ("doors", "outcome"),
    [
        pytest.param("301>sr 301>sw 200 200", "passed", id="only upwards"),
        pytest.param("200 200 200 -", "passed", id="http may stay by itself"),
        pytest.param("301>sr 301>sw 301>hr 200", "failed", id="at once"),
        pytest.param("301>sr - 301>sw>hw>sw 200", "failed", id="in the middle of a chain"),
        pytest.param("301>sr>hr - - -", "failed", id="behind an http door"),
        pytest.param("301>sx - 301>hx -", "failed", id="to another domain"),
        pytest.param("200 200 refused refused", "inapplicable", id="https is closed"),
        pytest.param("200 200 refused silent", "cantTell", id="one https door is silent"),
        pytest.param("200 200 - -", "cantTell", id="no https door"),
    ],
)
def test_outcome(doors: str, outcome: str) -> None:
    assert outcome_of(tls_downgrade, view_of(*doors.split())) == outcome


@pytest.mark.parametrize(
    ("url", "detail", "outcome"),
    [
        pytest.param("https://agency.gov/a", "301 to http://www.agency.gov/a", "failed", id="a"),
        pytest.param("https://agency.gov/a", "(http://agency.gov/a).", "failed", id="in brackets"),
        pytest.param("https://agency.gov/a", "301 to https://agency.gov/b", "passed", id="secure"),
        pytest.param("https://agency.gov/a", "301 to http://other.gov/", "passed", id="away"),
        pytest.param("http://agency.gov/a", "301 to http://agency.gov/b", "passed", id="from http"),
        pytest.param("https://agency.gov/a", "http://[", "passed", id="no address"),
        pytest.param("https://agency.gov/a", "", "passed", id="nothing told"),
    ],
)
def test_a_walked_page_that_redirected_counts(url: str, detail: str, outcome: str) -> None:
    view = view_of("301>sr", "301>sr", "200", "301>sr")
    lost = (LostUrl(url, "link", "redirected", 301, detail),)
    assert outcome_of(tls_downgrade, replace(view, lost=lost)) == outcome


def test_the_host_that_it_leads_to_is_the_cause() -> None:
    found = tls_downgrade.judge(view_of("301>sr", "301>sw", "301>hw", "200"))
    assert [one.datum for one in found.evidence] == ["www.agency.gov"]
    assert found.evidence[0].detail == "It leads to http://www.agency.gov/."
