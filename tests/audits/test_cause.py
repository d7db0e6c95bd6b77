"""A cause's id is a promise to baselines: these values may not change without a version."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.cause import cause_id, path_of, path_of_selector
from ideaaudit.models import AxeNode, Evidence


def node(ancestry: str, markup: str = "", *frames: str) -> AxeNode:
    return AxeNode((*frames, "x"), ancestry, markup, "")


def test_the_id_is_sixteen_hex_digits_of_a_documented_hash() -> None:
    evidence = Evidence("https://a.gov/", rule="image-alt", path="footer > img", datum="")
    assert cause_id("a11y-axe-wcag20", evidence) == "655fd95357045c66"


def test_where_it_was_seen_does_not_count() -> None:
    one = Evidence(
        "https://a.gov/1", selector="#a", markup="<p>1", detail="x", path="main", count=2
    )
    other = Evidence("https://a.gov/2", selector="#b", markup="<p>2", detail="y", path="main")
    assert cause_id("c", one) == cause_id("c", other)


@pytest.mark.parametrize(
    "other",
    [
        Evidence("u", rule="r2", path="p", datum="d"),
        Evidence("u", rule="r", path="p2", datum="d"),
        Evidence("u", rule="r", path="p", datum="d2"),
    ],
)
def test_rule_path_and_datum_each_make_another_fix(other: Evidence) -> None:
    assert cause_id("c", Evidence("u", rule="r", path="p", datum="d")) != cause_id("c", other)


def test_parts_do_not_run_into_each_other() -> None:
    assert cause_id("c", Evidence("u", rule="a", path="b")) != cause_id(
        "c", Evidence("u", rule="ab")
    )


def test_one_component_at_two_places_of_two_pages_has_one_path() -> None:
    home = node("html > body > div:nth-child(3) > footer:nth-child(9) > ul > li:nth-child(2) > a")
    other = node("html > body > footer:nth-child(4) > ul > li:nth-child(7) > a")
    assert path_of(home) == path_of(other) == "footer > ul > li > a"


@pytest.mark.parametrize(
    ("ancestry", "markup", "path"),
    [
        pytest.param("html", '<html class="js">', "html.js"),
        pytest.param("html > body > p:nth-child(2) > i", "<i>", "body > p > i", id="no landmark"),
        pytest.param("html > body > main > header > h2", "<h2>", "main > header > h2", id="outer"),
        pytest.param('html > body > div[role="main"] > p', "<p>", "main > p", id="role"),
        pytest.param("html > body > nav > a", '<a class="b is-active">', "nav > a.b", id="state"),
        pytest.param(
            "html > body > main > a", '<a id="ember1234" class="btn col-md-6 css-9x">Go</a>',
            "main > a.btn", id="generated names",
        ),
        pytest.param("html > body > main > a", "<a class='x' href='y'>", "main > a.x", id="quotes"),
        pytest.param("html > body > main > a", "<a data-id=7 class=x>", "main > a.x", id="bare"),
        pytest.param("", "", "x", id="only its target"),
    ],
)  # fmt: skip
def test_path(ancestry: str, markup: str, path: str) -> None:
    assert path_of(node(ancestry, markup)) == path


def test_frames_and_shadow_hosts_lead_the_path() -> None:
    inside = node("html > body > button", "<button>", "body > iframe#video-42", "my-player")
    assert path_of(inside) == "iframe >>> my-player >>> body > button"


def test_positions_attributes_and_text_are_not_in_a_path() -> None:
    assert path_of_selector('#main-7 > .card:not(.x) a[href="/a > b"]:hover') == "* > *.card > a"


@given(st.text(alphabet=string.printable, max_size=200))
def test_no_selector_breaks_it(selector: str) -> None:
    path = path_of(AxeNode((selector, selector), selector, selector, ""))
    assert len(path) <= 300
    assert path_of_selector(selector) == path_of_selector(selector)


@given(st.integers(1, 99), st.integers(1, 99), st.integers(1, 99))
def test_positions_never_matter(a: int, b: int, c: int) -> None:
    made = f"html > body > div:nth-child({a}) > main:nth-child({b}) > p:nth-child({c})"
    assert path_of_selector(made) == "main > p"
