import pytest

from crawler.browser.failure import failure
from crawler.guard import Contact, Decision
from ideaaudit.models import Reason

URL = "https://agency.gov/x"
SOCKS = "Page.goto: net::ERR_SOCKS_CONNECTION_FAILED at https://agency.gov/x\nCall log:\n - x"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Page.goto: net::ERR_TOO_MANY_REDIRECTS at https://agency.gov/x", Reason.REDIRECT_LOOP),
        ("Page.goto: Download is starting", Reason.NOT_HTML),
        ("Page.goto: net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH at x", Reason.TLS),
        ("Page.goto: Page crashed", Reason.CRASHED),
        ("Page.goto: Target page, context or browser has been closed", Reason.CRASHED),
        ("Page.goto: net::ERR_EMPTY_RESPONSE at https://agency.gov/x", Reason.ERROR),
        ("", Reason.ERROR),
    ],
)
def test_the_browsers_words_become_a_reason(words: str, reason: Reason) -> None:
    found = failure(words, URL, ())
    assert found.reason is reason
    assert found.detail
    assert "\n" not in found.detail


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        (Decision.GUARD, Reason.PRIVATE_ADDRESS),
        (Decision.DNS, Reason.DNS),
        (Decision.REFUSED, Reason.REFUSED),
        (Decision.TIMEOUT, Reason.TIMEOUT),
    ],
)
def test_the_proxy_knows_more_than_the_browser(decision: Decision, reason: Reason) -> None:
    contacts = (
        Contact("other.gov", 443, Decision.ERROR, "not this"),
        Contact("agency.gov", 443, decision, "this"),
    )
    found = failure(SOCKS, URL, contacts)
    assert (found.reason, found.detail) == (reason, "this")


def test_where_a_redirect_led_is_what_failed() -> None:
    contacts = (
        Contact("agency.gov", 443, Decision.CONNECTED),
        Contact("inside.gov", 443, Decision.GUARD, "inside"),
    )
    assert failure(SOCKS, URL, contacts).reason is Reason.PRIVATE_ADDRESS


def test_a_proxy_that_knows_nothing_is_no_reason() -> None:
    assert failure(SOCKS, URL, ()).reason is Reason.ERROR
