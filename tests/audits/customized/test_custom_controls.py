import pytest

from audits.customized.custom_controls import custom_controls
from ideaaudit.models import PageObservation
from tests.audits.build import ABOUT, HOME, outcome_of, page, site, walked

SCRIPT = "<script src=/a.js></script>"


@pytest.mark.parametrize(
    ("pages", "complete", "outcome"),
    [
        pytest.param([page("<button>Filter by year", HOME)], True, "cantTell", id="a filter"),
        pytest.param([page("<label>ORDENAR POR</label>", HOME)], True, "cantTell", id="Spanish"),
        pytest.param([page("<p>x", HOME), page("<a hreflang=es lang=es href=/es>Español</a>")],
                     True, "cantTell", id="another language"),
        pytest.param([page("<p>News", HOME)], True, "inapplicable", id="a site to read"),
        pytest.param([page("<p>News", HOME)], False, "cantTell", id="seen in part"),
        pytest.param([page("<p>x", HOME), walked(f"<p>x{SCRIPT}")], True, "cantTell",
                     id="a page that scripts write"),
        pytest.param([page("<form method=post><input name=email><textarea name=a></textarea>"
                           "<input name=ssn></form>", HOME)], True, "cantTell",
                     id="a form to fill in"),
        pytest.param([], True, "untested", id="no page"),
        pytest.param([page("x", HOME, status=404)], True, "cantTell", id="no page that is one"),
    ],
)  # fmt: skip
def test_outcome(pages: list[PageObservation], complete: bool, outcome: str) -> None:
    assert outcome_of(custom_controls, site(*pages, complete=complete)) == outcome


def test_what_was_recognized_and_where() -> None:
    view = site(page("<button>Sort by", HOME), page("<button>Sort by</button><div role=tablist>"))
    found = custom_controls.judge(view)
    assert [(one.url, one.datum) for one in found.evidence] == [(HOME, "sort"), (ABOUT, "tabs")]
    assert found.measures == (("custom-controls", "sort, tabs"),)


def test_a_language_is_a_choice_of_its_own() -> None:
    spanish = "<a hreflang=es lang=es href=/es>Español</a>"
    found = custom_controls.judge(
        site(page("<p>x", HOME), page(spanish), page(spanish, f"{ABOUT}/b"))
    )
    assert [(one.url, one.datum) for one in found.evidence] == [(ABOUT, "language")]
