"""Every trick that a page may know to reach the machine it is looked at from."""

import asyncio
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from crawler.browser import RenderFailed, RenderJob
from crawler.client import verifying
from crawler.guard import Guard, is_public
from crawler.observers.tls import TlsObserver
from crawler.turns import Turns
from tests.sites.certificates import make_authority, make_leaf

HOSTS = {
    "dotted": "127.0.0.1",
    "decimal": "2130706433",
    "octal": "0177.0.0.1",
    "hexadecimal": "0x7f.0.0.1",
    "hexadecimal in one": "0x7f000001",
    "short": "127.1",
    "percent-encoded": "%31%32%37.0.0.1",
    "full-width digits": "\uff11\uff12\uff17.0.0.1",
    "this host": "0.0.0.0",
    "IPv6": "[::1]",
    "mapped": "[::ffff:127.0.0.1]",
    "mapped in hexadecimal": "[::ffff:7f00:1]",
    "compatible": "[::127.0.0.1]",
    "NAT64": "[64:ff9b::7f00:1]",
    "6to4": "[2002:7f00:1::]",
    "a name": "localhost",
    "a rooted name": "localhost.",
    "a name below": "x.localhost",
    "somebody": "agency.test@127.0.0.1",
}
# What leads nowhere from here, or is no address of Chromium's, whatever is allowed.
UNROUTED = {"compatible", "NAT64", "6to4", "a name below", "somebody"}
WAYS = {
    "image": "<img src=http://{to}/>",
    "picture set": "<img srcset='http://{to}/ 1x'>",
    "video": "<video src=http://{to}/ preload=auto></video>",
    "poster": "<video poster=http://{to}/></video>",
    "script": "<script src=http://{to}/></script>",
    "module": "<script type=module>import 'http://{to}/'</script>",
    "style sheet": "<link rel=stylesheet href=http://{to}/>",
    "CSS url()": "<p style='background: url(http://{to}/)'>x",
    "CSS @import": "<style>@import 'http://{to}/';</style>",
    "font": "<style>@font-face {{font-family: x; src: url(http://{to}/)}}</style>"
    "<p style='font-family: x'>x",
    "SVG use": "<svg><image href=http://{to}/ width=9 height=9 /></svg>",
    "frame": "<iframe src=http://{to}/></iframe>",
    "object": "<object data=http://{to}/></object>",
    "embed": "<embed src=http://{to}/>",
    "sandboxed frame": "<iframe sandbox=allow-scripts srcdoc='<img src=http://{to}/>'></iframe>",
    "data: frame": "<iframe src='data:text/html,<img src=http://{to}/>'></iframe>",
    "preload": "<link rel=preload as=image href=http://{to}/>",
    "prefetch": "<link rel=prefetch href=http://{to}/>",
    "preconnect": "<link rel=preconnect href=http://{to}/>",
    "dns-prefetch": "<link rel=dns-prefetch href=http://{to}/>",
    "speculation": '<script type=speculationrules>{{"prefetch": [{{"source": "list", '
    '"urls": ["http://{to}/"], "eagerness": "immediate"}}]}}</script>',
    "icon": "<link rel=icon href=http://{to}/>",
    "manifest": "<link rel=manifest href=http://{to}/>",
    "redirected image": "<img src=/away>",
    "redirected frame": "<iframe src=/away></iframe>",
    "redirected style": "<link rel=stylesheet href=/away>",
    "redirected fetch": "<script>fetch('/away', {{mode: 'no-cors'}})</script>",
    "meta refresh": "<meta http-equiv=refresh content='0;url=http://{to}/'>",
    "script's way": "<script>location = 'http://{to}/'</script>",
    "fetch": "<script>fetch('http://{to}/', {{mode: 'no-cors'}})</script>",
    "kept alive": "<script>fetch('http://{to}/', {{mode: 'no-cors', keepalive: true}})</script>",
    "XMLHttpRequest": "<script>x = new XMLHttpRequest; x.open('GET', 'http://{to}/'); x.send()"
    "</script>",
    "beacon": "<script>navigator.sendBeacon('http://{to}/', 'x')</script>",
    "beacon on leaving": "<script>onpagehide = () => navigator.sendBeacon('http://{to}/', 'x')"
    "</script>",
    "ping": "<a id=a ping=http://{to}/ href=#x>x</a><script>a.click()</script>",
    "events": "<script>new EventSource('http://{to}/')</script>",
    "socket": "<script>new WebSocket('ws://{to}/')</script>",
    "transport": "<script>new WebTransport('https://{to}/').ready.catch(() => 0)</script>",
    "worker": "<script>new Worker('/worker.js')</script>",
    "redirected worker": "<script>new Worker('/away')</script>",
    "module worker": "<script>new Worker('/worker.js', {{type: 'module'}})</script>",
    "shared worker": "<script>new SharedWorker('/worker.js')</script>",
    "worker of a worker": "<script>new Worker('/parent.js')</script>",
    "worker from a blob": "<script>new Worker(URL.createObjectURL(new Blob(["
    "\"fetch('http://{to}/', {{mode: 'no-cors'}})\"])))</script>",
    "worklet": "<script>CSS.paintWorklet && CSS.paintWorklet.addModule('http://{to}/')</script>",
    "service worker": "<script>navigator.serviceWorker && "
    "navigator.serviceWorker.register('/worker.js').catch(() => 0)</script>",
    "form": "<form action=http://{to}/ method=post id=f></form><script>f.submit()</script>",
    "form into a frame": "<iframe name=i></iframe><form action=http://{to}/ target=i id=f></form>"
    "<script>f.submit()</script>",
    "popup": "<script>open('http://{to}/')</script>",
    "download": "<a id=a download href=http://{to}/>x</a><script>a.click()</script>",
    "report of a policy": "<meta http-equiv=Content-Security-Policy content=\"img-src 'none'\">"
    "<img src=/x.png>",
}
# Shut whatever is allowed: a service worker, QUIC, and what a headless browser does not do.
SHUT = {
    "preconnect", "dns-prefetch", "speculation", "icon", "manifest", "transport", "worklet",
    "redirected worker", "service worker",
}  # fmt: skip


class Stage:
    """A page on agency.test, and a listener on both of this machine's loopback addresses."""

    def __init__(self, bench: Any) -> None:
        self.bench = bench
        self.came = 0
        self.server = bench.run(asyncio.start_server(self.count, "127.0.0.1", 0))
        self.port = self.server.sockets[0].getsockname()[1]
        self.other = bench.run(asyncio.start_server(self.count, "::1", self.port))
        made = [self.ear("127.0.0.1"), self.ear("::1")]
        self.ears = [bench.run(one) for one in made]
        self.pools = {
            allowed: bench.pool(self.guard(allowed), settle=0.2) for allowed in (False, True)
        }

    def guard(self, allowed: bool) -> Guard:
        table = [f"agency.test:80:127.0.0.1:{self.bench.web.port}"]
        return Guard(table, allow_private=allowed)

    async def ear(self, host: str) -> asyncio.DatagramTransport:
        """One for QUIC and whatever else goes by UDP."""
        stage = self

        class Ear(asyncio.DatagramProtocol):
            def datagram_received(self, data: bytes, addr: Any) -> None:  # noqa: ARG002
                stage.came += 1

        loop = asyncio.get_running_loop()
        return (await loop.create_datagram_endpoint(Ear, local_addr=(host, self.port)))[0]

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
        for one in (self.server, self.other, *self.ears):
            one.close()


@pytest.fixture(scope="module")
def stage(bench: Any) -> Iterator[Stage]:
    made = Stage(bench)
    yield made
    made.close()


def serve(pages: Any, to: str, markup: str, *, reports: bool = True) -> None:
    async def away(_: web.Request) -> web.Response:
        raise web.HTTPFound(f"http://{to}/")

    async def worker(_: web.Request) -> web.Response:
        text = f"fetch('http://{to}/', {{mode: 'no-cors'}}); new WebSocket('ws://{to}/')"
        return web.Response(text=text, content_type="text/javascript")

    async def parent(_: web.Request) -> web.Response:
        return web.Response(text="new Worker('/worker.js')", content_type="text/javascript")

    async def page(_: web.Request) -> web.Response:
        text = f"<!doctype html><title>x</title><body>{markup.format(to=to)}"
        headers = {
            "Content-Security-Policy-Report-Only": f"img-src 'none'; report-uri http://{to}/",
            "Reporting-Endpoints": f'default="https://{to}/"',
            "Report-To": f'{{"max_age": 9, "endpoints": [{{"url": "https://{to}/"}}]}}',
            "NEL": '{"report_to": "default", "max_age": 9, "success_fraction": 1.0}',
            "Alt-Svc": f'h3="{to}"',
        }
        return web.Response(text=text, content_type="text/html", headers=headers if reports else {})

    pages["agency.test/"] = page
    pages["agency.test/parent.js"] = parent
    pages["agency.test/away"] = away
    pages["agency.test/worker.js"] = worker


@pytest.mark.parametrize("host", HOSTS)
def test_no_way_to_write_this_machine_reaches_it(stage: Stage, pages: Any, host: str) -> None:
    to = f"{HOSTS[host]}:{stage.port}"
    serve(pages, to, WAYS["image"] + WAYS["fetch"] + WAYS["frame"])
    assert stage.reach(allowed=False) == 0
    assert stage.reach(allowed=False, url=f"http://{to}/") == 0
    if host not in UNROUTED:
        assert stage.reach(allowed=True) > 0


@pytest.mark.parametrize("way", WAYS)
def test_nor_does_any_way_to_ask(stage: Stage, pages: Any, way: str) -> None:
    to = f"127.0.0.1:{stage.port}"
    serve(pages, to, WAYS[way])
    assert stage.reach(allowed=False) == 0
    serve(pages, to, WAYS[way], reports=way == "report of a policy")
    assert (stage.reach(allowed=True) > 0) is (way not in SHUT)


def test_a_name_that_is_public_when_asked_and_private_when_connected_is_not_reached(
    stage: Stage, pages: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rebinding: the guard connects to the very address that it judged, and looks up no name twice
    for one connection."""
    asked: list[str] = []

    def rebound(name: str) -> tuple[str, ...]:
        asked.append(name)
        return ("192.0.2.1",) if len(asked) == 1 else ("127.0.0.1",)

    monkeypatch.setattr("crawler.guard.guard.FOUND_TTL", 0.0)
    monkeypatch.setattr("crawler.guard.guard._addresses", rebound)
    monkeypatch.setattr(
        "crawler.guard.guard.is_public", lambda ip: ip == "192.0.2.1" or is_public(ip)
    )
    images = "".join(f"<img src=http://evil.test:{stage.port}/{n}>" for n in range(9))
    serve(pages, f"evil.test:{stage.port}", images + WAYS["socket"] + WAYS["worker"])
    assert stage.reach(allowed=False) == 0
    assert len(asked) > 1


@pytest.mark.parametrize("allowed", [False, True])
def test_the_issuer_that_a_certificate_names_is_asked_through_the_guard_too(
    bench: Any, stage: Stage, tmp_path: Path, allowed: bool
) -> None:
    """The browser's verifier asks by itself (RFC 5280 4.2.2.1); the TLS observer does not."""
    above = make_authority("Nobody's root")
    below = make_authority("Nobody's intermediate", above)
    leaf = make_leaf(("secure.test",), below, more=f"http://127.0.0.1:{stage.port}/ca")
    (tmp_path / "leaf.pem").write_bytes(leaf.pem + leaf.key_pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "leaf.pem")

    async def scene() -> tuple[int, str]:
        async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readline()
            writer.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Seen</title>")
            writer.close()

        server = await asyncio.start_server(speak, "127.0.0.1", 0, ssl=context)
        entry = f"secure.test:443:127.0.0.1:{server.sockets[0].getsockname()[1]}"
        stage.came = 0
        async with server, bench.pool(Guard([entry], allow_private=allowed)) as pool:
            job = RenderJob("https://secure.test/", "secure.test", frozenset({"html"}))
            title = (await pool.render(job)).rendering.title
            guard = Guard([entry], allow_private=allowed)
            await TlsObserver(Turns(guard, 0), guard, verifying("")).observe("secure.test")
        return stage.came, title

    came, title = bench.run(scene())
    assert (came > 0, title) == (allowed, "Seen")


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
