import pytest

from audits.facts.summary import summarise
from audits.search.search_every_page import search_every_page
from ideaaudit.models import Box, Layout, PageObservation
from tests.audits.build import HOME, outcome_of, page, site, walked

FORM = '<form role="search"><input type="search"></form>'


def at(x: float, top: float, path: str = "a", html: str = FORM) -> PageObservation:
    """A page whose search box of 200 pixels has its middle at x percent of 1280."""
    box = Box("form", "<form>", 12.8 * x - 100, top, 200, 40)
    layout = Layout("desktop", 1280, 800, False, 1280, 1280, regions=(("search", box),))
    return page(html, HOME + path, layouts=(layout,))


USUAL = [at(80, 40, "b"), at(80, 40, "c")]
PLAIN = page("<p>Hi", HOME + "a")
LOGIN = page("<input type=password>", HOME + "a")


@pytest.mark.parametrize(
    ("seen", "others", "outcome"),
    [
        pytest.param(at(80, 40), USUAL, "passed", id="where it always is"),
        pytest.param(at(80, 40), [], "passed", id="on the only page"),
        pytest.param(at(90, 100), USUAL, "passed", id="a little away"),
        pytest.param(at(55, 40), USUAL, "failed", id="more to the left than on others"),
        pytest.param(at(80, 280), USUAL, "failed", id="lower than on others"),
        pytest.param(at(30, 40), [at(30, 40, "b")], "failed", id="on the left everywhere"),
        pytest.param(at(50, 40), [], "failed", id="in the middle"),
        pytest.param(at(80, 300), [], "failed", id="too low"),
        pytest.param(at(80, 280), [], "passed", id="just high enough"),
        pytest.param(PLAIN, USUAL, "failed", id="none here"),
        pytest.param(PLAIN, [], "failed", id="none anywhere, in a walk in part"),
        pytest.param(page(FORM), USUAL, "cantTell", id="a place that was not measured"),
        pytest.param(
            page('<a href="/search">Search</a>'), USUAL, "cantTell", id="only a link"),
        pytest.param(
            page('<a href="/buscar">Buscar</a>'), USUAL, "cantTell", id="only a link in Spanish"),
        pytest.param(
            walked(f"{'word ' * 30}<script>go()</script>"), USUAL, "cantTell", id="scripts"),
        pytest.param(LOGIN, USUAL, "inapplicable", id="a sign-in page"),
        pytest.param(page(None), USUAL, "untested", id="not read"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, others: list[PageObservation], outcome: str) -> None:
    assert outcome_of(search_every_page, seen, *others) == outcome


@pytest.mark.parametrize(
    ("pages", "whole", "outcome"),
    [(5, True, "inapplicable"), (6, True, "failed"), (5, False, "failed")],
)
def test_a_small_site_needs_none(pages: int, whole: bool, outcome: str) -> None:
    seen = [page("<p>Hi", f"{HOME}{n}") for n in range(pages)]
    view = site(*seen, complete=whole)
    assert search_every_page.judge(view.pages[0], view).outcome == outcome


def test_a_small_site_that_has_one_has_it_everywhere() -> None:
    view = site(PLAIN, at(80, 40, "b"), complete=True)
    assert search_every_page.judge(summarise(PLAIN), view).outcome == "failed"


def test_the_two_faults_of_place_are_told_apart() -> None:
    away = site(at(55, 40), *USUAL)
    [evidence] = search_every_page.judge(away.pages[0], away).evidence
    assert evidence.datum == "another place"
    left = site(at(30, 40))
    [evidence] = search_every_page.judge(left.pages[0], left).evidence
    assert (evidence.datum, evidence.detail) == (
        "not upper right", "It stands at 30 % of the width, 40 pixels from the top.",
    )  # fmt: skip
