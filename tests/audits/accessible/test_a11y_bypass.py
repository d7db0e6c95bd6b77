from dataclasses import replace

import pytest

from audits.accessible.a11y_bypass import a11y_bypass
from audits.evaluate import judge_among
from audits.facts.summary import summarise
from ideaaudit.models import KeyboardWalk, PageObservation
from tests.audits.build import HOME, outcome_of, page, site, walked

MENU = "<a href=/a>A</a><a href=/b>B</a><a href=/c>C</a>"
NAV = f"<nav>{MENU}</nav>"
TEXT = "<p>" + "word " * 30
OTHER = page(NAV + TEXT, HOME)
SKIP = "<a href=#m>Skip to main content</a>"


def tried(html: str, worked: bool | None) -> PageObservation:
    seen = page(html)
    assert seen.rendering
    walk = KeyboardWalk(5, True, 4, skip_link=worked)
    return replace(seen, rendering=replace(seen.rendering, keyboard=walk))


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page(f"{NAV}<main>{TEXT}</main>"), "passed", id="a main landmark"),
        pytest.param(page(f"{NAV}<div role=main>{TEXT}</div>"), "passed", id="a main role"),
        pytest.param(page(f"{SKIP}{NAV}<p id=m>{TEXT}"), "passed", id="a skip link"),
        pytest.param(page(f"{SKIP}{NAV}<a name=m></a>{TEXT}"), "passed", id="to a named anchor"),
        pytest.param(
            page(f"<A HREF='#m%C3%A1s'>SALTAR al contenido</A>{NAV}<p id=más>{TEXT}"), "passed",
            id="in Spanish, escaped",
        ),
        pytest.param(
            page(f"<a href='https://www.agency.gov/about#m'>Skip</a>{NAV}<p id=m>{TEXT}"),
            "passed", id="by its whole address",
        ),
        pytest.param(page(f"<a href=#m>Top</a>{NAV}<p id=m>{TEXT}"), "passed", id="by its place"),
        pytest.param(
            page(f"{NAV}<a href=#m>Notes</a><p id=m>{TEXT}"), "failed", id="a link of the text"
        ),
        pytest.param(page(f"{SKIP}{NAV}{TEXT}"), "failed", id="a target that is not there"),
        pytest.param(page(f"<a href=#>Skip</a>{NAV}{TEXT}"), "failed", id="no target"),
        pytest.param(
            page(f"<a href=/x#m>Skip</a>{NAV}<p id=m>{TEXT}"), "failed", id="to another page"
        ),
        pytest.param(tried(f"{SKIP}{NAV}<p id=m>{TEXT}", True), "passed", id="tried"),
        pytest.param(tried(f"{SKIP}{NAV}<p id=m>{TEXT}", None), "passed", id="not tried"),
        pytest.param(tried(f"{SKIP}{NAV}<p id=m>{TEXT}", False), "failed", id="tried in vain"),
        pytest.param(page(NAV + TEXT), "failed", id="nothing at all"),
        pytest.param(page(MENU.replace("/c", "/d") + TEXT), "cantTell", id="two links alike"),
        pytest.param(page(f"{NAV}<h1>About</h1>{TEXT}"), "cantTell", id="only headings"),
        pytest.param(page(f"{NAV}<h1></h1>{TEXT}"), "failed", id="an empty heading"),
        pytest.param(walked(f"{NAV}<script src=a></script>{TEXT}"), "cantTell", id="scripts"),
        pytest.param(page(TEXT), "cantTell", id="no links"),
        pytest.param(page("x", status=404), "inapplicable", id="an error"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(a11y_bypass, seen, OTHER) == outcome


@pytest.mark.parametrize(
    ("complete", "outcome"),
    [
        pytest.param(True, "inapplicable", id="all pages known"),
        pytest.param(False, "cantTell", id="more pages may be there"),
    ],
)
def test_nothing_is_repeated_on_one_page(complete: bool, outcome: str) -> None:
    view = site(OTHER, complete=complete)
    [verdict], _ = judge_among(summarise(OTHER), view, [a11y_bypass], {})
    assert verdict.outcome == outcome


def test_scripts_may_add_what_is_repeated() -> None:
    seen = walked(f"<script src=a></script>{TEXT}", HOME)
    [verdict], _ = judge_among(summarise(seen), site(seen, complete=True), [a11y_bypass], {})
    assert verdict.outcome == "cantTell"


def test_links_without_any_landmark_are_repeated_too() -> None:
    bare = [page(MENU + TEXT, HOME), page(MENU + TEXT)]
    assert outcome_of(a11y_bypass, *bare) == "failed"


def test_a_menu_beside_a_header_of_one_link_is_repeated_too() -> None:
    html = f"<header><a href=/>Logo</a></header><div>{MENU}</div>{TEXT}"
    assert outcome_of(a11y_bypass, page(html), page(html, HOME)) == "failed"


@pytest.mark.parametrize(
    ("skip", "datum", "detail"),
    [
        (SKIP, "broken", "The skip link leads nowhere."),
        ("", "none", "No skip link, main or heading."),
    ],
)
def test_a_broken_skip_link_is_another_fix(skip: str, datum: str, detail: str) -> None:
    seen = summarise(page(f"{skip}{NAV}{TEXT}"))
    [evidence] = a11y_bypass.judge(seen, site(OTHER, page(f"{skip}{NAV}{TEXT}"))).evidence
    assert (evidence.datum, evidence.detail) == (datum, detail)


@pytest.mark.parametrize(
    ("html", "how"),
    [
        (f"{SKIP}{NAV}<p id=m>{TEXT}", "A skip link works."),
        (f"{NAV}<main>{TEXT}</main>", "The content is marked as main."),
    ],
)
def test_it_says_by_which_way(html: str, how: str) -> None:
    assert a11y_bypass.judge(summarise(page(html)), site(OTHER, page(html))).summary == how
