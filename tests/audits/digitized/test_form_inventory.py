import pytest

from audits.digitized.form_inventory import form_inventory
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, page, seen_as
from tests.audits.papers import BLANKS, REPORT, paper

WEB = '<form method="post"><label>Full name <input></label><label>Case <input></label></form>'
FILES = '<a href="/a.pdf">Application for aid</a><a href="/SF-86.docx">Download</a>'


def judged(*pages: PageObservation, complete: bool = True) -> tuple[str, str]:
    found = form_inventory.judge("GSA", (seen_as(*pages, complete=complete),))
    return found.outcome, found.summary


def test_forms_are_listed_by_shape() -> None:
    outcome, summary = judged(page(WEB, HOME), page(FILES))
    assert outcome == "passed"
    assert summary == "Forms found, by shape: 1 DOCX, 1 PDF, 1 web form."


def test_the_evidence_names_every_form() -> None:
    found = form_inventory.judge("GSA", (seen_as(page(WEB + FILES, HOME)),))
    assert [(one.url, one.detail) for one in found.evidence] == [
        (HOME, "web form"),
        ("https://www.agency.gov/SF-86.docx", "DOCX"),
        ("https://www.agency.gov/a.pdf", "PDF"),
    ]


def test_a_walk_that_was_cut_short_is_no_inventory() -> None:
    assert judged(page(WEB), complete=False)[0] == "cantTell"
    assert judged(page("<p>x"), complete=False)[0] == "cantTell"


def test_a_whole_walk_without_forms() -> None:
    search = '<form role="search"><input type="search"></form>'
    report = '<a href="/report.pdf">Annual report on performance and information</a>'
    assert judged(page(search + report))[0] == "inapplicable"


def test_one_site_cut_short_makes_the_agency_partial() -> None:
    sites = (seen_as(page(WEB)), seen_as(page("x"), complete=False))
    assert form_inventory.judge("GSA", sites).outcome == "cantTell"


@pytest.mark.parametrize(
    ("pages", "complete", "shapes", "outcome"),
    [
        pytest.param([page(FILES), paper(fields=2)], True, "1 DOCX, 1 PDF, 1 fillable PDF",
                     "passed", id="a document that no page calls a form"),
        pytest.param([page(FILES), paper("https://www.agency.gov/a.pdf", BLANKS)], True,
                     "1 DOCX, 1 flat PDF", "passed", id="blanks"),
        pytest.param([paper(form="xfa-dynamic")], True, "1 XFA PDF", "passed", id="XFA"),
        pytest.param([paper(text="Words")], True, "1 PDF", "passed", id="only its name says so"),
        pytest.param([paper("https://www.agency.gov/get?form=3", BLANKS + " SSN OMB 1545-0074")],
                     True, "1 flat PDF", "passed", id="an address without an ending"),
        pytest.param([paper(fields=2)], False, "1 fillable PDF", "cantTell", id="cut short"),
        pytest.param([paper(REPORT)], True, "", "inapplicable", id="a report"),
    ],
)  # fmt: skip
def test_documents_that_were_read(
    pages: list[PageObservation], complete: bool, shapes: str, outcome: str
) -> None:
    found, said = judged(*pages, complete=complete)
    assert found == outcome
    assert shapes in said
