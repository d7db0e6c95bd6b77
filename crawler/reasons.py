"""Errors of the network in the closed vocabulary of reasons, and block pages recognized."""

import asyncio
import re
import ssl
from collections.abc import Mapping

import aiohttp
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    UnsupportedURLSchemeError,
)
from twisted.internet import error as twisted

from crawler.browser import RenderFailed
from crawler.guard import Refused, Unresolved
from ideaaudit.models import Reason

# First that fits; subclasses stand before their bases.
KINDS: tuple[tuple[Reason, tuple[type[BaseException], ...]], ...] = (
    (Reason.PRIVATE_ADDRESS, (Refused,)),
    (Reason.DNS, (Unresolved, CannotResolveHostError, aiohttp.ClientConnectorDNSError)),
    (Reason.TLS, (ssl.SSLError, ssl.CertificateError, aiohttp.ClientSSLError)),
    (Reason.REFUSED, (ConnectionRefusedError, DownloadConnectionRefusedError)),
    (Reason.TIMEOUT, (TimeoutError, asyncio.TimeoutError, DownloadTimeoutError)),
    (Reason.TIMEOUT, (twisted.TimeoutError, aiohttp.ServerTimeoutError)),
    (Reason.TOO_LARGE, (DownloadCancelledError,)),
    (Reason.UNSUPPORTED, (UnsupportedURLSchemeError,)),
    (Reason.ERROR, (DownloadFailedError, aiohttp.ClientError, OSError)),
)

BLOCKING = {401: "asks for a password", 403: "refused us", 429: "asked us to slow down"}

# What known products say when they ask a visitor to prove to be human.
CHALLENGES = (
    ("Cloudflare", re.compile(r"cf-chl|challenge-platform|<title>Just a moment", re.IGNORECASE)),
    ("Imperva Incapsula", re.compile(r"_Incapsula_Resource|Incapsula incident", re.IGNORECASE)),
    ("Akamai", re.compile(r"/_sec/cp_challenge|sec-if-cpt-container|bm-verify=", re.IGNORECASE)),
    ("AWS WAF", re.compile(r"awswaf\.com|AwsWafIntegration", re.IGNORECASE)),
    ("DataDome", re.compile(r"captcha-delivery\.com|datadome", re.IGNORECASE)),
    ("Distil", re.compile(r"<title>Pardon Our Interruption", re.IGNORECASE)),
    ("PerimeterX", re.compile(r"px-captcha|perimeterx", re.IGNORECASE)),
)
CHALLENGE_HEADERS = (
    ("Cloudflare", "cf-mitigated"),
    ("AWS WAF", "x-amzn-waf-action"),
)
# A page with a widget of such a product is a page; one with little else is a challenge.
MOST_WORDS_OF_A_CHALLENGE = 120


def reason_of(error: BaseException) -> tuple[Reason, str]:
    """Why nothing was seen, and the same in plain words of one line."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, RenderFailed):
            return seen.reason, _words(seen)
        for reason, kinds in KINDS:
            if reason is not Reason.ERROR and isinstance(seen, kinds):
                return reason, _words(seen)
        seen = seen.__cause__ or seen.__context__ or getattr(seen, "os_error", None)
    return Reason.ERROR, _words(error)


def _words(error: BaseException) -> str:
    text = " ".join(str(error).split())[:300]
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
    named = next((product for product, name in CHALLENGE_HEADERS if headers.get(name)), "")
    if named:
        return named
    words = len(re.sub(r"<script.*?</script>|<[^>]*>", " ", text, flags=re.DOTALL).split())
    if status < 400 and words > MOST_WORDS_OF_A_CHALLENGE:
        return ""
    return next((product for product, sign in CHALLENGES if sign.search(text)), "")
