import pytest

from audits.shared_services.shared_login_gov import shared_login_gov
from tests.audits.build import HOME, page, site


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(
            '<a href="https://secure.login.gov/openid_connect/authorize?a=1">Sign in</a>',
            "passed", id="a link",
        ),
        pytest.param('<form action="https://SECURE.login.gov/"><input>', "passed", id="a form"),
        pytest.param('<a href="https://api.id.me/oauth">Sign in</a>', "cantTell", id="ID.me"),
        pytest.param("<form method=post><input type=password></form>", "cantTell", id="its own"),
        pytest.param('<a href="/user/login">Log in</a>', "cantTell", id="unknown"),
        pytest.param('<a href="/x">INICIAR SESIÓN</a>', "cantTell", id="Spanish"),
        pytest.param('<a href="https://login.gov/about">About</a>', "inapplicable", id="near miss"),
        pytest.param('<a href="/x">Sign in / Register</a>', "cantTell", id="signing in or up"),
        pytest.param('<a href="/x">LOG-IN:</a>', "cantTell", id="in capitals"),
        pytest.param('<a href="/x">Sign-in page redirection</a>', "inapplicable",
                     id="an article on signing in"),
        pytest.param('<a href="/x">Sign up for news</a>', "inapplicable", id="signing up"),
        pytest.param("", "inapplicable", id="nothing"),
    ],
)  # fmt: skip
def test_outcome_for_a_whole_site(html: str, outcome: str) -> None:
    assert shared_login_gov.judge(site(page(html, HOME), complete=True)).outcome == outcome


def test_a_part_of_a_site_proves_no_absence() -> None:
    assert shared_login_gov.judge(site(page("", HOME))).outcome == "cantTell"
