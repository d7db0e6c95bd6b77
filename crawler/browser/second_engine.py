"""A second engine to check the first: axe-selenium-python's runner, driving a Playwright page.

It runs axe in the main frame and in the page's own world, so it is no way to audit; what both
see of a plain page must agree. Its bundled axe-core is of 2018 and is never used: hand it
`axe_script().path`, and options as JSON.
"""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from axe_selenium_python import Axe
from playwright.async_api import Browser, Page

from crawler.browser.scripts import AxeScript
from crawler.guard import Guard, GuardProxy
from crawler.observers.axe import OPTIONS
from ideaaudit.models import AxeResult


class PageDriver:
    """The part of a WebDriver that `axe_selenium_python.Axe` needs; what it returns is awaited."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._before: list[asyncio.Future[Any]] = []

    def execute_script(self, script: str) -> None:
        """Run a script in the page; `Axe.inject` does not wait for it, the next script does."""
        self._before.append(asyncio.ensure_future(self._page.evaluate(f"() => {{ {script} }}")))

    async def execute_async_script(self, script: str) -> Any:
        """Run a script that calls its last argument back with the result."""
        await asyncio.gather(*self._before)
        self._before.clear()
        body = f"new Promise(done => {{ (function () {{ {script} }})(done) }})"
        return await self._page.evaluate(f"() => {body}")


async def second_opinion(browser: Browser, guard: Guard, url: str, axe: AxeScript) -> Any:
    """What the second engine says of a page, in axe's own form.

    Raises:
        playwright.async_api.Error: the page cannot be opened, or axe not be run in it.
    """
    async with GuardProxy(guard) as proxy:
        context = await browser.new_context(
            proxy={"server": proxy.url, "bypass": "<-loopback>"},
            viewport={"width": 1280, "height": 800},
        )
        page = await context.new_page()
        await page.goto(url)
        runner = Axe(PageDriver(page), script_url=str(axe.path))
        runner.inject()
        found = await runner.run(options=json.dumps(OPTIONS))
        await context.close()
        return found


def disagreement(ours: AxeResult, theirs: Mapping[str, Any]) -> list[str]:
    """The rules that the two engines count differently, sorted; "incomplete" ones too."""
    pairs = ((ours.violations, "violations"), (ours.incomplete, "incomplete"))
    different = set()
    for rules, kind in pairs:
        mine = {rule.id: rule.count for rule in rules}
        other = {rule["id"]: len(rule["nodes"]) for rule in theirs[kind]}
        different |= {rule for rule in mine | other if mine.get(rule) != other.get(rule)}
    return sorted(different)
