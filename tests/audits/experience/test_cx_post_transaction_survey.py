from dataclasses import replace

import pytest

from audits.experience.cx_post_transaction_survey import cx_post_transaction_survey
from tests.audits.build import HOME, outcome_of, page, site, target

ALL = (
    '<form class="touchpoints-form">This increased my trust in us. What could have been better? '
    "Ease of use. Anything else?<input></form>"
)
TOOL = '<script src="https://touchpoints.app.cloud.gov/touchpoints/0a1b2c3d.js"></script>'


@pytest.mark.parametrize(
    ("html", "hisp", "outcome"),
    [
        pytest.param(ALL, "Renewal", "passed", id="all questions"),
        pytest.param(TOOL + ALL, "Renewal", "passed", id="all questions, by a tool"),
        pytest.param(ALL.replace("trust", "joy"), "Renewal", "cantTell", id="one is missing"),
        pytest.param(TOOL, "Renewal", "cantTell", id="a tool alone"),
        pytest.param("<p>x", "Renewal", "cantTell", id="no survey is no failure"),
        pytest.param(ALL, "", "inapplicable", id="no designated service"),
        pytest.param(ALL, None, "cantTell", id="no list says"),
    ],
)
def test_outcome(html: str, hisp: str | None, outcome: str) -> None:
    view = site(page(html, HOME), of=replace(target(), hisp=hisp), complete=True)
    assert outcome_of(cx_post_transaction_survey, view) == outcome


def test_the_evidence_is_the_page_that_asks() -> None:
    pages = (page(TOOL, HOME), page(ALL, f"{HOME}b"))
    found = cx_post_transaction_survey.judge(site(*pages, of=replace(target(), hisp="x")))
    assert found.evidence[0].url == f"{HOME}b"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        pytest.param(TOOL, "A survey was found", id="a tool"),
        pytest.param("<p>x", "No survey was found", id="none"),
        pytest.param(ALL.replace("trust", "joy"), "A survey was found", id="a part"),
    ],
)
def test_what_was_seen_is_said(html: str, words: str) -> None:
    view = site(page(html, HOME), of=replace(target(), hisp="x"))
    assert cx_post_transaction_survey.judge(view).summary.startswith(words)
