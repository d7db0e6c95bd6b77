"""Sites on loopback for whole audits: one server, many host names, each with its own manner."""

import asyncio
import contextlib
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from aiohttp import web

Manner = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Loopback:
    """A server under way.

    Attributes:
        sites: host name to how it answers; a host that is not here answers 404.
        asked: "host path" of every request, in order.
    """

    sites: dict[str, Manner]
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def connect_to(self) -> list[str]:
        table = [f"{host}:80:127.0.0.1:{self.port}" for host in self.sites]
        return [part for entry in table for part in ("--connect-to", entry)]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        host = request.host.partition(":")[0]
        self.asked.append(f"{host} {request.path_qs}")
        self.agents.append(request.headers.get("User-Agent", ""))
        if request.path == "/robots.txt" and not host.endswith("robots.test"):
            return web.Response(status=404)
        manner = self.sites.get(host)
        return await manner(request) if manner else web.Response(status=404)

    def pages(self, host: str) -> list[str]:
        """The paths that were asked for on one host, without robots.txt and the 404 probe."""
        paths = [line.split(" ")[1] for line in self.asked if line.startswith(f"{host} ")]
        return [path for path in paths if "robots.txt" not in path and "no-such-page" not in path]


@contextlib.contextmanager
def loopback(sites: dict[str, Manner]) -> Iterator[Loopback]:
    """The server in a thread of its own, until the context ends."""
    served = Loopback(sites)
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()

    async def begin() -> web.AppRunner:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", served.answer)
        runner = web.AppRunner(app, shutdown_timeout=1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        served.port = runner.addresses[0][1]
        return runner

    runner = asyncio.run_coroutine_threadsafe(begin(), loop).result(10)
    try:
        yield served
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)


def page(body: str, title: str = "A page of the test's own site") -> web.Response:
    head = f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}'
    text = f'<!doctype html><html lang="en"><head>{head}</title></head><body>{body}</body></html>'
    return web.Response(text=text, content_type="text/html")


def command(folder: Path, *arguments: str, closed: bool = True) -> list[str]:
    """The audit command as a user types it, with everything it keeps in one folder."""
    places = ["--store", str(folder / "store"), "--out", str(folder / "out")]
    shut = ["--connect-to-only"] if closed else []
    return [sys.executable, "-m", "ideaaudit", "audit", *arguments, *places, *shut]


def audit(
    folder: Path,
    *arguments: str,
    env: dict[str, str] | None = None,
    closed: bool = True,
    seconds: float = 300,
) -> subprocess.CompletedProcess[str]:
    """Runs the command to its end; the delay is 0 unless an argument says otherwise."""
    delay = () if "--delay" in arguments else ("--delay", "0")
    return subprocess.run(
        command(folder, *arguments, *delay, closed=closed),
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
        cwd=folder,
        env=os.environ | (env or {}),
    )
