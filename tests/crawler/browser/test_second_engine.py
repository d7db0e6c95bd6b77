"""A second engine, run in the page's own world, agrees with ours in the isolated one."""

import json
from typing import Any

from axe_selenium_python import Axe

from crawler.browser.scripts import axe_script
from crawler.browser.second_engine import PageDriver, disagreement
from crawler.observers.axe import OPTIONS


def test_axe_selenium_python_finds_what_we_find(
    bench: Any, pages: Any, pool: Any, render: Any, html: Any
) -> None:
    pages["agency.test/"] = html(
        "<h2>Start</h2><p style='color:#999'>pale</p><img src=x.png><input><a href=/></a>"
        "<ul><div>x</div></ul><div role=banana>y</div>"
    )
    ours = render("/", senses=frozenset({"axe"})).rendering.axe
    browser = bench.run(pool.driver.browser())
    (context,) = [context for context in browser.contexts if context.pages]

    async def theirs() -> dict[str, Any]:
        page = context.pages[0]
        await page.goto("http://agency.test/")
        axe = Axe(PageDriver(page), script_url=str(axe_script().path))
        axe.inject()
        found: dict[str, Any] = await axe.run(options=json.dumps(OPTIONS))
        return found

    found = bench.run(theirs())
    assert len(ours.violations) >= 6
    assert disagreement(ours, found) == []
    missing = {**found, "violations": found["violations"][1:]}
    assert disagreement(ours, missing) == [found["violations"][0]["id"]]
