"""A second engine to check the first: axe-selenium-python's `Axe` over WebDriver.

It runs axe in the main frame and in the page's own world, so it sees no frames, and a page could
answer in its name; of a plain page both say the same. The axe-core bundled with that package is
of 2018 and never used: it is handed the script that the first engine runs.
"""

import asyncio
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit

import urllib3
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver import Remote

from crawler.browser.failure import failure
from crawler.browser.scripts import AxeScript, axe_script
from crawler.browser.webdriver import WebDriverFound, Window
from crawler.browser.webdriver_look import LOST, first_line, look
from crawler.browser.words import (
    BrowserMissing,
    Rendered,
    RenderFailed,
    RenderJob,
    RenderSettings,
)
from crawler.guard import Guard, GuardProxy, Refused, Unresolved
from ideaaudit.models import AxeResult, Reason

T = TypeVar("T")
ATTEMPTS = 2
ONLY_AXE = (
    "Pages were seen by the second engine (--engine selenium): their markup and axe's results, "
    "without frames. Phone, keyboard, requests, cookies and the rest are untested."
)
NO_GUARD = (
    "The browser ran on the Selenium Grid {grid}, where nothing held it to public addresses but "
    "a look at the address of each page before it was opened."
)


class SeleniumPool:
    """Renders as `RenderPool` does, what a WebDriver lets it see.

    Each site has a browser and a profile of its own, ended with the site.

    Args:
        settings: as for the first engine; secrets are never sent.
        guard: every browser of this machine goes through its proxy; that of a Grid elsewhere
            cannot, and only the page's own address is looked at before it is opened.

    Attributes:
        browser: where it comes from, and its version.
        notes: what a reader of the audit must know of how it was seen.
    """

    def __init__(self, settings: RenderSettings, guard: Guard, found: WebDriverFound) -> None:
        """Nothing is started yet.

        Raises:
            crawler.browser.scripts.AxeMissing: there is no axe-core that is new enough.
        """
        self.axe: AxeScript = axe_script(settings.axe)
        self.found = found
        self.browser = f"{'grid' if found.grid else 'webdriver'} {found.version}".strip()
        self.notes: tuple[str, ...] = (ONLY_AXE,)
        if not found.is_guarded:
            self.notes += (NO_GUARD.format(grid=urlsplit(found.grid).hostname),)
        self._settings = settings
        self._guard = guard
        self._room = asyncio.Semaphore(settings.size)
        self._idle: list[tuple[Window, GuardProxy | None]] = []

    async def start(self) -> None:
        """Start a browser now rather than with the first page; the first site gets it.

        Raises:
            BrowserMissing: it cannot be started; says why.
        """
        try:
            self._idle.append(await self._open())
        except RenderFailed as error:
            raise BrowserMissing(f"WebDriver starts no browser: {error.detail}") from error

    def versions(self) -> dict[str, str]:
        """For the run: "browser", "axe", "axe-sha256", "engine"."""
        return {
            "browser": self.browser,
            "engine": "selenium",
            "axe": self.axe.version,
            "axe-sha256": self.axe.sha256,
        }

    async def render(self, job: RenderJob) -> Rendered:
        """One page, as far as it can be seen.

        Raises:
            RenderFailed: nothing was seen of it; says why.
        """
        if not self.found.is_guarded:
            await self._judge(job.url)
        async with self._room:
            for attempt in range(ATTEMPTS):
                try:
                    return await self._once(job)
                except RenderFailed as error:
                    if error.reason is not Reason.CRASHED or attempt + 1 == ATTEMPTS:
                        raise
        raise AssertionError("every attempt returns or raises")

    async def close_site(self, site: str) -> None:
        """Let go of the browsers of a site that is done."""
        await self._end([pair for pair in self._idle if pair[0].site == site])

    async def close(self) -> None:
        """Stop every browser; no process is left behind."""
        await self._end(list(self._idle))

    async def _once(self, job: RenderJob) -> Rendered:
        window, proxy = await self._window(job.site)
        limits = self._settings.deadlines
        whole = limits.open + limits.parse + limits.load + limits.html + limits.axe
        try:
            async with asyncio.timeout(whole):
                return await _in(window, lambda driver: look(driver, job, self.axe, limits))
        except TimeoutError:
            window.dead = True
            raise RenderFailed(Reason.TIMEOUT, f"It took over {whole:g} s.") from None
        except (WebDriverException, urllib3.exceptions.HTTPError, OSError) as error:
            raise _failed(error, job.url, window, proxy) from error
        finally:
            self._idle.append((window, proxy))
            if window.dead:
                await self._end([(window, proxy)])
            elif proxy:
                proxy.forget()

    async def _judge(self, url: str) -> None:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        try:
            await self._guard.resolve(parts.hostname or "", port)
        except Refused as error:
            raise RenderFailed(Reason.PRIVATE_ADDRESS, str(error)) from error
        except Unresolved as error:
            raise RenderFailed(Reason.DNS, str(error)) from error

    async def _window(self, site: str) -> tuple[Window, GuardProxy | None]:
        """A browser that saw this site alone, or none yet; another site's makes room for it."""
        for pair in self._idle:
            if pair[0].site in (site, ""):
                self._idle.remove(pair)
                break
        else:
            if len(self._idle) >= self._settings.size:
                await self._end(self._idle[:1])
            pair = await self._open()
        pair[0].site = site
        return pair

    async def _open(self) -> tuple[Window, GuardProxy | None]:
        proxy = await GuardProxy(self._guard).start() if self.found.is_guarded else None
        window = Window(self.found, self._settings, proxy.url if proxy else "")
        try:
            async with asyncio.timeout(self._settings.deadlines.launch):
                await asyncio.get_running_loop().run_in_executor(window.threads, window.open)
        except (WebDriverException, urllib3.exceptions.HTTPError, OSError, TimeoutError) as error:
            await self._end([(window, proxy)])
            said = first_line(error) or f"{type(error).__name__} at its start"
            raise RenderFailed(Reason.CRASHED, said) from error
        if window.note:
            self.notes = tuple(dict.fromkeys((*self.notes, window.note)))
        return window, proxy

    async def _end(self, pairs: list[tuple[Window, GuardProxy | None]]) -> None:
        self._idle = [pair for pair in self._idle if pair not in pairs]
        for window, proxy in pairs:
            await asyncio.to_thread(window.close)
            if proxy:
                await proxy.close()


def _failed(error: Exception, url: str, window: Window, proxy: GuardProxy | None) -> RenderFailed:
    """What an error of the driver means for the page, and for the browser that showed it."""
    said = str(error)
    if isinstance(error, TimeoutException):
        window.dead = True
        return RenderFailed(Reason.TIMEOUT, "It did not answer in time.")
    if not isinstance(error, WebDriverException) or any(word in said for word in LOST):
        window.dead = True
        return RenderFailed(Reason.CRASHED, "The browser lost the page (it crashed or was closed).")
    return failure(first_line(error), url, proxy.contacts() if proxy else ())


async def _in(window: Window, work: Callable[[Remote], T]) -> T:
    """The same, in the window's own thread."""
    driver = window.driver
    assert driver
    return await asyncio.get_running_loop().run_in_executor(window.threads, work, driver)


def disagreement(ours: AxeResult, theirs: AxeResult) -> list[str]:
    """The rules that two engines count differently, sorted; what axe leaves for review too."""
    pairs = ((ours.violations, theirs.violations), (ours.incomplete, theirs.incomplete))
    different = set()
    for one, other in pairs:
        mine, yours = ({rule.id: rule.count for rule in rules} for rules in (one, other))
        different |= {rule for rule in mine | yours if mine.get(rule) != yours.get(rule)}
    return sorted(different)
