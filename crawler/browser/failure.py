"""Why a page could not be opened, from the browser's words and what the proxy knows."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from crawler.browser.steps import CRASHED
from crawler.browser.words import RenderFailed
from crawler.guard import Contact, Decision
from ideaaudit.models import Reason

_BY_CONTACT = {
    Decision.GUARD: Reason.PRIVATE_ADDRESS,
    Decision.ANALYTICS: Reason.BLOCKED,
    Decision.DNS: Reason.DNS,
    Decision.REFUSED: Reason.REFUSED,
    Decision.TIMEOUT: Reason.TIMEOUT,
    Decision.ERROR: Reason.ERROR,
}
_BY_WORDS = (
    ("ERR_TOO_MANY_REDIRECTS", Reason.REDIRECT_LOOP, "It redirects in a loop."),
    ("Download is starting", Reason.NOT_HTML, "It is a download, not a page."),
    ("ERR_NAME_NOT_RESOLVED", Reason.DNS, "Its name leads nowhere."),
    ("ERR_CONNECTION_REFUSED", Reason.REFUSED, "The connection was refused."),
    ("ERR_TIMED_OUT", Reason.TIMEOUT, "It did not answer in time."),
    ("ERR_CONNECTION_TIMED_OUT", Reason.TIMEOUT, "It did not answer in time."),
    ("ERR_SSL", Reason.TLS, "TLS could not be agreed on."),
    ("ERR_CERT", Reason.TLS, "Its certificate was not taken."),
    ("ERR_BAD_SSL", Reason.TLS, "TLS could not be agreed on."),
    ("ERR_ABORTED", Reason.ERROR, "Loading was broken off."),
)


def failure(words: str, url: str, contacts: Iterable[Contact]) -> RenderFailed:
    """What to say of a page that the browser could not open."""
    first = words.strip().splitlines()[0] if words.strip() else "no reason given"
    if any(word in words for word in CRASHED):
        return RenderFailed(Reason.CRASHED, "The browser's page crashed.")
    if "ERR_SOCKS" in words or "ERR_PROXY" in words:
        return _by_contact(url, contacts) or RenderFailed(Reason.ERROR, first)
    for word, reason, detail in _BY_WORDS:
        if word in words:
            return RenderFailed(reason, detail)
    error = re.search(r"net::\w+", first)
    return RenderFailed(Reason.ERROR, error[0] if error else first[:200])


def _by_contact(url: str, contacts: Iterable[Contact]) -> RenderFailed | None:
    """The newest contact that came to nothing, that of the URL's own host first.

    A redirect may have led to another host, so the URL's own may be innocent.
    """
    lost = [contact for contact in contacts if contact.decision in _BY_CONTACT]
    own = [contact for contact in lost if contact.host == urlsplit(url).hostname]
    for contact in [*own[-1:], *lost[-1:]]:
        return RenderFailed(_BY_CONTACT[contact.decision], contact.detail)
    return None
