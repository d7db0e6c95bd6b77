import pytest

from audits.required_links.page_privacy_policy_plain import page_privacy_policy_plain
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, outcome_of, page, site

FRONT = page("<footer><a href=/privacy-policy>Privacy policy</a></footer>", HOME)
EASY = "<p>We keep what you send us. We use it to help you. You may ask us to see it. " * 12
HARD = (
    "<p>Notwithstanding aforementioned considerations, the administrative collection of "
    "personally identifiable information necessitates organizational accountability, "
    "proportionality, and the continuous institutional evaluation of informational requirements. "
) * 12


def policy(text: str, path: str = "privacy-policy") -> PageObservation:
    return page(f"<html lang=en><main><h1>Privacy Policy</h1>{text}</main>", HOME + path)


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([FRONT, policy(EASY)], "passed", id="plain"),
        pytest.param([policy(EASY, "privacy")], "passed", id="not linked"),
        pytest.param([FRONT, policy(HARD)], "cantTell", id="hard"),
        pytest.param([policy(EASY), policy(HARD, "privacy")], "cantTell", id="the hardest counts"),
        pytest.param([FRONT, policy("<p>Short.")], "cantTell", id="too short"),
        pytest.param([FRONT], "cantTell", id="not seen"),
        pytest.param([], "untested", id="no page was seen"),
    ],
)
def test_outcome(pages: list[PageObservation], outcome: str) -> None:
    assert outcome_of(page_privacy_policy_plain, site(*pages)) == outcome


def test_the_grade_is_measured() -> None:
    [(name, grade)] = page_privacy_policy_plain.judge(site(FRONT, policy(EASY))).measures
    assert name == "privacy-policy-grade"
    assert isinstance(grade, float)
    assert grade <= 10


def test_whether_a_policy_was_seen_at_all_is_said() -> None:
    short = page_privacy_policy_plain.judge(site(FRONT, policy("<p>Short.")))
    assert "could be graded" in short.summary
    assert "was seen" in page_privacy_policy_plain.judge(site(FRONT)).summary
