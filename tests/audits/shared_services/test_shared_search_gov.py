import pytest

from audits.shared_services.shared_search_gov import shared_search_gov
from tests.audits.build import HOME, outcome_of, page, site, walked

SEARCH_GOV = (
    '<form action="https://SEARCH.usa.gov/search"><input name="query">'
    '<input type="hidden" name="affiliate" value="agency"></form>'
)
OWN = '<form role="search" action="/find"><input type="search"></form>'


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(SEARCH_GOV, "passed", id="its form"),
        pytest.param(SEARCH_GOV.replace("usa.gov", "agency.gov"), "passed", id="under a mask"),
        pytest.param(OWN + SEARCH_GOV, "passed", id="beside another"),
        pytest.param(OWN, "cantTell", id="a search of its own"),
        pytest.param('<a href="/buscar">Buscar</a>', "cantTell", id="a Spanish link"),
        pytest.param("<p>We research forms.</p>", "failed", id="none"),
        pytest.param("", "failed", id="an empty page"),
    ],
)
def test_outcome_for_a_whole_site(html: str, outcome: str) -> None:
    assert outcome_of(shared_search_gov, site(page(html, HOME), complete=True)) == outcome


@pytest.mark.parametrize(
    ("others", "outcome"),
    [
        pytest.param(3, "failed", id="home and three more"),
        pytest.param(2, "cantTell", id="home and two more"),
    ],
)
def test_a_part_of_a_site_needs_four_pages(others: int, outcome: str) -> None:
    pages = [page("<p>x", f"{HOME}{n}") for n in range(others)]
    assert outcome_of(shared_search_gov, site(page("<p>x", HOME), *pages)) == outcome
    assert outcome_of(shared_search_gov, site(*pages)) == "cantTell"


def test_scripts_that_did_not_run_may_add_it() -> None:
    html = "<p>x</p><script src=a.js></script>"
    assert outcome_of(shared_search_gov, site(walked(html, HOME), complete=True)) == "cantTell"
