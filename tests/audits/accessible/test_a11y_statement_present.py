import pytest

from audits.accessible.a11y_statement_present import a11y_statement_present
from audits.check import SiteView
from ideaaudit.models import PageObservation, PathSeen, SiteObservation
from tests.audits.build import HOME, outcome_of, page, site, walked

TEXT = "We are committed to accessibility for everyone who visits this site. " * 12
STATEMENT = "https://www.agency.gov/accessibility"


def home(link: str) -> PageObservation:
    return page(f"<main><p>Welcome</p></main><footer>{link}</footer>", HOME)


LINK = '<a href="/accessibility">Accessibility</a>'


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([home(LINK), page(f"<main>{TEXT}</main>", STATEMENT)], "passed", id="found"),
        pytest.param([page(f"<main>{TEXT}</main>", STATEMENT)], "passed", id="usual path, no link"),
        pytest.param(
            [home('<a href="/x">DECLARACIÓN DE&nbsp;ACCESIBILIDAD</a>'),
             page(f"<main>{'La accesibilidad nos importa. ' * 40}</main>", "https://www.agency.gov/x")],
            "passed", id="in Spanish",
        ),
        pytest.param([home("")], "failed", id="no link at all"),
        pytest.param(
            [home(LINK), page("<h1>Gone</h1>", STATEMENT, status=404)], "failed", id="dead link"
        ),
        pytest.param([home(LINK)], "cantTell", id="target not visited"),
        pytest.param(
            [home('<a href="https://parent.gov/508">Accessibility</a>')], "cantTell", id="parent's"
        ),
        pytest.param(
            [home(LINK), page("<main>Accessibility. Soon.</main>", STATEMENT)],
            "cantTell", id="says too little",
        ),
        pytest.param(
            [walked("<p>Hi</p><script src=a.js></script>", HOME)], "cantTell", id="scripted home"
        ),
        pytest.param(
            [home('<a href="/parks">Accessibility of campgrounds</a>')], "failed", id="near miss"
        ),
    ],
)  # fmt: skip
def test_outcome(pages: list[PageObservation], outcome: str) -> None:
    assert a11y_statement_present.judge(site(*pages)).outcome == outcome


def linked(status: int, text: str) -> SiteView:
    seen = PathSeen("link:accessibility", "https://parent.gov/508", status, text=text)
    there = SiteObservation("agency.gov", "2026-11-22T08:00:00", paths=(seen,))
    return site(home('<a href="https://parent.gov/508">Accessibility</a>'), observation=there)


@pytest.mark.parametrize(
    ("view", "outcome"),
    [
        pytest.param(linked(200, f"<main>{TEXT}</main>"), "passed", id="its parent's was read"),
        pytest.param(linked(200, "<main>Welcome to the parent</main>"), "cantTell", id="no word"),
        pytest.param(linked(404, f"<main>{TEXT}</main>"), "cantTell", id="an error page"),
    ],
)
def test_a_statement_of_the_parent_counts(view: SiteView, outcome: str) -> None:
    assert outcome_of(a11y_statement_present, view) == outcome
