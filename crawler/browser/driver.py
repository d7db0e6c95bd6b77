"""One Playwright driver and one browser, started when needed and replaced when lost."""

import asyncio
import contextlib
import os

from playwright.async_api import Browser, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError

from crawler.browser import sandbox
from crawler.browser.find import NO_DRIVER, BrowserFound, find_browser
from crawler.browser.watch import watch_memory
from crawler.browser.words import BrowserMissing, RenderSettings
from crawler.guard import Guard, GuardProxy

ARGUMENTS = (
    "--disable-quic",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    # Chromium asks names itself for <link rel=dns-prefetch>, proxy or not.
    "--dns-prefetch-disable",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--disable-gpu",
    "--disable-extensions",
    # Each page has a core of its own here, and is gone before what the best compiler makes of its
    # scripts pays: threads beside and that compiler take more than they give. Hostile scripts
    # lose a favorite target with it.
    "--js-flags=--single-threaded --no-opt",
)
LAUNCHES = 2


class Driver:
    """The processes behind the pool.

    Attributes:
        generation: counts the browsers started; a page of an older one is lost.
        found: the browser, once it was looked for.
        sandboxed: whether the running browser has its sandbox.
        notes: what a reader of the audit must know about how the browser ran.
    """

    def __init__(self, settings: RenderSettings) -> None:
        self._settings = settings
        self._lock = asyncio.Lock()
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._dead_end: GuardProxy | None = None
        self._shelter: sandbox.Shelter | None = None
        self._watch: asyncio.Task[None] | None = None
        self.generation = 0
        self.found: BrowserFound | None = None
        self.sandboxed = False
        self.notes: tuple[str, ...] = ()

    async def answers(self) -> bool:
        """Whether browser and driver are there to be talked to; a dead driver does not say so."""
        try:
            async with asyncio.timeout(self._settings.deadlines.close):
                if self._browser is None or not self._browser.is_connected():
                    return False
                session = await self._browser.new_browser_cdp_session()
                await session.send("Browser.getVersion")
                await session.detach()
        except (PlaywrightError, TimeoutError):
            return False
        return True

    async def browser(self) -> Browser:
        """The browser, started where it is not running.

        Raises:
            BrowserMissing: there is none, or it cannot be started.
        """
        async with self._lock:
            if self._browser is None or not self._browser.is_connected():
                await self._stop()
                try:
                    self._browser = await self._start()
                except BrowserMissing:  # it may have been killed at its start
                    self._browser = await self._start()
                self.generation += 1
            return self._browser

    async def close(self) -> None:
        """Stop browser and driver, and remove what they left."""
        async with self._lock:
            await self._stop()

    async def drop(self, generation: int) -> None:
        """Stop the browser of this generation: it does not answer. A newer one is left alone."""
        async with self._lock:
            if generation == self.generation:
                await self._stop()

    async def _start(self) -> Browser:
        found = self.found
        if found is None:
            found = self.found = await asyncio.to_thread(find_browser, self._settings.browser)
        place = self._shelter = sandbox.shelter(found.path)
        # What is not a page's own has no business on the network.
        self._dead_end = await GuardProxy(Guard(closed=True)).start()
        self._playwright = await self._driver()
        why = place.note
        # One that was killed at its start is no reason to do without the sandbox.
        for _ in range(0 if why else LAUNCHES):
            try:
                return await self._launch(place, sandboxed=True)
            except PlaywrightError as error:
                why = _first_line(error)
        try:
            browser = await self._launch(place, sandboxed=False)
        except PlaywrightError as error:
            await self._stop()
            reason = f"The browser {found.path} does not start: {_first_line(error)}"
            raise BrowserMissing(reason) from error
        self.notes = (sandbox.NO_SANDBOX.format(why=why),)
        return browser

    async def _driver(self) -> Playwright:
        try:
            return await async_playwright().start()
        except Exception as error:
            await self._stop()
            raise BrowserMissing(NO_DRIVER.format(why=_first_line(error))) from error

    async def _launch(self, place: sandbox.Shelter, *, sandboxed: bool) -> Browser:
        assert self._playwright
        assert self._dead_end
        browser = await self._playwright.chromium.launch(
            executable_path=place.executable,
            headless=True,
            chromium_sandbox=sandboxed,
            args=[*ARGUMENTS, *self._settings.arguments],
            proxy={"server": self._dead_end.url},
            timeout=self._settings.deadlines.launch * 1000,
            env=_environment(place),
            handle_sigint=False,
            handle_sigterm=False,
            handle_sighup=False,
        )
        self.sandboxed = sandboxed
        self._watch = asyncio.ensure_future(watch_memory())
        return browser

    async def _stop(self) -> None:
        limit = self._settings.deadlines.close
        if self._watch:
            self._watch.cancel()
        for thing in (
            self._browser and self._browser.close,
            self._playwright and self._playwright.stop,
        ):
            if thing:
                with contextlib.suppress(Exception):
                    await asyncio.wait_for(thing(), limit)
        if self._dead_end:
            await self._dead_end.close()
        if self._shelter:
            await asyncio.to_thread(sandbox.forget, self._shelter)
        self._browser = self._playwright = self._dead_end = self._shelter = self._watch = None


def _environment(place: sandbox.Shelter) -> dict[str, str | float | bool]:
    """Nothing of ours: an audit's secrets stand in environment variables."""
    kept = ("PATH", "LANG", "LC_ALL", "TZ", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "LD_LIBRARY_PATH")
    home = str(place.home)
    ours = {name: os.environ[name] for name in kept if name in os.environ}
    return {**ours, "HOME": home, "TMPDIR": home}


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
