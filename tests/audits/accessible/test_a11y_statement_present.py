import pytest

from audits.accessible.a11y_statement_present import a11y_statement_present
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, page, site, walked

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
