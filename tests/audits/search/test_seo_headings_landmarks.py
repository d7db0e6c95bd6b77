import pytest

from audits.search.seo_headings_landmarks import seo_headings_landmarks
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, walked

WORDS = "<p>" + "word " * 30
SCRIPT = "<script>go()</script>"


def main(inside: str) -> PageObservation:
    return page(f"<main>{inside}</main>")


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(main("<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>"), "passed", id="in order"),
        pytest.param(main("<H1>A</H1>"), "passed", id="upper case"),
        pytest.param(page("<div role=main><h1>A</h1></div>"), "passed", id="a role"),
        pytest.param(main("<h1>A</h1><h2>B</h2><h3>C</h3><h1> </h1>"), "passed", id="an empty h1"),
        pytest.param(main("<h1>A</h1><h1 hidden>B</h1>"), "passed", id="a hidden h1"),
        pytest.param(main("<h1><img alt='Permits'></h1>"), "passed", id="a picture's name"),
        pytest.param(page("<h1>A</h1><main><h2>B</h2></main>"), "passed", id="an h1 above main"),
        pytest.param(
            page("<main><h1>A</h1></main><footer><h4>B</h4></footer>"), "passed",
            id="a jump in the footer"),
        pytest.param(main("<div role=heading aria-level=1>A</div>"), "passed", id="an h1 by role"),
        pytest.param(
            main("<h1>A</h1><h4 aria-level='2'>B</h4>"), "passed", id="a level by attribute"),
        pytest.param(main("<h1>A</h1><h1 role=presentation>B</h1>"), "passed", id="another role"),
        pytest.param(
            page("<main><template shadowrootmode=open><h1>A</h1></template></main>"), "passed",
            id="in a shadow root"),
        pytest.param(page("<h1>A</h1>"), "failed", id="no main"),
        pytest.param(main("<h2>A</h2>"), "failed", id="no h1"),
        pytest.param(main("<h1>A</h1><h1>B</h1>"), "failed", id="two"),
        pytest.param(main("<h1>A</h1><h3>B</h3>"), "failed", id="a jump"),
        pytest.param(main("<h1>A</h1><div role=heading aria-level=4>B</div>"), "failed",
                     id="a jump by role"),
        pytest.param(main("<h1>A</h1><div role=heading aria-level=x>B</div>"), "passed",
                     id="a heading without a level is of the second"),
        pytest.param(page(""), "failed", id="an empty page"),
        pytest.param(walked(f"<h1>A</h1>{WORDS}{SCRIPT}"), "cantTell", id="no main, and scripts"),
        pytest.param(walked(f"<main>{WORDS}</main>{SCRIPT}"), "cantTell", id="no h1, and scripts"),
        pytest.param(
            walked(f"<main><h1>A</h1><h1>B</h1>{WORDS}</main>{SCRIPT}"), "failed",
            id="two, whatever scripts add"),
        pytest.param(
            walked(f"<h1>A</h1><h1>B</h1>{WORDS}{SCRIPT}"), "failed", id="two, and no main"),
        pytest.param(page(None), "untested", id="not read"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(seo_headings_landmarks, seen) == outcome


def test_each_fault_has_a_datum_of_its_own() -> None:
    found = seo_headings_landmarks.judge(page("<h1>A</h1><h1>B</h1><h3>C</h3>"))
    assert [one.datum for one in found.evidence] == ["no main", "2 h1", "h1 then h3"]
    found = seo_headings_landmarks.judge(page(""))
    assert [one.datum for one in found.evidence] == ["no main", "no h1"]
