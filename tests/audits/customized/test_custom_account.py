import pytest

from audits.customized.custom_account import custom_account
from ideaaudit.models import PageObservation
from tests.audits.build import ABOUT, HOME, outcome_of, page, site, walked

SCRIPT = "<script src=/a.js></script>"


@pytest.mark.parametrize(
    ("pages", "complete", "outcome"),
    [
        pytest.param([page("<a href=/x>Check your claim status</a>", HOME)], True, "cantTell",
                     id="a status"),
        pytest.param([page("<a href=https://secure.login.gov/>Go</a>", HOME)], True, "cantTell",
                     id="a sign-in"),
        pytest.param([page("<p>News", HOME)], True, "inapplicable", id="a site to read"),
        pytest.param([page("<p>News", HOME)], False, "cantTell", id="seen in part"),
        pytest.param([page("<p>x", HOME), walked(f"<p>x{SCRIPT}")], True, "cantTell",
                     id="a page that scripts write"),
        pytest.param([page("<form method=post><input name=email><textarea name=a></textarea>"
                           "<input name=ssn></form>", HOME)], True, "cantTell",
                     id="a form to fill in"),
        pytest.param([], True, "untested", id="no page"),
        pytest.param([page("x", HOME, status=404)], True, "cantTell", id="no page that is one"),
    ],
)  # fmt: skip
def test_outcome(pages: list[PageObservation], complete: bool, outcome: str) -> None:
    assert outcome_of(custom_account, site(*pages, complete=complete)) == outcome


def test_what_was_recognized_and_where() -> None:
    view = site(page("<a href=/x>Sign in</a>", HOME), page("<a href=/x>My profile</a><a>Sign in"))
    found = custom_account.judge(view)
    assert [(one.url, one.datum) for one in found.evidence] == [
        (ABOUT, "account"), (HOME, "sign-in"),
    ]  # fmt: skip
    assert found.measures == (("custom-account", "account, sign-in"),)
