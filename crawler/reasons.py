"""Errors of the network in the closed vocabulary of reasons."""

import asyncio
import re
import ssl
from collections.abc import Iterator

import aiohttp
from OpenSSL import SSL
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from twisted.internet import error as twisted

from crawler.browser import RenderFailed
from crawler.guard import Refused, Unresolved
from crawler.patience import Closed
from ideaaudit.models import Reason


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
# The other side hung up before its answer was whole; that our own side did is none of these.
HUNG_UP = (
    ConnectionError,
    ResponseDataLossError,
    aiohttp.ServerDisconnectedError,
    twisted.ConnectionDone,
    twisted.ConnectionLost,
)
HUNG_UP_ON_BROWSER = re.compile(r"ERR_(?:CONNECTION_(?:RESET|CLOSED)|EMPTY_RESPONSE)")

LONGEST_CHAIN = 20
TWISTED = re.compile(r"\[?<twisted\.python\.failure\.Failure [\w.]+: ([^<>]*)>\]?")


def reason_of(error: BaseException) -> tuple[Reason, str]:
    """Why nothing was seen, and the same in plain words of one line."""
    for seen in _chain(error):
        if isinstance(seen, RenderFailed):
            return seen.reason, words_of(seen)
        for reason, kinds in KINDS:
            if isinstance(seen, kinds):
                return reason, words_of(seen)
    return Reason.ERROR, words_of(error)


def hung_up(error: BaseException) -> bool:
    """Whether the server broke the connection off, though it had taken it."""
    return any(
        (isinstance(seen, HUNG_UP) and not isinstance(seen, twisted.ConnectionAborted))
        or (isinstance(seen, RenderFailed) and HUNG_UP_ON_BROWSER.search(str(seen)))
        for seen in _chain(error)
    )


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and what led to it, and to that."""
    seen: BaseException | None = error
    for _ in range(LONGEST_CHAIN):
        if seen is None:
            return
        yield seen
        seen = _behind(seen)


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
