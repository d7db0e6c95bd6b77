"""Every trick that a page may know to reach the machine it is looked at from."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp import web

from crawler.browser import RenderFailed, RenderJob
from crawler.guard import Guard

HOSTS = {
    "dotted": "127.0.0.1",
    "decimal": "2130706433",
    "octal": "0177.0.0.1",
    "short": "127.1",
    "IPv6": "[::1]",
    "mapped": "[::ffff:127.0.0.1]",
    "a name": "localhost",
    "a name below": "x.localhost",
}
WAYS = {
    "image": "<img src=http://{to}/>",
    "frame": "<iframe src=http://{to}/></iframe>",
    "redirected image": "<img src=/away>",
    "fetch": "<script>fetch('http://{to}/', {{mode: 'no-cors'}})</script>",
    "socket": "<script>new WebSocket('ws://{to}/')</script>",
    "worker": "<script>new Worker('/worker.js')</script>",
    "form": "<form action=http://{to}/ method=post id=f></form><script>f.submit()</script>",
    "popup": "<script>open('http://{to}/')</script>",
}


class Stage:
    """A page on agency.test, and a listener on both of this machine's loopback addresses."""

    def __init__(self, bench: Any) -> None:
        self.bench = bench
        self.came = 0
        self.server = bench.run(asyncio.start_server(self.count, "127.0.0.1", 0))
        self.port = self.server.sockets[0].getsockname()[1]
        self.other = bench.run(asyncio.start_server(self.count, "::1", self.port))
        self.pools = {
            allowed: bench.pool(self.guard(allowed), settle=0.2) for allowed in (False, True)
        }

    def guard(self, allowed: bool) -> Guard:
        table = [f"agency.test:80:127.0.0.1:{self.bench.web.port}"]
        return Guard(table, allow_private=allowed)

    async def count(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.came += 1
        writer.close()

    def reach(self, allowed: bool, url: str = "http://agency.test/") -> int:
        self.came = 0
        job = RenderJob(url, "agency.test", frozenset({"requests"}))
        try:
            self.bench.run(self.pools[allowed].render(job))
        except RenderFailed:
            assert url != "http://agency.test/"
        return self.came

    def close(self) -> None:
        for pool in self.pools.values():
            self.bench.run(pool.close())
        self.server.close()
        self.other.close()


@pytest.fixture(scope="module")
def stage(bench: Any) -> Iterator[Stage]:
    made = Stage(bench)
    yield made
    made.close()


def serve(pages: Any, to: str, markup: str) -> None:
    async def away(_: web.Request) -> web.Response:
        raise web.HTTPFound(f"http://{to}/")

    async def worker(_: web.Request) -> web.Response:
        text = f"fetch('http://{to}/', {{mode: 'no-cors'}}); new WebSocket('ws://{to}/')"
        return web.Response(text=text, content_type="text/javascript")

    pages["agency.test/"] = f"<!doctype html><title>x</title><body>{markup.format(to=to)}"
    pages["agency.test/away"] = away
    pages["agency.test/worker.js"] = worker


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS.keys())
def test_no_way_to_write_this_machine_reaches_it(stage: Stage, pages: Any, host: str) -> None:
    to = f"{host}:{stage.port}"
    serve(pages, to, WAYS["image"] + WAYS["fetch"] + WAYS["frame"])
    assert stage.reach(allowed=False) == 0
    assert stage.reach(allowed=False, url=f"http://{to}/") == 0


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_nor_does_any_way_to_ask(stage: Stage, pages: Any, way: str) -> None:
    serve(pages, f"127.0.0.1:{stage.port}", way)
    assert stage.reach(allowed=False) == 0


@pytest.mark.parametrize("way", ["image", "redirected image", "socket", "worker", "frame"])
def test_where_private_addresses_are_allowed_they_are_reached(
    stage: Stage, pages: Any, way: str
) -> None:
    serve(pages, f"127.0.0.1:{stage.port}", WAYS[way])
    assert stage.reach(allowed=True) > 0


def test_webrtc_has_no_other_way_out(bench: Any, stage: Stage, pages: Any) -> None:
    """Neither a STUN packet over UDP nor an address of this machine gets out of the browser."""

    class Ear(asyncio.DatagramProtocol):
        heard = 0

        def datagram_received(self, data: bytes, addr: Any) -> None:  # noqa: ARG002
            Ear.heard += 1

    loop = bench.loop
    transport, _ = bench.run(loop.create_datagram_endpoint(Ear, local_addr=("127.0.0.1", 0)))
    port = transport.get_extra_info("sockname")[1]
    pages["agency.test/"] = (
        "<!doctype html><title>x</title><pre></pre><script>"
        f"const c = new RTCPeerConnection({{iceServers: [{{urls: 'stun:127.0.0.1:{port}'}}]}});"
        "c.onicecandidate = e => e.candidate && document.querySelector('pre').append("
        "e.candidate.candidate + '\\n'); c.createDataChannel('x');"
        "c.createOffer().then(o => c.setLocalDescription(o))</script>"
    )
    job = RenderJob("http://agency.test/", "agency.test", frozenset({"html"}))
    text = bench.run(stage.pools[False].render(job)).rendering.html
    transport.close()
    assert Ear.heard == 0
    assert " udp " not in text
