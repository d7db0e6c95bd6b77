import pytest

from audits.search.search_gov import search_gov
from ideaaudit.models import PageObservation, RequestSeen
from tests.audits.build import HOME, outcome_of, page, site, walked

FORM = """<form action="https://search.usa.gov/search"><input type="hidden" name="affiliate"
 value="agency"><input name="query" type="text"></form>"""
DEEP = FORM.replace("search.usa.gov", "search.fda.hhs.gov")
ASKED = (RequestSeen("https://api.gsa.gov/technology/searchgov/v2/results/i14y?x=1", "xhr"),)


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page(FORM, HOME), "passed", id="its form"),
        pytest.param(page(FORM.upper(), HOME), "passed", id="its form in upper case"),
        pytest.param(page(DEEP, HOME), "passed", id="under a deep name of the agency"),
        pytest.param(
            page("<script>var usasearch_config = { siteHandle: 'a' };</script>", HOME),
            "passed",
            id="its script",
        ),
        pytest.param(page("<p>x", HOME, requests=ASKED), "passed", id="its interface"),
        pytest.param(
            page('<a href="https://search.usa.gov/search?affiliate=a">Find</a>', HOME),
            "passed",
            id="a link with a handle",
        ),
        pytest.param(
            page('<form role="search"><input name="q"></form>', HOME), "cantTell", id="another form"
        ),
        pytest.param(
            page(DEEP.replace("affiliate", "x"), HOME), "cantTell", id="a like name, no handle"
        ),
        pytest.param(
            page("<p>We like Search.gov", HOME), "cantTell", id="few pages, only its name"
        ),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(search_gov, site(seen)) == outcome


@pytest.mark.parametrize(
    ("pages", "whole", "outcome"),
    [(4, False, "failed"), (3, False, "cantTell"), (1, True, "failed"), (0, True, "untested")],
)
def test_no_search_at_all(pages: int, whole: bool, outcome: str) -> None:
    seen = [page("<p>Hi", f"{HOME}{n or ''}") for n in range(pages)]
    assert outcome_of(search_gov, site(*seen, complete=whole)) == outcome


def test_pages_whose_scripts_were_not_run_prove_no_absence() -> None:
    seen = [walked("<p>x<script>go()</script>", f"{HOME}{n or ''}") for n in range(9)]
    assert outcome_of(search_gov, site(*seen)) == "cantTell"
