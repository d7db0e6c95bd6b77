import pytest

from audits.experience.cx_survey_questions import cx_survey_questions
from tests.audits.build import outcome_of, page

TRUST = "<p>This interaction increased my trust in the agency.</p>"
DRIVERS = (
    "<p>My need was addressed.</p><p>It was easy to complete what I needed to do.</p>"
    "<p>It took a reasonable amount of time.</p>"
)
OPEN = "<label>Anything else? <textarea></textarea></label>"
SPANISH = (
    "<p>Esta interacci&oacute;n aument&oacute; mi confianza en la agencia.</p>"
    "<p>Mi necesidad fue atendida. F&aacute;cil de completar. Un tiempo razonable.</p>"
    "<label>Comentarios adicionales <input></label>"
)


def survey(text: str) -> str:
    return f'<form class="touchpoints-form">{text}<input name="a"></form>'


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(survey(TRUST + DRIVERS + OPEN), "passed", id="all three"),
        pytest.param(survey(TRUST + DRIVERS + OPEN).upper(), "passed", id="upper case"),
        pytest.param(survey(SPANISH), "passed", id="Spanish"),
        pytest.param(
            survey(f"{TRUST}What about this interaction made the difference? Efficiency.{OPEN}"),
            "passed", id="one driver below its heading",
        ),
        pytest.param(
            f"<x-a><template shadowrootmode=open>{survey(TRUST + DRIVERS + OPEN)}</template></x-a>",
            "passed", id="in a shadow root",
        ),
        pytest.param(
            f'<script src="https://touchpoints.app.cloud.gov/touchpoints/0a1b2c3d.js"></script>'
            f"<div>{TRUST}{DRIVERS}{OPEN}</div>", "passed", id="a tool without a form",
        ),
        pytest.param(survey(DRIVERS + OPEN), "cantTell", id="no trust"),
        pytest.param(survey(TRUST + OPEN), "cantTell", id="no drivers"),
        pytest.param(survey(TRUST + DRIVERS), "cantTell", id="nothing open"),
        pytest.param(
            survey(f"{TRUST}<p>My need was addressed. An efficient way.</p>{OPEN}"), "cantTell",
            id="two drivers",
        ),
        pytest.param(
            survey(f"{TRUST}<p>What made the difference?</p>{OPEN}"), "cantTell",
            id="a heading without drivers",
        ),
        pytest.param(survey(TRUST) + DRIVERS + OPEN, "cantTell", id="the rest is on the page"),
        pytest.param(survey(""), "cantTell", id="no question"),
        pytest.param(TRUST + DRIVERS + OPEN, "inapplicable", id="words without a survey"),
        pytest.param("", "inapplicable", id="nothing"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert outcome_of(cx_survey_questions, page(html)) == outcome


def test_what_is_missing_is_named() -> None:
    (where,) = cx_survey_questions.judge(page(survey(TRUST))).evidence
    assert where.datum == "drivers, open"
