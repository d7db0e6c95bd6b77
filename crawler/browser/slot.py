"""A page that is used again and again for one site, with its own cookies, cache and way out."""

import asyncio
import contextlib
import re
from base64 import b64encode
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, CDPSession, Page
from playwright.async_api import Error as PlaywrightError

from crawler.browser.words import RenderSettings
from crawler.browser.world import NAME, World, Worlds
from crawler.guard import Guard, GuardProxy, analytics
from crawler.observers.layout import DESKTOP, hold, let_go

# Seconds in which a renderer that hangs is crashed.
CRASHED_IN = 1.0
# Where the page rests there is nothing to see.
BLANK = "top === self && location.href === 'about:blank'"


class Slot:
    """Made by `open_slot`.

    Attributes:
        generation: of the browser it lives in.
        uses: how often it was used.
        heap: bytes of script heap at its last page, about.
        is_held: whether the window is held at the size of a device.
        marks: what the style sheets of its site say, by their URLs.
        still: whether the page is held where it is: it goes nowhere and sends nothing.
        dead: whether it must not be used again.
        trusted: the origins that a staging site's secrets may go to.
    """

    def __init__(
        self, site: str, context: BrowserContext, page: Page, cdp: CDPSession, proxy: GuardProxy
    ) -> None:
        self.site = site
        self.context = context
        self.page = page
        self.cdp = cdp
        self.proxy = proxy
        self.generation = 0
        self.uses = 0
        self.heap = 0
        self.is_held = False
        self.marks: dict[str, tuple[str, ...]] = {}
        self.still = False
        self.dead = False
        self.trusted: frozenset[str] = frozenset()
        self._secrets: dict[str, str] = {}
        self._patterns: list[dict[str, str]] = []
        self._frame = ""
        self._worlds: Worlds | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def worlds(self) -> Worlds:
        """The isolated worlds of the page's frames."""
        assert self._worlds
        return self._worlds

    async def prepare(self, source: str, settings: RenderSettings) -> None:
        """Put our scripts beside every document to come, and watch over the page."""
        self._worlds = Worlds(self.page, self.context, self.cdp, source)
        self.page.on("crash", self._died)
        self.page.on("close", self._died)
        self.context.on("page", self._close_other)
        tree = await self.cdp.send("Page.getFrameTree")
        self._frame = tree["frameTree"]["frame"]["id"]
        await self.cdp.send("Page.enable")
        first = {"source": f"if (!({BLANK})) {{{source}\n}}", "worldName": NAME}
        await self.cdp.send("Page.addScriptToEvaluateOnNewDocument", first)
        await self._intercept(settings)

    def trust(self, url: str) -> None:
        """Secrets of a staging site may go to this URL's origin and its www twin, by its scheme."""
        scheme = urlsplit(url).scheme
        self.trusted = frozenset(f"{scheme}://{host}" for host in _own_hosts(self.site))

    async def main(self) -> World:
        """The world of the document that the page shows now."""
        return await self.worlds.main(self._frame)

    async def hold_still(self) -> None:
        """From now on nothing that is pressed leads away or submits anything, until it rests."""
        self.still = True
        kinds = ("Document", "XHR", "Fetch", "Ping")
        held = [{"urlPattern": "*", "resourceType": kind} for kind in kinds]
        await self.cdp.send("Fetch.enable", {"patterns": [*self._patterns, *held]})

    async def rest(self, deadline: float) -> None:
        """Leave the page for a blank one, so that it makes no more requests and takes no time."""
        try:
            async with asyncio.timeout(deadline):
                await self.page.goto("about:blank")
                if self.still:  # not before, for the page may have been about to leave
                    self.still = False
                    await self.cdp.send("Fetch.enable", {"patterns": self._patterns})
                if self.is_held:
                    await hold(self.cdp, DESKTOP)
                    await let_go(self.cdp)
                    self.is_held = False
        except (PlaywrightError, TimeoutError):
            self.dead = True
        self.proxy.forget()

    async def close(self, deadline: float) -> None:
        """Let everything go; what hangs is left behind after the deadline."""
        for task in self._tasks:
            task.cancel()
        if self.dead:
            # A script that hangs outlives its page, and would keep a core busy.
            with contextlib.suppress(PlaywrightError, TimeoutError):
                await asyncio.wait_for(self.cdp.send("Page.crash"), CRASHED_IN)
        self.dead = True
        with contextlib.suppress(PlaywrightError, TimeoutError):
            await asyncio.wait_for(self.context.close(), deadline)
        await self.proxy.close()

    async def _intercept(self, settings: RenderSettings) -> None:
        """Cut off the collectors that hide on a site's own host; give secrets to that host only."""
        self._secrets = _secret_headers(settings)
        patterns = [_wildcard(pattern) for pattern in analytics().patterns]
        if self._secrets:
            patterns += [f"*://{name}/*" for name in _own_hosts(self.site)]
        self.cdp.on("Fetch.requestPaused", self._paused)
        self._patterns = [{"urlPattern": pattern} for pattern in patterns]
        await self.cdp.send("Fetch.enable", {"patterns": self._patterns})

    def _paused(self, event: dict[str, Any]) -> None:
        self._spawn(self._decide(event))

    async def _decide(self, event: dict[str, Any]) -> None:
        request = event["request"]
        answer: dict[str, Any] = {"requestId": event["requestId"]}
        with contextlib.suppress(PlaywrightError):
            if _collects(request["url"]):
                reason = {"errorReason": "BlockedByClient"}
                await self.cdp.send("Fetch.failRequest", answer | reason)
                return
            if self.still and self._leads_on(event):
                reason = {"errorReason": "Aborted"}
                await self.cdp.send("Fetch.failRequest", answer | reason)
                return
            headers = request["headers"]
            if _origin(request["url"]) in self.trusted:
                headers = headers | self._secrets
            listed = [{"name": name, "value": value} for name, value in headers.items()]
            await self.cdp.send("Fetch.continueRequest", answer | {"headers": listed})

    def _leads_on(self, event: dict[str, Any]) -> bool:
        is_own_document = event["resourceType"] == "Document" and event["frameId"] == self._frame
        return is_own_document or event["request"]["method"] not in ("GET", "HEAD", "OPTIONS")

    def _died(self, _: object) -> None:
        self.dead = True

    def _close_other(self, page: Page) -> None:
        if page is not self.page:
            self._spawn(_close(page))

    def _spawn(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def open_slot(
    browser: Browser, site: str, guard: Guard, source: str, settings: RenderSettings
) -> Slot:
    """A fresh page for a site.

    Raises:
        playwright.async_api.Error: the browser is gone.
    """
    proxy = await GuardProxy(guard).start()
    try:
        context = await browser.new_context(
            accept_downloads=False,
            service_workers="block",
            ignore_https_errors=True,
            viewport={"width": DESKTOP.width, "height": DESKTOP.height},
            locale="en-US",
            user_agent=settings.user_agent or None,
            proxy={"server": proxy.url, "bypass": "<-loopback>"},
        )
        await context.grant_permissions([])  # and so every right is denied
        page = await context.new_page()
        slot = Slot(site, context, page, await context.new_cdp_session(page), proxy)
        await slot.prepare(source, settings)
    except BaseException:
        await proxy.close()
        raise
    return slot


async def _close(page: Page) -> None:
    with contextlib.suppress(PlaywrightError):
        await page.close()


def _secret_headers(settings: RenderSettings) -> dict[str, str]:
    headers = dict(settings.http_headers)
    if settings.http_credentials:
        pair = ":".join(settings.http_credentials).encode()
        headers["Authorization"] = f"Basic {b64encode(pair).decode()}"
    return headers


def _own_hosts(site: str) -> tuple[str, str]:
    return site, f"www.{site}"


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _wildcard(pattern: str) -> str:
    """A pattern of the list as Fetch.enable reads it, where `?` is any one letter."""
    return pattern.replace("?", "\\?")


def _collects(url: str) -> bool:
    return any(_matcher(pattern).fullmatch(url) for pattern in analytics().patterns)


def _matcher(pattern: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(part) for part in pattern.split("*")))
