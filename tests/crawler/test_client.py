import asyncio
import gzip
from collections.abc import Callable

import aiohttp
import pytest
from aiohttp import web

from crawler import client as module
from crawler.client import MOST_BYTES, Answer, ProbeClient
from crawler.reasons import reason_of
from ideaaudit.models import Reason
from tests.crawler.probing import probing, table
from tests.flow.loopback import loopback

Manner = Callable[[web.Request], web.StreamResponse]


def got(manner: Manner, **options: object) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        return manner(request)

    with loopback({"a.test": answer}) as served:
        return probing(lambda client: client.get("http://a.test/x"), table(served), **options)  # type: ignore[arg-type]


def failure(url: str, connect_to: list[str]) -> Reason:
    async def ask(client: ProbeClient) -> Reason:
        try:
            await client.get(url)
        except (OSError, ValueError, aiohttp.ClientError) as error:
            return reason_of(error)[0]
        raise AssertionError

    return probing(ask, connect_to)


async def raw(answer: bytes, then: float = 0.0) -> tuple[asyncio.Server, list[str]]:
    """A server that sends these bytes to whoever connects."""

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()
        await asyncio.sleep(then)
        writer.close()

    server = await asyncio.start_server(speak, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    return server, [f"a.test:80:127.0.0.1:{port}"]


def spoken(answer: bytes, then: float = 0.0) -> Answer | Reason:
    async def main() -> Answer | Reason:
        server, connect_to = await raw(answer, then)
        async with server:
            return await asyncio.to_thread(lambda: probing(ask, connect_to))

    async def ask(client: ProbeClient) -> Answer | Reason:
        try:
            return await client.get("http://a.test/")
        except (OSError, ValueError, aiohttp.ClientError) as error:
            return reason_of(error)[0]

    return asyncio.run(main())


def test_an_answer_is_kept_as_it_came_and_its_redirect_is_not_followed() -> None:
    headers = {"Location": "/y", "X-Kind": "one"}
    answer = got(lambda _request: web.Response(status=302, headers=headers, text="here"))
    assert (answer.status, answer.text, answer.header("location")) == (302, "here", "/y")
    assert answer.header("x-kind") == "one"
    assert answer.media_type == "text/plain"


def test_a_body_is_cut_where_it_grows_too_large() -> None:
    assert len(got(lambda _request: web.Response(body=b"a" * 3_000_000)).body) == MOST_BYTES


def test_a_small_body_that_unpacks_to_a_huge_one_is_cut_too() -> None:
    packed = gzip.compress(b"a" * 50_000_000)
    headers = {"Content-Encoding": "gzip"}
    body = got(lambda _request: web.Response(body=packed, headers=headers)).body
    assert len(body) == MOST_BYTES


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("session=hush; Path=/; Secure", "session"),
        ("hush", ""),
        ("hush; Path=/", ""),
        ("=hush", ""),
        (" session =hush", "session"),
    ],
)
def test_of_a_cookie_only_the_name_is_kept(sent: str, kept: str) -> None:
    answer = got(lambda _request: web.Response(headers={"Set-Cookie": sent}))
    assert answer.header("set-cookie") == kept
    assert "hush" not in repr(answer)


def test_cookies_are_not_sent_back() -> None:
    async def manner(request: web.Request) -> web.Response:
        assert not request.cookies
        return web.Response(headers={"Set-Cookie": "a=b"})

    async def ask(client: ProbeClient) -> list[int]:
        return [(await client.get("http://a.test/")).status for _ in range(2)]

    with loopback({"a.test": manner}) as served:
        assert probing(ask, table(served)) == [200, 200]


def test_we_say_who_we_are_and_send_our_own_headers() -> None:
    seen: dict[str, str] = {}

    def manner(request: web.Request) -> web.Response:
        seen.update(request.headers)
        return web.Response()

    got(manner, headers={"X-Staging": "1"})
    assert (seen["User-Agent"], seen["X-Staging"]) == ("Test", "1")


def test_a_header_in_no_known_encoding_can_be_stored() -> None:
    answer = spoken(b"HTTP/1.1 200 OK\r\nServer: \xff\xfe\r\nContent-Length: 0\r\n\r\n")
    assert isinstance(answer, Answer)
    assert answer.header("server").encode()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_what_is_no_http_is_an_error_and_not_ours(answer: bytes) -> None:
    assert spoken(answer) is Reason.ERROR


def test_whoever_does_not_answer_in_time_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.3)
    assert spoken(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", then=3) is Reason.TIMEOUT


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://nowhere.test/", Reason.DNS),
        ("http://refusing.test/", Reason.REFUSED),
        ("http://a.test:99999/", Reason.ERROR),
        ("http://[bad/", Reason.ERROR),
        ("http:///", Reason.DNS),
    ],
)
def test_where_nothing_answers_the_reason_is_told(url: str, reason: Reason) -> None:
    assert failure(url, ["refusing.test:80:127.0.0.1:1"]) is reason


def test_who_says_later_is_asked_later_and_not_without_end() -> None:
    asked: list[str] = []

    async def manner(request: web.Request) -> web.Response:
        asked.append(request.path)
        good = request.path == "/soon" and asked.count("/soon") > 1
        status = 503 if request.path == "/down" else 429
        headers = {} if status == 503 else {"Retry-After": "0"}
        return web.Response(status=200 if good else status, headers=headers)

    async def ask(client: ProbeClient) -> list[int]:
        paths = ("/soon", "/never", "/down")
        return [(await client.get(f"http://a.test{path}")).status for path in paths]

    with loopback({"a.test": manner}) as served:
        assert probing(ask, table(served)) == [200, 429, 503]
    assert [asked.count(path) for path in ("/soon", "/never", "/down")] == [2, 3, 1]


def test_a_host_that_wants_to_be_left_alone_is_asked_no_more() -> None:
    asked: list[str] = []

    async def manner(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(status=429, headers={"Retry-After": "86400"})

    async def ask(client: ProbeClient) -> list[Reason]:
        found = []
        for path in ("/a", "/b"):
            try:
                await client.get(f"http://a.test{path}")
            except OSError as error:
                found.append(reason_of(error)[0])
        return found

    with loopback({"a.test": manner}) as served:
        assert probing(ask, table(served)) == [Reason.BLOCKED] * 2
    assert asked == ["/a"]
