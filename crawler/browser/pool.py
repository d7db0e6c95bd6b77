"""A process-wide pool of pages: one driver, one browser, and as many pages as are in flight."""

import asyncio

from playwright.async_api import Error as PlaywrightError

from crawler.browser.driver import Driver
from crawler.browser.engines import Engines
from crawler.browser.load import Load
from crawler.browser.scripts import AxeScript, axe_script, world_source
from crawler.browser.slot import Slot, open_slot
from crawler.browser.words import Rendered, RenderFailed, RenderJob, RenderSettings
from crawler.guard import Guard
from ideaaudit.models import Reason

ATTEMPTS = 2


class BrowserLost(Exception):  # noqa: N818
    """The browser is gone, and the page with it."""


class RenderPool:
    """Renders pages, `settings.size` at a time, from one event loop.

    A hung or crashed page costs itself; a lost browser is started again and its pages are tried
    once more. Use it as `async with RenderPool(settings, guard) as pool`, or `close` it.

    Attributes:
        axe: the axe-core script that is used.
        driver: the processes behind the pool: browser found, sandboxed or not, notes.
    """

    def __init__(self, settings: RenderSettings, guard: Guard) -> None:
        """Nothing is started yet.

        Raises:
            crawler.browser.scripts.AxeMissing: there is no axe-core that is new enough.
        """
        self._settings = settings
        self._guard = guard
        self.axe: AxeScript = axe_script(settings.axe)
        self._source = world_source(self.axe)
        self.driver = Driver(settings)
        self._engines = Engines(settings, guard)
        self._room = asyncio.Semaphore(settings.size)
        self._idle: list[Slot] = []
        self._closing: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> "RenderPool":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def start(self) -> None:
        """Start the browser now rather than with the first page.

        Raises:
            BrowserMissing: there is none, or it cannot be started; says what to do.
        """
        await self.driver.browser()

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the audit must know: that the sandbox was off."""
        return self.driver.notes

    def versions(self) -> dict[str, str]:
        """For the run: "browser", "axe", "axe-sha256"."""
        found = self.driver.found
        browser = {"browser": f"{found.kind} {found.version}"} if found else {}
        return browser | {"axe": self.axe.version, "axe-sha256": self.axe.sha256}

    async def render(self, job: RenderJob) -> Rendered:
        """One page, as far as it can be seen.

        Raises:
            RenderFailed: nothing was seen of it; says why.
            BrowserMissing: there is no browser to see with.
        """
        async with self._room:
            for _ in range(ATTEMPTS):
                try:
                    return await self._once(job)
                except BrowserLost:
                    continue
        raise RenderFailed(Reason.CRASHED, "The browser was lost twice over this page.")

    async def close_site(self, site: str) -> None:
        """Let go of the pages, cookies and cache of a site that is done."""
        for slot in [slot for slot in self._idle if slot.site == site]:
            self._idle.remove(slot)
            self._discard(slot)

    async def close(self) -> None:
        """Stop the browser; no process is left behind."""
        for slot in self._idle:
            self._discard(slot)
        self._idle.clear()
        await asyncio.gather(*self._closing)
        await self._engines.close()
        await self.driver.close()

    async def _once(self, job: RenderJob) -> Rendered:
        slot = await self._slot(job.site)
        try:
            rendered = await Load(slot, job, self._settings, self._engines).run()
        except RenderFailed as error:
            if error.reason is Reason.CRASHED:
                await self._check_browser(slot.generation)
            raise
        finally:
            await self._give_back(slot)
        if any(gap.reason is Reason.CRASHED for gap in rendered.rendering.gaps):
            await self._check_browser(slot.generation)
        return rendered

    async def _slot(self, site: str) -> Slot:
        """A page for this site: one that rests, or a new one in the place of another site's."""
        browser = await self.driver.browser()
        self._drop_lost()
        for slot in self._idle:
            if slot.site == site:
                self._idle.remove(slot)
                return slot
        if len(self._idle) >= self._settings.size:
            self._discard(self._idle.pop(0))
        generation = self.driver.generation
        try:
            async with asyncio.timeout(self._settings.deadlines.slot):
                slot = await open_slot(browser, site, self._guard, self._source, self._settings)
        except (PlaywrightError, TimeoutError) as error:
            await self.driver.drop(generation)
            raise BrowserLost from error
        slot.generation = generation
        return slot

    async def _give_back(self, slot: Slot) -> None:
        slot.uses += 1
        worn = slot.uses >= self._settings.max_uses or slot.heap > self._settings.max_heap
        if not (slot.dead or worn):
            await slot.rest(self._settings.deadlines.close)
        if slot.dead or worn:
            self._discard(slot)
        else:
            self._idle.append(slot)

    def _drop_lost(self) -> None:
        for slot in [slot for slot in self._idle if slot.dead or not self._current(slot)]:
            self._idle.remove(slot)
            self._discard(slot)

    def _current(self, slot: Slot) -> bool:
        return slot.generation == self.driver.generation

    def _discard(self, slot: Slot) -> None:
        task = asyncio.ensure_future(slot.close(self._settings.deadlines.close))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def _check_browser(self, generation: int) -> None:
        """Where a page crashed: was it the page, or the browser under it?

        Raises:
            BrowserLost: it was the browser.
        """
        if generation != self.driver.generation:
            raise BrowserLost
        if not await self.driver.answers():
            await self.driver.drop(generation)
            raise BrowserLost
