import asyncio
import os
from contextlib import suppress
from typing import Any

import pytest

from crawler.browser import RenderFailed, RenderJob
from crawler.browser.watch import renderers, resident, watch_memory
from ideaaudit.models import Reason

SENSES = frozenset({"html"})
GROWS = "<script>onload = () => { for (a = [];;) a.push(new Uint8Array(5e7).fill(1)) }</script>"


def test_a_page_that_takes_all_memory_costs_itself_only(
    bench: Any, pages: Any, pool: Any, render: Any, html: Any
) -> None:
    pages["agency.test/"] = html(GROWS)
    pages["agency.test/good"] = html("<h1>Good")
    render("/good")
    generation = pool.driver.generation

    async def watched() -> Any:
        watch = asyncio.ensure_future(watch_memory(400 * 2**20, 0.05))
        try:
            return await pool.render(RenderJob("http://agency.test/", "agency.test", SENSES))
        finally:
            watch.cancel()

    with pytest.raises(RenderFailed) as failed:
        bench.run(watched())
    assert failed.value.reason is Reason.CRASHED
    assert render("/good").rendering.gaps == ()
    assert pool.driver.generation == generation


def test_renderers_are_known_by_their_command(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html("<h1>Good")
    render("/")
    kinds: dict[int, bool] = {}
    found = list(renderers(os.getpid(), kinds))
    assert found
    assert set(found) < set(kinds)
    assert set(renderers(os.getpid(), kinds)) <= {one for one, is_one in kinds.items() if is_one}
    assert all(resident(pid) > 2**20 for pid in found)
    assert resident(0) == 0


def test_the_watch_ends_where_it_is_canceled() -> None:
    async def scene() -> bool:
        watch = asyncio.ensure_future(watch_memory(seconds=0.01))
        await asyncio.sleep(0.05)
        watch.cancel()
        with suppress(asyncio.CancelledError):
            await watch
        return watch.cancelled()

    assert asyncio.run(scene())
