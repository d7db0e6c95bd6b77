"""Pages served on loopback under made-up names, and one pool that renders them."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from crawler.browser import Rendered, RenderJob, RenderPool, RenderSettings
from crawler.browser.webdriver import WebDriverFound, find_webdriver
from crawler.browser.words import BrowserMissing, Deadlines
from crawler.guard import Guard

Page = str | Callable[[web.Request], Awaitable[web.StreamResponse]]

QUICK = Deadlines(
    open=6, parse=4, load=3, quiet=0.5, html=5, axe=10, frame=2.5, layout=5, close=4, keyboard=4
)
HEAD = '<!doctype html><html lang="en"><head><title>A page</title></head><body>'


@dataclass
class Web:
    """The internet of these tests: pages by host and path, and who asked for what."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    headers: dict[str, Any] = field(default_factory=dict)
    port: int = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        where = f"{request.host.partition(':')[0]}{request.path}"
        self.asked[where] += 1
        self.headers[where] = request.headers
        page = self.pages.get(where)
        if callable(page):
            return await page(request)
        if page is None:
            return web.Response(status=404, text="nothing here", content_type="text/html")
        return web.Response(text=page, content_type="text/html")


class Bench:
    """An event loop with a web, a guard and a pool in it, driven from plain tests."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.web = Web()
        self.runner = self.run(self._serve())

    def run(self, work: Any) -> Any:
        return self.loop.run_until_complete(asyncio.wait_for(work, 60))

    def guard(self, *, allow_private: bool = False) -> Guard:
        """Every made-up name leads to the web; nothing else leads anywhere but to itself."""
        names = ("agency.test", "www.agency.test", "other.test", "third.test")
        table = [f"{name}:{port}:127.0.0.1:{self.web.port}" for name in names for port in (80, 443)]
        return Guard(table, allow_private=allow_private)

    def pool(self, guard: Guard | None = None, **settings: Any) -> RenderPool:
        settings = {"deadlines": QUICK, **settings}
        return RenderPool(RenderSettings(**settings), guard or self.guard())

    def close(self) -> None:
        self.run(self.runner.cleanup())
        self.loop.close()

    async def _serve(self) -> web.AppRunner:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self.web.answer)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.web.port = runner.addresses[0][1]
        return runner


@pytest.fixture(scope="session")
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.close()


@pytest.fixture
def pages(bench: Bench) -> Iterator[dict[str, Page]]:
    """What the made-up sites serve, from "host/path" to HTML or a handler."""
    yield bench.web.pages
    bench.web.pages.clear()
    bench.web.asked.clear()


@pytest.fixture(scope="session")
def pool(bench: Bench) -> Iterator[RenderPool]:
    """One pool for all tests that break nothing which others need."""
    made = bench.pool()
    yield made
    bench.run(made.close())


@pytest.fixture
def render(bench: Bench, pool: RenderPool) -> Callable[..., Rendered]:
    """Render a page of agency.test, by its path or its URL."""

    def one(url: str = "/", **job: Any) -> Rendered:
        url = url if "://" in url or url.startswith("chrome:") else f"http://agency.test{url}"
        job = {"site": "agency.test", **job}
        rendered: Rendered = bench.run(pool.render(RenderJob(url, **job)))
        return rendered

    return one


@pytest.fixture(scope="session")
def webdriver() -> WebDriverFound:
    """For the second engine; `make test` gets one where that can be."""
    try:
        return find_webdriver()
    except BrowserMissing as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def html() -> Callable[[str], str]:
    """A whole page around a body."""
    return lambda body: f"{HEAD}{body}</body></html>"
