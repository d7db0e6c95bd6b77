import pytest

from audits.digitized.form_digital_twin import form_digital_twin
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, outcome_of, page, site
from tests.audits.papers import BLANKS, FORM, REPORT, paper

FIELDS = "<label>Full name <input></label><label>Case <input></label><label>Town <input></label>"
WEB = f'<title>{{}}</title><form method="post">{FIELDS}</form>'
LISTED = '<main><a href="/files/SF-86-application.pdf">SF-86</a></main>'
MANY = "".join(f'<a href="/{n}.pdf">Application form {n}</a>' for n in range(4))
FEW = "".join(f'<a href="/{n}.pdf">Application form {n}</a>' for n in range(3))
OFFER = '<a href="/apply">Apply online</a>'


def sf86(named: str = "SF 86") -> PageObservation:
    return page(WEB.format(named), "https://www.agency.gov/start")


@pytest.mark.parametrize(
    ("pages", "complete", "outcome"),
    [
        pytest.param([page(LISTED), sf86()], True, "passed", id="a web form of its number"),
        pytest.param([page(LISTED), sf86("Form sf-86")], True, "passed", id="spelled otherwise"),
        pytest.param([page(LISTED + OFFER)], True, "passed", id="an offer beside the file"),
        pytest.param([page(FEW + OFFER)], True, "passed", id="an offer beside three files"),
        pytest.param([paper(text=f"{BLANKS} Apply online.")], True, "passed", id="it says so"),
        pytest.param(
            [page("<main>This form cannot be submitted online.</main>")], False, "failed",
            id="paper alone",
        ),
        pytest.param(
            [paper(text="Applications cannot be filed online")], True, "failed",
            id="paper alone, says the file",
        ),
        pytest.param([page(LISTED)], True, "cantTell", id="no web form"),
        pytest.param([page(LISTED), sf86("SF 85")], True, "cantTell", id="another number"),
        pytest.param(
            [page(LISTED), page("<title>SF 86</title><form method=post><input></form>", HOME)],
            True, "cantTell", id="a form of one field",
        ),
        pytest.param([page(MANY + OFFER)], True, "cantTell", id="a list of forms"),
        pytest.param([paper(FORM, BLANKS)], True, "cantTell", id="a document alone"),
        pytest.param(
            [page(LISTED), page(OFFER, HOME)], True, "cantTell", id="an offer elsewhere"),
        pytest.param([page("<p>x")], True, "inapplicable", id="no form"),
        pytest.param([page("<p>x"), paper(REPORT)], True, "inapplicable", id="a report"),
        pytest.param([page("<p>x")], False, "cantTell", id="no form, not all walked"),
        pytest.param([], True, "untested", id="nothing was seen"),
    ],
)  # fmt: skip
def test_outcome(pages: list[PageObservation], complete: bool, outcome: str) -> None:
    assert outcome_of(form_digital_twin, site(*pages, complete=complete)) == outcome


def test_files_without_a_twin_are_named_once() -> None:
    view = site(page(LISTED), page(LISTED, HOME), paper(FORM, BLANKS), complete=True)
    found = form_digital_twin.judge(view)
    assert [one.url for one in found.evidence] == [FORM]
    assert dict(found.measures) == {"forms:files": 1, "forms:without-twin": 1}
