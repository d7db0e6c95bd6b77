"""The page in other browser engines: Playwright's own Firefox and WebKit, where asked for."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError

from crawler.browser.words import ENGINES, BrowserMissing, RenderSettings
from crawler.guard import Guard, GuardProxy
from ideaaudit.models import EngineSeen, Gap, Reason

KNOWN = ("firefox", "webkit")
MOST_ERRORS = 20
# Word characters as in `audit.parity.words`, so that both sides count the same.
WORDS = """() => {
  const counts = {};
  const text = (document.body ? document.body.innerText : "").toLowerCase();
  for (const word of (text.match(/[\\p{L}\\p{N}]+/gu) || []).slice(0, 20000)) {
    counts["w" + word] = (counts["w" + word] || 0) + 1;
  }
  return counts;
}"""


def check_engines(names: Iterable[str]) -> None:
    """Find out before an audit whether the engines that it asks for are there.

    Raises:
        BrowserMissing: in one line, which is not and how to get it.
        ValueError: a name is no engine's.
    """
    wanted = tuple(names)
    if strange := sorted(set(wanted) - set(KNOWN)):
        raise ValueError(f"--engines knows firefox and webkit, and not {strange[0]!r}.")
    if not wanted:
        return
    # Reading it takes a twelfth of a start, and few ask for another engine.
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        for name in wanted:
            if not Path(getattr(playwright, name).executable_path).exists():
                raise BrowserMissing(
                    f"There is no {name} to see with (--engines): get it with "
                    f"`playwright install --with-deps {name}`, or leave it out."
                )


@dataclass
class Engines:
    """The other engines of one pool; nothing is started before the first page.

    Each page is loaded in a context of its own through a guarded proxy, one page at a time.
    """

    settings: RenderSettings
    guard: Guard
    _playwright: Playwright | None = None
    _browsers: dict[str, Browser] = field(default_factory=dict)
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def names(self) -> tuple[str, ...]:
        """Which engines were asked for."""
        return self.settings.engines

    async def see(
        self, url: str, words: dict[str, int]
    ) -> tuple[tuple[EngineSeen, ...], tuple[Gap, ...]]:
        """The page in each of them, and a gap for each that did not show it.

        Args:
            words: how often Chromium showed which word.
        """
        seen, gaps = [], []
        async with self._lock:
            for name in self.names:
                try:
                    async with asyncio.timeout(self.settings.deadlines.engine):
                        seen.append(await self._one(name, url, Counter(words)))
                except TimeoutError:
                    gaps.append(Gap(ENGINES, Reason.TIMEOUT, f"{name} did not show it in time."))
                except PlaywrightError as error:
                    said = str(error).strip().partition("\n")[0][:200]
                    gaps.append(Gap(ENGINES, Reason.ERROR, f"{name}: {said}"))
        return tuple(seen), tuple(gaps)

    async def close(self) -> None:
        """Stop them all."""
        for browser in self._browsers.values():
            with contextlib.suppress(Exception):
                await asyncio.wait_for(browser.close(), self.settings.deadlines.close)
        if self._playwright:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(self._playwright.stop(), self.settings.deadlines.close)
        self._browsers.clear()
        self._playwright = None

    async def _one(self, name: str, url: str, words: Counter[str]) -> EngineSeen:
        browser = await self._browser(name)
        proxy = await GuardProxy(self.guard).start()
        try:
            context = await browser.new_context(
                accept_downloads=False,
                ignore_https_errors=True,
                service_workers="block",
                viewport={"width": 1280, "height": 800},
                locale="en-US",
                proxy={"server": proxy.url, "bypass": "<-loopback>"},
            )
            try:
                page = await context.new_page()
                return await _look(page, name, browser.version, url, words)
            finally:
                with contextlib.suppress(PlaywrightError, TimeoutError):
                    await asyncio.wait_for(context.close(), self.settings.deadlines.close)
        finally:
            await proxy.close()

    async def _browser(self, name: str) -> Browser:
        browser = self._browsers.get(name)
        if browser is None or not browser.is_connected():
            if self._playwright is None:
                self._playwright = await async_playwright().start()
            browser = self._browsers[name] = await getattr(self._playwright, name).launch()
        return browser


async def _look(page: Page, name: str, version: str, url: str, words: Counter[str]) -> EngineSeen:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error).partition("\n")[0][:300]))
    await page.goto(url, wait_until="load", timeout=0)
    await page.wait_for_timeout(500)
    found: dict[str, Any] = await page.evaluate(WORDS)
    there = Counter({word[1:]: count for word, count in found.items()})
    return EngineSeen(
        name=name,
        version=version,
        words=(words.total(), (words & there).total()),
        errors=tuple(errors[:MOST_ERRORS]),
    )
