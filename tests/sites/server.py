"""Serves the samples on 127.0.0.1 over http and https, by name, under their own host names."""

import asyncio
import ssl
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from gzip import compress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import NamedTuple
from urllib.parse import unquote

from aiohttp import web

from tests.sites.answers import Answer, Asked, answer
from tests.sites.chains import Chains
from tests.sites.http2 import HTTP1, HTTP1_ONLY, HTTP2, EitherServer, Told
from tests.sites.pages import HERE, Site
from tests.sites.patches import patched_sites

ADDRESS = "127.0.0.1"
TARGETS = HERE / "targets.csv"


class Hit(NamedTuple):
    """One request that reached the samples."""

    host: str
    method: str
    path: str
    user_agent: str
    secure: bool


@dataclass(slots=True)
class Samples:
    """The samples while they are served.

    Attributes:
        connect_to: "HOST:PORT:ADDRESS:PORT" for every host and port, as curl has it.
        ca_file: the root that signs the sites' certificates, as PEM.
        urls: the sites' home pages.
        hits: every request so far, in order; `path` has the query.
    """

    sites: Mapping[str, Site]
    ca_file: Path
    connect_to: tuple[str, ...] = ()
    targets_csv: Path = TARGETS
    hits: list[Hit] = field(default_factory=list)

    @property
    def urls(self) -> tuple[str, ...]:
        return tuple(f"https://{site.host}/" for site in self.sites.values())


@contextmanager
def serve(patches: Iterable[str] = ()) -> Iterator[Samples]:
    """Serves the samples, with patches applied by id, until the context ends.

    Raises:
        PatchError: a patch is not known, or its text does not apply.
    """
    sites = patched_sites(patches)
    with TemporaryDirectory(prefix="samples-") as folder:
        chains = Chains()
        ca_file = Path(folder) / "ca.pem"
        ca_file.write_bytes(chains.root.pem)
        samples = Samples(sites, ca_file)
        with _loop() as loop:
            start = _start(samples, _contexts(sites, chains, Path(folder)))
            runner = asyncio.run_coroutine_threadsafe(start, loop).result()
            samples.connect_to = _connect_to(sites, [port for _, port in runner.addresses])
            try:
                yield samples
            finally:
                asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result()


@contextmanager
def _loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, name="samples", daemon=True)
    thread.start()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _start(samples: Samples, context: ssl.SSLContext) -> web.ServerRunner:
    async def handle(request: web.BaseRequest) -> web.StreamResponse:
        agent = request.headers.get("User-Agent", "")
        hit = Hit(_name(request.host), request.method, request.path_qs, agent, request.secure)
        told = _tell(samples, hit)
        response = web.Response(status=told.status, body=told.text.encode(), headers=told.headers)
        if told.text:
            response.enable_compression()
        return response

    def handle_http2(asked: dict[str, str]) -> Told:
        method, host, path = (asked[name] for name in (":method", ":authority", ":path"))
        told = _tell(samples, Hit(_name(host), method, path, asked.get("user-agent", ""), True))
        body = b"" if method == "HEAD" else told.text.encode()
        if body and "gzip" in asked.get("accept-encoding", ""):
            return Told(told.status, told.headers | {"content-encoding": "gzip"}, compress(body))
        return Told(told.status, told.headers, body)

    server = EitherServer(handle, access_log=None)
    server.answerer = handle_http2
    runner = web.ServerRunner(server, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, ADDRESS, 0).start()
    await web.TCPSite(runner, ADDRESS, 0, ssl_context=context).start()
    return runner


def _tell(samples: Samples, hit: Hit) -> Answer:
    samples.hits.append(hit)
    path, _, query = hit.path.partition("?")
    return answer(samples.sites, Asked(hit.secure, hit.host, hit.method, unquote(path), query))


def _name(host: str) -> str:
    return host.rpartition(":")[0].lower() if ":" in host else host.lower()


def _contexts(sites: Mapping[str, Site], chains: Chains, folder: Path) -> ssl.SSLContext:
    """One context for each name (SNI); who gives no name or an unknown one sees "localhost"."""
    by_name: dict[str, ssl.SSLContext] = {}
    for site in sites.values():
        context = _context(chains.pem(site.hosts, site.behavior), folder / f"{site.key}.pem")
        context.set_alpn_protocols([HTTP1] if HTTP1_ONLY in site.behavior else [HTTP2, HTTP1])
        by_name |= dict.fromkeys(site.hosts, context)

    def choose(socket: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
        socket.context = by_name.get(name or "", socket.context)

    default = _context(chains.pem(("localhost",)), folder / "localhost.pem")
    default.sni_callback = choose
    return default


def _context(chain: bytes, file: Path) -> ssl.SSLContext:
    file.write_bytes(chain)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(file)
    return context


def _connect_to(sites: Mapping[str, Site], ports: list[int]) -> tuple[str, ...]:
    plain, secure = ports
    return tuple(
        f"{host}:{asked}:{ADDRESS}:{served}"
        for site in sites.values()
        for host in site.hosts
        for asked, served in ((80, plain), (443, secure))
    )
