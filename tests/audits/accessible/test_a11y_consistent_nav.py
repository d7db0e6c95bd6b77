import pytest

from audits.accessible.a11y_consistent_nav import a11y_consistent_nav
from audits.check import SiteView
from tests.audits.build import HOME, outcome_of, page, site

TOP = "https://www.agency.gov/"


def nav(*links: str, tag: str = "nav", more: str = "") -> str:
    """Links as "path name"."""
    made = "".join("<a href=/{}>{}</a>".format(*link.split(" ", 1)) for link in links)
    return f"<{tag}>{made}</{tag}>{more}<main><p>Text</p></main>"


def pages(*htmls: str, complete: bool = True) -> SiteView:
    addresses = [HOME, *(f"{TOP}{n}" for n in range(1, 20))]
    return site(*map(page, htmls, addresses), complete=complete)


ONE = nav("a A", "b B", "c C")


@pytest.mark.parametrize(
    ("view", "outcome"),
    [
        pytest.param(pages(ONE, ONE), "passed", id="the same"),
        pytest.param(pages(ONE, ONE, nav("a A", "c C")), "passed", id="one link fewer"),
        pytest.param(pages(ONE, ONE, nav("a A", "d D", "b B")), "passed", id="one link between"),
        pytest.param(pages(ONE, nav("A%20 x", "a a", "b b")), "passed", id="case is no name"),
        pytest.param(pages(ONE, ONE, nav("b B", "a A", "c C")), "cantTell", id="another order"),
        pytest.param(pages(ONE, ONE, nav("a A", "b Be", "c C")), "cantTell", id="another name"),
        pytest.param(pages(ONE, nav("x X", "y Y")), "cantTell", id="nothing in common"),
        pytest.param(pages(ONE, nav("a A", "y Y")), "cantTell", id="one link in common"),
        pytest.param(pages("<p>x", "<p>y"), "cantTell", id="no navigation"),
        pytest.param(pages(ONE), "inapplicable", id="one page in all"),
        pytest.param(pages(ONE, complete=False), "cantTell", id="one page seen"),
        pytest.param(
            pages(ONE, nav("a A", "b B", "c C", tag="header")), "passed", id="in the header"
        ),
        pytest.param(
            pages(ONE, nav("b B", "a A", tag="nav class='usa-breadcrumb'", more=ONE)), "passed",
            id="breadcrumbs",
        ),
        pytest.param(
            pages(ONE + nav("b B", "a A"), ONE), "passed", id="a menu after the main part"
        ),
        pytest.param(
            pages(f"<header><ol class=breadcrumb><a href=/b>B</a><a href=/a>A</a></ol>{ONE}"
                  "</header>", ONE), "passed", id="breadcrumbs in the header",
        ),
        pytest.param(
            pages(f"{ONE}<footer><nav><a href=/b>B</a><a href=/a>A</a></nav></footer>", ONE),
            "passed", id="a menu in the footer",
        ),
    ],
)  # fmt: skip
def test_outcome(view: SiteView, outcome: str) -> None:
    assert outcome_of(a11y_consistent_nav, view) == outcome


def test_the_pages_that_differ_are_named_with_one_to_compare() -> None:
    found = a11y_consistent_nav.judge(pages(ONE, ONE, nav("b Be", "a A", "c C")))
    assert [(one.url, one.datum) for one in found.evidence] == [(f"{TOP}2", "names")]
    assert HOME in found.evidence[0].detail
    assert dict(found.measures) == {"navigation-compared": 2, "navigation-variants": 2}


def test_pages_without_anything_in_common_are_not_counted() -> None:
    found = a11y_consistent_nav.judge(pages(ONE, ONE, nav("x X", "y Y")))
    assert dict(found.measures)["navigation-compared"] == 1
    assert found.outcome == "passed"
