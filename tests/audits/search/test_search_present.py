import pytest

from audits.search.search_present import search_present
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, page, site, walked

GOV = """<form action="https://search.usa.gov/search" method="get"><input type="hidden"
 name="affiliate" value="agency"><input name="query" type="text"></form>"""
FIELDS = "<form><label>Name <input name=name></label><label>Town <input name=town></label></form>"


def home(html: str) -> PageObservation:
    return page(html, HOME)


def plain(count: int) -> list[PageObservation]:
    return [home("<p>Hi</p>")] + [page("<p>Hi</p>", f"{HOME}{n}") for n in range(count - 1)]


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(GOV, "passed", id="Search.gov"),
        pytest.param('<form role="search"><input name="q"></form>', "passed", id="landmark"),
        pytest.param(
            '<search><form><input name="q" id="search"></form></search>', "passed", id="element"
        ),
        pytest.param('<FORM action="/f"><INPUT TYPE="SEARCH"></FORM>', "passed", id="upper case"),
        pytest.param('<form class="usa-search"><input name=q></form>', "passed", id="USWDS class"),
        pytest.param('<div role="search"><input type="text"></div>', "passed", id="no form"),
        pytest.param('<form role="search"><input name="q">', "passed", id="never closed"),
        pytest.param('<a href="/search">Search</a>', "cantTell", id="a link"),
        pytest.param('<a href="/buscar">Buscar</a>', "cantTell", id="a link in Spanish"),
        pytest.param('<div class="gcse-search"></div>', "cantTell", id="a widget"),
        pytest.param(FIELDS, "cantTell", id="another form, few pages seen"),
        pytest.param("", "cantTell", id="an empty page alone"),
    ],
)
def test_outcome(html: str, outcome: str) -> None:
    assert search_present.judge(site(home(html))).outcome == outcome


@pytest.mark.parametrize(
    ("pages", "whole", "outcome"),
    [
        pytest.param(4, False, "failed", id="none on home and three more"),
        pytest.param(3, False, "cantTell", id="too few pages to say"),
        pytest.param(5, True, "inapplicable", id="a whole site of a few pages needs none"),
        pytest.param(6, True, "failed", id="a whole site of more"),
    ],
)
def test_no_search(pages: int, whole: bool, outcome: str) -> None:
    assert search_present.judge(site(*plain(pages), complete=whole)).outcome == outcome


def test_pages_whose_scripts_were_not_run_prove_no_absence() -> None:
    shells = [walked("<p>x</p><script>go()</script>", f"{HOME}{n}") for n in range(9)]
    assert search_present.judge(site(*shells)).outcome == "cantTell"


def test_error_pages_and_files_are_no_pages() -> None:
    lost = [page("<p>x</p>", f"{HOME}{n}", status=404) for n in range(9)]
    assert search_present.judge(site(home("<p>Hi</p>"), *lost)).outcome == "cantTell"
