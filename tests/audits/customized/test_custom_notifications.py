import pytest

from audits.customized.custom_notifications import custom_notifications
from tests.audits.build import HOME, page, site

SIGN_UP = '<form action="/s" method=post><label>Get e-mail updates <input type=email></label>'


@pytest.mark.parametrize(
    ("html", "outcome", "words"),
    [
        pytest.param(
            '<a href="https://public.govdelivery.com/accounts/USGSA">x</a>', "passed", "was found",
            id="GovDelivery",
        ),
        pytest.param(f"{SIGN_UP}<b>Subscribe</b></form>", "passed", "was found", id="form"),
        pytest.param('<a href="/news">SUBSCRIBE</a>', "cantTell", "may lead", id="link"),
        pytest.param('<a href="/x">Suscríbase</a>', "cantTell", "may lead", id="Spanish"),
        pytest.param("<p>News</p>", "cantTell", "recognized", id="none"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str, words: str) -> None:
    judgement = custom_notifications.judge(site(page(html, HOME)))
    assert judgement.outcome == outcome
    assert words in judgement.summary
