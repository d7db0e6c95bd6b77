import asyncio
import contextlib
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from crawler.browser import BrowserMissing, RenderFailed, RenderJob, RenderPool
from ideaaudit.models import Reason

SENSES = frozenset({"html"})


def job(path: str = "/", site: str = "agency.test") -> RenderJob:
    return RenderJob(f"http://{site}{path}", site, SENSES)


def descendants(parent: int) -> dict[int, str]:
    """Every living process below one, with its command line."""
    found: dict[int, str] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            stat = (entry / "stat").read_text().rpartition(")")[2].split()
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        if int(stat[1]) == parent and stat[0] != "Z":
            found |= {int(entry.name): command} | descendants(int(entry.name))
    return found


def ours(word: str) -> list[int]:
    return [pid for pid, command in descendants(os.getpid()).items() if word in command]


pytestmark = pytest.mark.usefixtures("good")


def end(pid: int) -> None:
    """Kills a process; it may have gone with its parent a moment before."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


@pytest.fixture
def good(pages: Any, html: Any) -> Any:
    for host in ("agency.test", "other.test", "third.test"):
        pages[f"{host}/"] = html("<h1>Good</h1>")
    return pages


def test_a_page_is_used_again_for_the_same_site_and_made_anew_for_another(
    bench: Any, good: Any
) -> None:
    good["agency.test/"] = "<script>document.cookie = 'seen=1'</script><h1>Good"

    async def scene() -> tuple[set[str], set[str], int]:
        async with bench.pool(size=1) as pool:
            await pool.render(job())
            await pool.render(job())
            headers = dict(bench.web.headers["agency.test/"])
            await pool.render(job(site="other.test"))
            contexts = (await pool.driver.browser()).contexts
            await asyncio.gather(*pool._closing)
            names = {cookie["name"] for context in contexts for cookie in await context.cookies()}
            return set(headers), names, len((await pool.driver.browser()).contexts)

    headers, cookies, contexts = bench.run(scene())
    assert "Cookie" in headers
    assert cookies == set()
    assert contexts == 1


def test_a_worn_page_is_made_anew(bench: Any) -> None:
    async def scene() -> set[Any]:
        seen = set()
        async with bench.pool(size=1, max_uses=2) as pool:
            for _ in range(5):
                await pool.render(job())
                seen |= set((await pool.driver.browser()).contexts)
        return seen

    assert len(bench.run(scene())) >= 3


def test_no_more_pages_are_open_than_the_pool_is_large(bench: Any) -> None:
    async def scene() -> tuple[int, int]:
        most = 0
        async with bench.pool(size=2) as pool:
            browser = await pool.driver.browser()
            sites = ("agency.test", "other.test", "third.test")
            work = [asyncio.ensure_future(pool.render(job(site=site))) for site in sites * 4]
            while not all(task.done() for task in work):
                most = max(most, sum(len(context.pages) for context in browser.contexts))
                await asyncio.sleep(0.01)
            titles = {(await task).rendering.title for task in work}
            return most, len(titles)

    most, titles = bench.run(scene())
    # Two in flight, two at rest, and those that are being closed.
    assert most <= 6
    assert titles == 1


def test_a_site_that_is_done_leaves_nothing_behind(bench: Any) -> None:
    async def scene() -> int:
        async with bench.pool() as pool:
            await pool.render(job())
            await pool.close_site("agency.test")
            await asyncio.gather(*pool._closing)
            return len((await pool.driver.browser()).contexts)

    assert bench.run(scene()) == 0


def test_a_killed_browser_costs_a_new_start_and_no_page(bench: Any) -> None:
    async def scene() -> tuple[list[str], int]:
        async with bench.pool() as pool:
            await pool.render(job())
            work = [asyncio.ensure_future(pool.render(job())) for _ in range(6)]
            await asyncio.sleep(0.15)
            for pid in ours("--remote-debugging-pipe"):
                end(pid)
            rendered = await asyncio.gather(*work)
            return [one.rendering.title for one in rendered], pool.driver.generation

    titles, starts = bench.run(scene())
    assert titles == ["A page"] * 6
    assert starts == 2


def test_a_dead_driver_is_started_again(bench: Any) -> None:
    async def scene() -> tuple[str, int]:
        async with bench.pool() as pool:
            await pool.render(job())
            for pid in ours("run-driver"):
                end(pid)
            return (await pool.render(job())).rendering.title, pool.driver.generation

    assert bench.run(scene()) == ("A page", 2)


def test_a_crashed_renderer_costs_its_page_only(bench: Any, good: Any, html: Any) -> None:
    async def never(_: Any) -> Any:
        await asyncio.sleep(20)

    good["agency.test/hang"] = html("<h1>Hang</h1><img src=/never alt=''>")
    good["agency.test/never"] = never

    async def scene() -> tuple[Reason, str, int]:
        async with bench.pool(size=1) as pool:
            work = asyncio.ensure_future(pool.render(job("/hang")))
            await asyncio.sleep(0.8)
            for pid in ours("--type=renderer"):
                end(pid)
            with pytest.raises(RenderFailed) as failed:
                await work
            after = await pool.render(job())
            return failed.value.reason, after.rendering.title, pool.driver.generation

    assert bench.run(scene()) == (Reason.CRASHED, "A page", 1)


def test_closing_leaves_no_process_and_no_file_behind(bench: Any) -> None:
    async def scene() -> tuple[int, Path]:
        async with bench.pool() as pool:
            await asyncio.gather(pool.render(job()), pool.render(job(site="other.test")))
            folder = pool.driver._shelter.folder
            return len(before.symmetric_difference(descendants(os.getpid()))), folder

    before = set(descendants(os.getpid()))
    started, folder = bench.run(scene())
    assert started >= 3
    assert not folder.exists()
    assert set(descendants(os.getpid())) <= before


def test_closing_is_quick_while_a_page_hangs(bench: Any, good: Any, html: Any) -> None:
    good["agency.test/hung"] = html("<script>for (;;);</script>")

    async def scene() -> Any:
        async with bench.pool() as pool:
            with pytest.raises(RenderFailed):
                await pool.render(job("/hung"))
            return pool

    before = set(descendants(os.getpid()))
    bench.run(scene())
    assert set(descendants(os.getpid())) <= before


def test_a_browser_that_is_not_there_says_what_to_do(bench: Any, tmp_path: Path) -> None:
    pool: RenderPool = bench.pool(browser=str(tmp_path / "nothing"))
    with pytest.raises(BrowserMissing, match="IDEAAUDIT_BROWSER"):
        bench.run(pool.start())
    bench.run(pool.close())


def test_a_browser_that_does_not_start_says_so(bench: Any, tmp_path: Path) -> None:
    fake = tmp_path / "browser"
    fake.write_text('#!/bin/sh\n[ "$1" = --version ] && exec echo Chromium 1.2.3\nexit 1\n')
    fake.chmod(0o755)
    pool: RenderPool = bench.pool(browser=str(fake))
    with pytest.raises(BrowserMissing, match="does not start"):
        bench.run(pool.start())
    bench.run(pool.close())


def test_a_run_can_store_what_it_was_made_with(bench: Any, pool: RenderPool) -> None:
    bench.run(pool.start())
    versions = pool.versions()
    assert versions["axe"].startswith("4.")
    assert len(versions["axe-sha256"]) == 64
    assert any(letter.isdigit() for letter in versions["browser"])
