import asyncio
import socket
import ssl

import aiohttp
import pytest
from OpenSSL import SSL
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    UnsupportedURLSchemeError,
)
from twisted.internet import error as twisted
from twisted.python.failure import Failure
from twisted.web.client import ResponseNeverReceived

from crawler.browser import RenderFailed
from crawler.guard import Refused, Unresolved
from crawler.reasons import hung_up, reason_of
from ideaaudit.models import Reason


def caused(outer: BaseException, inner: BaseException) -> BaseException:
    outer.__cause__ = inner
    return outer


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (Refused("private"), Reason.PRIVATE_ADDRESS),
        (Unresolved("no address"), Reason.DNS),
        (CannotResolveHostError("a"), Reason.DNS),
        (ssl.SSLCertVerificationError("self-signed"), Reason.TLS),
        (ssl.SSLError("handshake"), Reason.TLS),
        (ResponseNeverReceived([Failure(SSL.Error([("", "", "dh key too small")]))]), Reason.TLS),
        (ConnectionRefusedError(), Reason.REFUSED),
        (DownloadConnectionRefusedError(), Reason.REFUSED),
        (TimeoutError(), Reason.TIMEOUT),
        (DownloadTimeoutError(), Reason.TIMEOUT),
        (twisted.TimeoutError(), Reason.TIMEOUT),
        (aiohttp.ServerTimeoutError(), Reason.TIMEOUT),
        (DownloadCancelledError("larger than"), Reason.TOO_LARGE),
        (IgnoreRequest("exceeded DOWNLOAD_MAXSIZE during decompression"), Reason.TOO_LARGE),
        (UnsupportedURLSchemeError("ftp"), Reason.UNSUPPORTED),
        (RenderFailed(Reason.CRASHED, "crashed"), Reason.CRASHED),
        (caused(DownloadFailedError("x"), RenderFailed(Reason.NOT_HTML, "file")), Reason.NOT_HTML),
        (caused(aiohttp.ClientError(), Refused("private")), Reason.PRIVATE_ADDRESS),
        (DownloadFailedError("lost"), Reason.ERROR),
        (ConnectionResetError(), Reason.ERROR),
        (ValueError("ours"), Reason.ERROR),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else value,
)
def test_every_error_has_its_reason(error: BaseException, reason: Reason) -> None:
    found, words = reason_of(error)
    assert found is reason
    assert words
    assert "\n" not in words


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ConnectionResetError(), True),
        (aiohttp.ServerDisconnectedError(), True),
        (ResponseNeverReceived([Failure(twisted.ConnectionLost())]), True),
        (RenderFailed(Reason.ERROR, "net::ERR_CONNECTION_RESET"), True),
        (twisted.ConnectionAborted(), False),
        (RenderFailed(Reason.ERROR, "net::ERR_INVALID_RESPONSE"), False),
        (DownloadFailedError("lost"), False),
        (ValueError("ours"), False),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else str(value),
)
def test_who_hung_up_is_told_from_our_own_faults(error: BaseException, told: bool) -> None:
    assert hung_up(error) is told


def test_a_real_refusal_is_a_refusal() -> None:
    async def main() -> Reason:
        with socket.socket() as plug:
            plug.bind(("127.0.0.1", 0))
            port = plug.getsockname()[1]
        try:
            await asyncio.open_connection("127.0.0.1", port)
        except OSError as error:
            return reason_of(error)[0]
        raise AssertionError

    assert asyncio.run(main()) is Reason.REFUSED


def test_errors_that_cause_each_other_come_to_an_end() -> None:
    one, other = ValueError("one"), ValueError("other")
    one.__cause__, other.__cause__ = other, one
    assert reason_of(one) == (Reason.ERROR, "one")


def test_words_can_be_stored_whatever_a_server_put_into_them() -> None:
    _, words = reason_of(ValueError("bad header \udcff\n" + "x" * 900))
    assert words.encode()
    assert len(words) <= 300


def test_what_twisted_says_is_put_in_plain_words() -> None:
    lost = ResponseNeverReceived([Failure(twisted.ConnectionDone("Connection was closed."))])
    _, words = reason_of(DownloadFailedError(str(lost)))
    assert words == "Connection was closed cleanly: Connection was closed.."
