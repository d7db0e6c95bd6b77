"""Errors of the network in the closed vocabulary of reasons, and block pages recognized."""

import asyncio
import re
import ssl
from collections.abc import Mapping

import aiohttp
from OpenSSL import SSL
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    UnsupportedURLSchemeError,
)
from twisted.internet import error as twisted

from crawler.browser import RenderFailed
from crawler.guard import Refused, Unresolved
from crawler.patience import Closed
from ideaaudit.models import Reason
from ideaaudit.web import parse_html


class Unasked(Exception):  # noqa: N818  a state of the server, not a fault of ours
    """An answer to a question that was not asked."""


# First that fits; subclasses stand before their bases.
KINDS: tuple[tuple[Reason, tuple[type[BaseException], ...]], ...] = (
    (Reason.PRIVATE_ADDRESS, (Refused,)),
    (Reason.BLOCKED, (Closed,)),
    (Reason.HTTP_ERROR, (Unasked,)),
    (Reason.DNS, (Unresolved, CannotResolveHostError, aiohttp.ClientConnectorDNSError)),
    (Reason.TLS, (ssl.SSLError, aiohttp.ClientSSLError, SSL.Error)),
    (Reason.REFUSED, (ConnectionRefusedError, DownloadConnectionRefusedError)),
    (Reason.TIMEOUT, (TimeoutError, asyncio.TimeoutError, DownloadTimeoutError)),
    (Reason.TIMEOUT, (twisted.TimeoutError, aiohttp.ServerTimeoutError)),
    # Scrapy ignores a body that grows too large while it is decompressed.
    (Reason.TOO_LARGE, (DownloadCancelledError, IgnoreRequest)),
    (Reason.UNSUPPORTED, (UnsupportedURLSchemeError,)),
)

BLOCKING = {401: "asks for a password", 403: "refused us", 429: "asked us to slow down"}

# What known products say when they ask a visitor to prove to be human. Their scripts stand on
# ordinary pages too: only what the challenge alone has counts.
CHALLENGES = (
    (
        "Cloudflare",
        re.compile(
            r"cf-chl-|_cf_chl_opt|challenge-platform/h/|<title>Just a moment", re.IGNORECASE
        ),
    ),
    (
        "Imperva Incapsula",
        re.compile(
            r"Incapsula incident|_Incapsula_Resource\?CWUDNSAI|"
            r"noindex,\s?nofollow\"?>\s{0,9}<script src=\"?/_Incapsula_Resource",
            re.IGNORECASE,
        ),
    ),
    ("Akamai", re.compile(r"/_sec/cp_challenge|sec-if-cpt-container|bm-verify=", re.IGNORECASE)),
    ("AWS WAF", re.compile(r"window\.gokuProps|AwsWafIntegration\.checkForceRefresh")),
    ("DataDome", re.compile(r"captcha-delivery\.com", re.IGNORECASE)),
    ("Distil", re.compile(r"<title>Pardon Our Interruption", re.IGNORECASE)),
    ("PerimeterX", re.compile(r"px-captcha", re.IGNORECASE)),
)
CHALLENGE_HEADERS = {"cf-mitigated": "Cloudflare", "x-amzn-waf-action": "AWS WAF"}
# A page with a widget of such a product is a page; one with little else is a challenge.
MOST_WORDS_OF_A_CHALLENGE = 120
LONGEST_CHALLENGE = 500_000
LONGEST_CHAIN = 20
TWISTED = re.compile(r"\[?<twisted\.python\.failure\.Failure [\w.]+: ([^<>]*)>\]?")


def reason_of(error: BaseException) -> tuple[Reason, str]:
    """Why nothing was seen, and the same in plain words of one line."""
    seen: BaseException | None = error
    for _ in range(LONGEST_CHAIN):
        if isinstance(seen, RenderFailed):
            return seen.reason, words_of(seen)
        for reason, kinds in KINDS:
            if isinstance(seen, kinds):
                return reason, words_of(seen)
        seen = _behind(seen) if seen else None
    return Reason.ERROR, words_of(error)


def _behind(error: BaseException) -> BaseException | None:
    """What led to an error: as Python, aiohttp and Twisted each remember it."""
    causes = [failure.value for failure in getattr(error, "reasons", None) or ()]
    remembered = getattr(error, "os_error", None)
    return error.__cause__ or error.__context__ or remembered or next(iter(causes), None)


def words_of(error: BaseException) -> str:
    """An error in one line that any terminal and the store can hold."""
    told = TWISTED.sub(r"\1", " ".join(str(error).split()))
    text = told[:300].encode("utf-8", "replace").decode()
    return text or type(error).__name__


def blocked(status: int, headers: Mapping[str, str], text: str) -> tuple[Reason, str] | None:
    """Why an answer is no content but a closed door, or None where it is content.

    Args:
        headers: names in lower case.
        text: the body as text, or "" where it is none.
    """
    product = _challenge(status, headers, text)
    if product:
        return Reason.CHALLENGED, f"{product} asked the visitor to prove to be human"
    if status in BLOCKING:
        return Reason.BLOCKED, f"the site {BLOCKING[status]} (HTTP {status})"
    return None


def _challenge(status: int, headers: Mapping[str, str], text: str) -> str:
    named = next((product for name, product in CHALLENGE_HEADERS.items() if headers.get(name)), "")
    start = text[:LONGEST_CHALLENGE]
    product = named or next((one for one, sign in CHALLENGES if sign.search(start)), "")
    if named or not product or status >= 400:
        return product
    return product if _words_on(start) <= MOST_WORDS_OF_A_CHALLENGE else ""


def _words_on(text: str) -> int:
    """How many words a visitor sees; by the parser, for a regex could be kept busy for hours."""
    root = parse_html(text)
    unseen = ("script", "style", "noscript", "template")
    elements = root.iter() if root is not None else ()
    return sum(
        len((e.text or "").split() if e.tag not in unseen else ()) + len((e.tail or "").split())
        for e in elements
    )
