import pytest

from audits.accessible.a11y_pdf import a11y_pdf
from audits.evaluate import judge_page
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page
from tests.audits.papers import paper, unread

GOOD = {"tagged": True, "title": "A", "display_title": True, "language": "en"}


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(paper(tagged=False), "failed", id="no tags"),
        pytest.param(
            paper(text="", text_pages=0, images=1), "failed", id="a scan"),
        pytest.param(
            paper(text="", text_pages=0, images=1, tagged=None), "failed", id="a half-tagged scan"),
        pytest.param(
            paper(text="", text_pages=0, images=1, **GOOD), "cantTell", id="a tagged scan"),
        pytest.param(
            paper(text="", text_pages=0, images=0, tagged=None), "cantTell", id="drawings alone"),
        pytest.param(
            paper(text="", text_pages=0, images=None, tagged=None), "cantTell", id="pages broken"),
        pytest.param(paper(tagged=None), "cantTell", id="a mark without tags"),
        pytest.param(paper(tagged=None, images=3), "cantTell", id="half-tagged, with pictures"),
        pytest.param(paper(**GOOD), "cantTell", id="tagged"),
        pytest.param(paper(tagged=True), "cantTell", id="tagged, without title and language"),
        pytest.param(paper(fault="damaged"), "cantTell", id="damaged"),
        pytest.param(paper(fault="encrypted"), "cantTell", id="with a password"),
        pytest.param(unread("timeout"), "untested", id="our own patience"),
        pytest.param(unread("memory"), "untested", id="our own memory"),
        pytest.param(unread("size"), "untested", id="too large for us"),
        pytest.param(paper(kind="docx"), "inapplicable", id="a Word file"),
        pytest.param(page("<h1>A page</h1>"), "inapplicable", id="a page"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(a11y_pdf, seen) == outcome


@pytest.mark.parametrize(
    ("seen", "data"),
    [
        (paper(**GOOD), []),
        (paper(**GOOD | {"title": ""}), ["title"]),
        (paper(**GOOD | {"display_title": False}), ["display-title"]),
        (paper(**GOOD | {"language": ""}), ["language"]),
        (paper(**GOOD, fields=3, unnamed_fields=2), ["field-names"]),
        (paper(**GOOD, fields=3), []),
        (paper(**GOOD, assistive=False), ["permissions"]),
        (paper(**GOOD, assistive=True), []),
        (paper(), ["untagged"]),
        (paper(images=1, text_pages=0), ["image-only"]),
        (paper(fault="damaged"), ["damaged"]),
        (paper(tagged=None, title="A", display_title=True, language="en"), ["half-tagged"]),
    ],
)
def test_the_evidence_says_what_is_missing(seen: PageObservation, data: list[str]) -> None:
    assert [one.datum for one in a11y_pdf.judge(seen).evidence] == data


def test_untagged_files_have_one_cause() -> None:
    found = {
        judge_page(paper(f"https://www.agency.gov/{n}.pdf", pages=n), [a11y_pdf])
        .verdicts[0].evidence[0].cause
        for n in (1, 2)
    }  # fmt: skip
    assert len(found) == 1


def test_the_sentences_tell_one_page_from_many() -> None:
    assert a11y_pdf.judge(paper(pages=1)).evidence[0].detail == "1 page; no title; no language"
    many = paper(pages=1200, title="A", display_title=True, language="en")
    assert a11y_pdf.judge(many).evidence[0].detail == "1,200 pages"
    assert "password" in a11y_pdf.judge(paper(fault="encrypted")).summary
    assert dict(a11y_pdf.judge(paper(**GOOD, fields=2)).measures) == {
        "pdf:pages": 1, "pdf:tagged": True, "pdf:fields": 2,
    }  # fmt: skip
