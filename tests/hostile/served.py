"""What the hostile site sends to whoever fetches it: one URL an attack, and how each must end."""

import asyncio
import gzip
import zlib
from collections.abc import Awaitable, Callable

from aiohttp import web

HOST = "hostile.test"
End = tuple[str, str]
Sends = Callable[[web.Request], Awaitable[web.StreamResponse]]
MOST_SENT = 60_000_000


def sent_to(location: str) -> Sends:
    return _of(lambda: web.Response(status=302, headers={"Location": location}))


def html(body: bytes, **headers: str) -> Sends:
    sent = {"Content-Type": "text/html"} | {k.replace("_", "-"): v for k, v in headers.items()}
    return _of(lambda: web.Response(body=body, headers=sent))


def _of(make: Callable[[], web.Response]) -> Sends:
    async def send(_: web.Request) -> web.Response:
        return make()

    return send


async def endless(request: web.Request) -> web.StreamResponse:
    """A body without an end, as fast as it is taken."""
    answer = web.StreamResponse(headers={"Content-Type": "text/html"})
    await answer.prepare(request)
    for _ in range(MOST_SENT // 100_000):
        await answer.write(b"<p>more" * 14_000)
    return answer


async def drip(request: web.Request) -> web.StreamResponse:
    """A letter a second, so that no read ever times out."""
    answer = web.StreamResponse(headers={"Content-Type": "text/html"})
    await answer.prepare(request)
    for _ in range(120):
        await answer.write(b"x")
        await asyncio.sleep(1)
    return answer


async def endless_redirects(request: web.Request) -> web.Response:
    number = int(request.path.rpartition("/")[2] or 0)
    return web.Response(status=302, headers={"Location": f"/around/{number + 1}"})


async def short(request: web.Request) -> web.StreamResponse:
    """Less than its Content-Length says, then the end."""
    answer = web.StreamResponse(headers={"Content-Type": "text/html", "Content-Length": "5000"})
    await answer.prepare(request)
    await answer.write(b"<h1>Half")
    assert request.transport
    request.transport.close()
    return answer


async def raw(request: web.Request, words: bytes) -> web.StreamResponse:
    assert request.transport
    request.transport.write(words)  # type: ignore[attr-defined]
    request.transport.close()
    return web.Response()


def _raw(words: bytes) -> Sends:
    return lambda request: raw(request, words)


LINKS = b"".join(b"<a href=//x.test/%d>x</a>" % n for n in range(200_000))
MILLION = b"<a href=x>x</a>" * 1_000_000
BOMB = gzip.compress(b"a" * 30_000_000)
TWICE = gzip.compress(BOMB)
CODED = {"Content_Encoding": "gzip"}

SENT: dict[str, tuple[Sends, End]] = {
    "/bad-location": (sent_to("http://[bad"), ("lost", "unsupported")),
    "/script-location": (sent_to("javascript:alert(1)"), ("lost", "unsupported")),
    "/data-location": (sent_to("data:text/html,x"), ("lost", "unsupported")),
    "/file-location": (sent_to("file:///etc/passwd"), ("lost", "unsupported")),
    "/port-location": (sent_to("http://hostile.test:99999/"), ("lost", "unsupported")),
    "/private-location": (sent_to("http://127.0.0.1:1/"), ("skipped", "off-site")),
    "/itself": (sent_to("/itself"), ("lost", "redirect-loop")),
    "/session": (sent_to("/session;jsessionid=1"), ("lost", "redirect-loop")),
    "/bomb": (html(BOMB, **CODED), ("lost", "too-large")),
    "/bomb-in-a-bomb": (html(TWICE, Content_Encoding="gzip, gzip"), ("lost", "too-large")),
    "/deflated": (
        html(zlib.compress(b"a" * 30_000_000), Content_Encoding="deflate"),
        ("lost", "too-large"),
    ),
    "/not-gzip": (html(b"<h1>Plain", **CODED), ("lost", "error")),
    "/large": (html(b"a" * 11_000_000), ("lost", "too-large")),
    "/endless": (endless, ("lost", "too-large")),
    "/drip": (drip, ("lost", "timeout")),
    "/short": (short, ("lost", "error")),
    "/no-http": (_raw(b"\x00\x01\x02 nonsense\r\n\r\n"), ("lost", "error")),
    "/no-answer": (_raw(b""), ("lost", "error")),
    "/two-lengths": (
        _raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 9\r\n\r\nxxxxxxxxx"),
        ("lost", "error"),
    ),
    "/long-header": (html(b"x", X_Long="a" * 200_000), ("lost", "error")),
    "/no-text": (html(b"\xff\xfe\x00\x80" * 50), ("walked", "")),
    "/no-charset": (html(b"<h1>x", Content_Type="text/html; charset=nonsense"), ("walked", "")),
    "/other-charset": (
        html("<h1>ÄÖ".encode("utf-16"), Content_Type="text/html; charset=utf-8"),
        ("walked", ""),
    ),
    "/nothing": (html(b""), ("walked", "")),
    "/deep": (html(b"<div>" * 50_000), ("walked", "")),
    "/brackets": (html(b"<" * 300_000), ("walked", "")),
    "/links": (html(LINKS), ("walked", "")),
    "/a-million-links": (html(MILLION), ("lost", "too-large")),
    "/around/0": (endless_redirects, ("skipped", "redirected")),
    "/scripts": (html(b"px-captcha<script" + b"<script" * 40_000), ("lost", "challenged")),
    "/reloads": (html(b'<meta http-equiv=refresh content="5;url=/reloads">'), ("walked", "")),
    "/strange-refresh": (
        html(b'<meta http-equiv=refresh content="0;url=http://[bad">'),
        ("lost", "unsupported"),
    ),
    "/strange-links": (
        html(b"<base href='http://[x'><a href='http://[1'><a href='&#xD800;'><a href='\xff'>"),
        ("walked", ""),
    ),
    "/own-type": (html(b"x", Content_Type="odd/;;;"), ("skipped", "not-html")),
    "/program": (html(b"MZ\x90\x00" * 99, Content_Type="text/html"), ("walked", "")),
}
