"""From a URL to a document at rest."""

import asyncio
import time
from typing import Any

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Response

from crawler.browser.failure import failure
from crawler.browser.slot import Slot
from crawler.browser.steps import Lost, StepFailed, Steps
from crawler.browser.words import RenderFailed, RenderSettings
from crawler.browser.world import World
from crawler.observers.requests import RequestLog
from ideaaudit.models import Gap, Reason

MOVES = 4
# A crash is first told as a broken-off load, and by its name a moment later.
MOMENT = 0.3
HTML_TYPES = ("", "text/html", "application/xhtml+xml")
LATER = (429, 503)


class Opening:
    """Opens one URL in a slot.

    Attributes:
        response: the answer that the shown document came with.
        gaps: what the page did not finish.
    """

    def __init__(self, slot: Slot, settings: RenderSettings, steps: Steps, log: RequestLog) -> None:
        self._slot = slot
        self._page = slot.page
        self._settings = settings
        self._limits = settings.deadlines
        self._steps = steps
        self._log = log
        self.response: Response | None = None
        self.gaps: list[Gap] = []

    async def open(self, url: str) -> World:
        """The isolated world of the document, once it is loaded and quiet.

        A page that never finishes loading is taken as it is, with a gap named "load".

        Raises:
            RenderFailed: it cannot be opened or is no HTML.
            Lost: it hangs, crashes, or goes on from page to page.
        """
        await self._steps.take("open", self._limits.open, self._go(url))
        for _ in range(MOVES):
            try:
                return await self._rest()
            except Lost as lost:
                if lost.reason is not Reason.REDIRECTED:
                    raise
        raise Lost(Reason.REDIRECTED, "It goes on from page to page by itself.")

    async def _go(self, url: str) -> None:
        try:
            self.response = await self._page.goto(url, wait_until="commit", timeout=0)
        except PlaywrightError as error:
            if "ERR_ABORTED" in str(error):
                await asyncio.sleep(MOMENT)
            words = "crashed" if self._slot.dead else str(error)
            raise failure(words, url, self._slot.proxy.contacts()) from error
        self._refuse_other_media()

    def _refuse_other_media(self) -> None:
        kind = self.response.headers.get("content-type", "") if self.response else ""
        kind = kind.partition(";")[0].strip().lower()
        # "Later" is heard in any form; whoever asked for the page looks at the status.
        later = self.response is not None and self.response.status in LATER
        if kind in HTML_TYPES or later:
            return
        if self.response and self.response.status >= 400:
            raise RenderFailed(Reason.HTTP_ERROR, f"The browser got HTTP {self.response.status}.")
        raise RenderFailed(Reason.NOT_HTML, f"It is {kind}, not a page.")

    async def _rest(self) -> World:
        """Wait for the document that is there now; it may be gone before it rests."""
        self.gaps.clear()
        await self._steps.take("parse", self._limits.parse, self._reach("domcontentloaded"))
        if not await self._steps.wait("load", self._limits.load, self._reach("load")):
            detail = f"After {self._limits.load:g} s it was still loading; it was seen as it was."
            self.gaps.append(Gap("load", Reason.TIMEOUT, detail))
        world = await self._steps.take("world", self._limits.html, self._slot.main())
        try:
            await self._steps.take("quiet", self._limits.html, self._quiet(world))
        except StepFailed as error:
            self.gaps.append(Gap("load", Reason.ERROR, str(error)))
        return world

    async def _reach(self, state: Any) -> None:
        await self._page.wait_for_load_state(state, timeout=0)

    async def _quiet(self, world: World) -> None:
        ends = time.monotonic() + self._limits.quiet
        await world.call("audit.settle", self._limits.quiet * 1000)
        while self._settings.settle:
            await asyncio.sleep(self._settings.settle)
            if not self._log.busy or time.monotonic() > ends:
                return
