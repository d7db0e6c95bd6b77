import pytest

from audits.unduplicated.content_reading_grade import content_reading_grade
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page

EASY = "You can get help with your rent. We will send you a form to fill in. It is free. "
HARD = (
    "Administrative determinations regarding supplementary eligibility necessitate comprehensive "
    "documentation of the circumstances that are relevant to the application. "
)
SPANISH = "Usted puede pedir ayuda con su renta. Le enviamos un formulario. Es gratis. "


def main(text: str, around: str = "") -> PageObservation:
    return page(f"{around}<main><p>{text}</p></main>")


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(main(EASY * 8), "passed", id="easy words"),
        pytest.param(main(HARD * 8), "cantTell", id="hard words"),
        pytest.param(main(EASY * 8, f"<nav>{HARD * 8}</nav>"), "passed", id="hard words around it"),
        pytest.param(main("Just a few."), "inapplicable", id="too little"),
        pytest.param(main(SPANISH * 10), "inapplicable", id="Spanish"),
        pytest.param(page(f"<html lang=en><main>{SPANISH * 10}"), "inapplicable",
                     id="Spanish that is declared to be English"),
        pytest.param(page(f"<MAIN><P>{EASY * 8}<LI>{EASY}"), "passed", id="never closed"),
        pytest.param(page("<main><ul>" + "<li>Home page of it" * 60), "inapplicable",
                     id="a list of links is no prose"),
        pytest.param(page(""), "inapplicable", id="an empty page"),
        pytest.param(page(None), "untested", id="not read"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(content_reading_grade, seen) == outcome


def test_all_three_formulas_are_measures() -> None:
    found = dict(content_reading_grade.judge(main(EASY * 12)).measures)
    assert set(found) == {"reading-grade", "reading-ease", "reading-smog"}
    assert found["reading-smog"] is not None


def test_grade_eight_itself_passes() -> None:
    word = "We see it as the law that we all know and that you may use each day at work to go "
    grades = {}
    for extra in range(24):
        text = (word + "on " * extra).strip() + ". "
        found = content_reading_grade.judge(main(text * 12))
        grades[dict(found.measures)["reading-grade"]] = found.outcome
    assert all((grade <= 8) == (outcome == "passed") for grade, outcome in grades.items())
