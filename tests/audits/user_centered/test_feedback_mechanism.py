import pytest

from audits.user_centered.feedback_mechanism import feedback_mechanism
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, outcome_of, page, site, walked

ASKS = "<p>Was this page helpful?</p>"


@pytest.mark.parametrize(
    ("pages", "complete", "outcome"),
    [
        pytest.param([page(f"{ASKS}<button>Yes</button><button>No</button>", HOME)], False,
                     "passed", id="a question and two buttons"),
        pytest.param([page("<p>¿Fue útil esta página?</p><button>Sí</button>", HOME)], False,
                     "passed", id="Spanish"),
        pytest.param([page("<script src=https://siteintercept.qualtrics.com/x></script>", HOME)],
                     False, "passed", id="a survey tool"),
        pytest.param([page("<form id=survey><input name=a></form>", HOME)], False, "passed",
                     id="a survey form"),
        pytest.param([page("<p>x", HOME), page(f"{ASKS}<button>Yes</button>")], True, "passed",
                     id="on one page of two"),
        pytest.param([page(ASKS, HOME)], True, "cantTell", id="nothing to answer by"),
        pytest.param([page("<a href=/f>Feedback</a>", HOME)], True, "cantTell", id="a link"),
        pytest.param([page("<a href=/c>Contact us</a>", HOME)], True, "cantTell", id="contact"),
        pytest.param([page("<p>x", HOME)], True, "failed", id="none on the whole site"),
        pytest.param([page("<p>x", HOME)], False, "cantTell", id="none on a part of it"),
        pytest.param([page("<p>x")], True, "cantTell", id="the home page was not seen"),
        pytest.param([page("<p>x", HOME), walked("<p>x<script>y()</script>")], True, "cantTell",
                     id="a page that scripts write"),
        pytest.param([page("<p>x", HOME), page(ASKS, status=404)], True, "failed",
                     id="an error page"),
    ],
)  # fmt: skip
def test_outcome(pages: list[PageObservation], complete: bool, outcome: str) -> None:
    assert outcome_of(feedback_mechanism, site(*pages, complete=complete)) == outcome


def test_the_surer_hint_is_told_first() -> None:
    link, contact = page("<a href=/f>Feedback</a>"), page("<a href=/c>Contact us</a>", HOME)
    found = feedback_mechanism.judge(site(contact, link))
    assert [(one.datum, one.url) for one in found.evidence] == [("link", link.url)]
