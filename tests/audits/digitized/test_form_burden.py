import pytest

from audits.digitized.form_burden import form_burden
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page
from tests.audits.papers import REPORT, paper

FORM = '<form method="post"><label>Full name <input></label><label>Claim <input></label></form>'
USUAL = (
    "Paperwork Reduction Act Statement. You are not required to respond unless a valid OMB number "
    "is shown. We estimate that it takes about 15 minutes to complete."
)


def web(words: str) -> PageObservation:
    return page(f"<p>{words}</p>{FORM}")


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(web(USUAL), "passed", id="usual"),
        pytest.param(web("PUBLIC BURDEN: average 0.5 HOURS per response"), "passed", id="capitals"),
        pytest.param(web("Respondent&nbsp;burden: 20&nbsp;minutes"), "passed", id="entities"),
        pytest.param(web("Carga pública: 10 minutos por respuesta"), "passed", id="Spanish"),
        pytest.param(web("Estimated burden: thirty minutes"), "passed", id="in words"),
        pytest.param(web("The burden of proof. Call within 15 minutes."), "cantTell", id="other"),
        pytest.param(web("Public burden is small"), "cantTell", id="no time"),
        pytest.param(web("It takes 15 minutes"), "cantTell", id="a time alone"),
        pytest.param(
            web(f"Public burden {'x ' * 600} 15 minutes"), "cantTell", id="a time far away"),
        pytest.param(web(""), "cantTell", id="none"),
        pytest.param(page(f"<p>{USUAL}</p>"), "inapplicable", id="no form"),
        pytest.param(page("<form role=search><input name=q></form>"), "inapplicable", id="search"),
        pytest.param(paper(text=USUAL), "passed", id="a document"),
        pytest.param(paper(text="x", fields=2), "cantTell", id="a document without"),
        pytest.param(paper(REPORT, USUAL), "inapplicable", id="a report"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(form_burden, seen) == outcome


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (USUAL, True),
        ("No persons are required to respond.", True),
        ("No está obligado a responder.", True),
        ("You are required to respond.", False),
    ],
)
def test_whether_it_says_that_nobody_has_to_respond(words: str, told: bool) -> None:
    assert form_burden.judge(web(words)).measures == (("burden:voluntary", told),)
