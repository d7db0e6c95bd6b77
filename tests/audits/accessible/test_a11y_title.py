from dataclasses import replace

import pytest

from audits.accessible.a11y_title import a11y_title
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, walked

SCRIPT = "<script src=a></script><p>" + "word " * 30


def titled_by_script() -> PageObservation:
    seen = page("<p>Text")
    assert seen.rendering
    return replace(seen, rendering=replace(seen.rendering, title="Contact us"))


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page("<title>Contact us</title>"), "cantTell", id="a title"),
        pytest.param(page("<TITLE>Contáctenos</TITLE>"), "cantTell", id="in Spanish, upper case"),
        pytest.param(page("<p>Text"), "failed", id="none"),
        pytest.param(page(""), "failed", id="an empty page"),
        pytest.param(page("<title></title><p>x"), "failed", id="an empty one"),
        pytest.param(page("<title> \n </title><p>x"), "failed", id="only blanks"),
        pytest.param(page("<title>&nbsp;</title><p>x"), "failed", id="only a no-break space"),
        pytest.param(page("<svg><title>Logo</title></svg>"), "failed", id="the title of an SVG"),
        pytest.param(titled_by_script(), "cantTell", id="one that the browser knows"),
        pytest.param(walked(SCRIPT), "cantTell", id="scripts may write one"),
        pytest.param(page(None, media_type="application/pdf"), "inapplicable", id="a file"),
        pytest.param(page("<p>Gone", status=404), "inapplicable", id="an error"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(a11y_title, seen) == outcome


@pytest.mark.parametrize(
    ("title", "doubt"),
    [
        ("Untitled Document", "any page"),
        ("untitled 2", "any page"),
        ("Sin título", "any page"),
        ("www.agency.gov", "address"),
        ("https://agency.gov/a", "address"),
        ("index.html", "address"),
        ("about/team.aspx", "address"),
        ("- | -", "no word"),
        ("Document retention", ""),
        ("Contact us | Agency.gov", ""),
        ("Home", ""),
    ],
)
def test_titles_that_say_nothing_are_listed(title: str, doubt: str) -> None:
    found = a11y_title.judge(page(f"<title>{title}</title>"))
    assert found.outcome == "cantTell"
    assert [doubt in one.detail for one in found.evidence] == ([True] if doubt else [])


def test_what_scripts_may_write_is_told_from_what_is_there() -> None:
    assert "scripts" in a11y_title.judge(walked(SCRIPT)).summary
    assert "scripts" not in a11y_title.judge(walked("<title>A page</title>" + SCRIPT)).summary
