import pytest

from audits.digitized.form_fillable import form_fillable
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page
from tests.audits.papers import BLANKS, FORM, REPORT, paper, unread

LABELS = "Full name: Date of birth: Social security number: Mailing address: Signature"


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(paper(fields=3, form="acroform"), "passed", id="fields"),
        pytest.param(paper(REPORT, fields=1), "passed", id="fields, whatever its name"),
        pytest.param(paper(fields=1, text=BLANKS), "passed", id="fields in some of the blanks"),
        pytest.param(paper(FORM, BLANKS), "failed", id="blanks and a name"),
        pytest.param(paper(REPORT, f"{BLANKS} OMB No. 1545-0074"), "failed", id="blanks, OMB"),
        pytest.param(paper(text="☐ ☐ ☐ ☐ ☐", signature_fields=0), "failed", id="boxes to check"),
        pytest.param(paper(REPORT, "_" * 200), "inapplicable", id="one rule across a report"),
        pytest.param(paper(FORM, "Name ____ ____ ____ ____ ____"), "cantTell", id="short rules"),
        pytest.param(paper(FORM, "Words"), "cantTell", id="only its name says so"),
        pytest.param(paper(FORM, "", text_pages=0), "cantTell", id="a scan of a form"),
        pytest.param(paper(REPORT, LABELS), "cantTell", id="labels without blanks"),
        pytest.param(
            paper("https://www.agency.gov/solicitud.pdf", "x"), "cantTell", id="in Spanish"),
        pytest.param(paper(form="xfa-dynamic"), "cantTell", id="dynamic XFA"),
        pytest.param(paper(form="xfa-dynamic", fields=4), "cantTell", id="dynamic, with fields"),
        pytest.param(paper(form="xfa", fields=4), "passed", id="static XFA"),
        pytest.param(paper(REPORT, "The name of the river"), "inapplicable", id="a report"),
        pytest.param(
            paper("https://www.agency.gov/form-instructions.pdf"), "inapplicable",
            id="instructions for a form",
        ),
        pytest.param(paper(REPORT, "", title="Information"), "inapplicable", id="near miss"),
        pytest.param(paper(kind="docx", text=BLANKS), "inapplicable", id="a Word form"),
        pytest.param(paper(fault="damaged"), "inapplicable", id="damaged"),
        pytest.param(unread("size"), "untested", id="too large"),
        pytest.param(page("<h1>A</h1>"), "inapplicable", id="a page"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(form_fillable, seen) == outcome
