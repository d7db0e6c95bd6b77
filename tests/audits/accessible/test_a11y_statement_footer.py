import pytest

from audits.accessible.a11y_statement_footer import a11y_statement_footer
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, walked

LINK = "<a href=/accessibility>Accessibility statement</a>"
WORDS = "<p>" + "word " * 30


def foot(inner: str, root: str = "<html lang=en>") -> PageObservation:
    return page(f"{root}<main>{WORDS}</main><footer><p>x</p>{inner}</footer>")


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(foot(LINK), "passed", id="a link in the footer"),
        pytest.param(
            foot("<A HREF='/x'>DECLARACIÓN DE&nbsp;ACCESIBILIDAD</A>"), "passed", id="in Spanish"
        ),
        pytest.param(foot("<a href=https://parent.gov/508>Section 508</a>"), "passed", id="up"),
        pytest.param(foot("<a href=/accessibility><img src=a></a>"), "passed", id="by its target"),
        pytest.param(foot("<a href=#>Accessibility</a>"), "cantTell", id="made by a script"),
        pytest.param(page(f"<main>{LINK}</main><footer>x</footer>"), "cantTell", id="in main"),
        pytest.param(foot("<a href=/p>Policies</a>"), "cantTell", id="by way of another page"),
        pytest.param(foot("<a href=/p>Privacy policy</a>"), "failed", id="another's policy"),
        pytest.param(foot("<a href=/privacy>Policy</a>"), "failed", id="another's by its target"),
        pytest.param(foot("<a href=/about>About</a>"), "failed", id="none"),
        pytest.param(foot("", "<html lang=fr>"), "cantTell", id="in French"),
        pytest.param(foot("", "<html lang=ES-us>"), "failed", id="none in Spanish"),
        pytest.param(page(f"<p>x</p>{WORDS}"), "cantTell", id="no footer"),
        pytest.param(
            walked(f"<script src=a></script>{WORDS}<footer>x</footer>"), "cantTell",
            id="scripts may add it",
        ),
        pytest.param(
            page(f"<x-f><template shadowrootmode=open><footer>{LINK}</footer></template></x-f>"),
            "passed", id="in a shadow root",
        ),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(a11y_statement_footer, seen) == outcome


def test_where_it_stands_is_said() -> None:
    outside = a11y_statement_footer.judge(page(f"<main>{LINK}</main><footer>x</footer>"))
    assert "outside" in outside.summary
    assert "script" in a11y_statement_footer.judge(foot("<a href=#>Accessibility</a>")).summary
