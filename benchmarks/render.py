"""Pages a minute: the project's pool against a plain Playwright loop.

    python -m benchmarks.render [--quick]

Both sides use the same browser and have two pages in flight over the same pages on loopback. The
plain loop opens a new page each time, evaluates axe from its source and takes full results. For
equal work the pool loads and runs axe only and waits for nothing that the loop does not wait for.
The same is done over raw DevTools (`benchmarks.render_raw`), which is as fast as it can be. Ends
with `RESULT render=<equal work, over the plain loop> raw=<over raw DevTools> all=<with every sense,
over the plain loop>`: pages for each second of CPU of the whole tree.
"""

import asyncio
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Browser, async_playwright

from benchmarks import render_pages
from benchmarks.processes import cpu_seconds
from benchmarks.render_raw import raw
from crawler.browser import RenderJob, RenderPool, RenderSettings
from crawler.browser.find import find_browser
from crawler.browser.words import (
    ALL_SENSES,
    AXE,
    COOKIES,
    HTML,
    LAYOUTS,
    PHONE,
    PICTURES,
    PROBES,
    REQUESTS,
)
from crawler.guard import Guard
from crawler.observers.axe import OPTIONS

IN_FLIGHT = 2
SITE = "bench.test"
# What is looked at in a lap, and the lap that differs from it by this sense alone.
SENSES: dict[str, tuple[frozenset[str], str]] = {
    "load": (frozenset(), ""),
    **{sense: (frozenset({sense}), "load") for sense in (HTML, REQUESTS, COOKIES, LAYOUTS, PHONE)},
    PICTURES: (frozenset({PHONE, PICTURES}), PHONE),
    **{sense: (frozenset({sense}), "load") for sense in PROBES},
    "probes": (frozenset(PROBES), "load"),
}
Findings = dict[str, dict[str, int]]
Side = Callable[[str], Awaitable[dict[str, int]]]


@dataclass(frozen=True, slots=True)
class Lap:
    """One side over all pages once."""

    wall: float
    cpu: float
    findings: Findings


class Bench:
    """The pages, and how a side is timed over them."""

    def __init__(self, pages: int, port: int, server: int) -> None:
        self.urls = [f"http://{SITE}/{number}" for number in range(1, pages + 1)]
        self.port = port
        self._besides = frozenset({server})

    async def lap(self, side: Side) -> Lap:
        """All pages, two in flight."""
        room = asyncio.Semaphore(IN_FLIGHT)

        async def one(url: str) -> tuple[str, dict[str, int]]:
            async with room:
                return url, await side(url)

        began, used = time.perf_counter(), cpu_seconds(self._besides)
        findings = dict(await asyncio.gather(*(one(url) for url in self.urls)))
        return Lap(time.perf_counter() - began, cpu_seconds(self._besides) - used, findings)


def plain(browser: Browser, source: str) -> Side:
    """What one would write first: a new page, axe from its source, everything it says."""
    options = {"runOnly": OPTIONS["runOnly"], "rules": OPTIONS["rules"]}

    async def side(url: str) -> dict[str, int]:
        page = await browser.new_page(viewport={"width": 1280, "height": 800})
        await page.goto(url)
        await page.evaluate(source)
        results = await page.evaluate("options => axe.run(document, options)", options)
        await page.close()
        return _counts(results)

    return side


def pooled(pool: RenderPool, senses: frozenset[str]) -> Side:
    """The project's way, with these senses."""

    async def side(url: str) -> dict[str, int]:
        rendering = (await pool.render(RenderJob(url, SITE, senses))).rendering
        if rendering.gaps:
            raise SystemExit(f"{url}: {rendering.gaps}")
        axe = rendering.axe
        found = (*axe.violations, *axe.incomplete) if axe else ()
        return {rule.id: rule.count for rule in found}

    return side


def _counts(results: Any) -> dict[str, int]:
    found = (*results["violations"], *results["incomplete"])
    return {rule["id"]: len(rule["nodes"]) for rule in found}


async def measure(pages: int, rounds: int) -> int:
    """Run everything and print it; the exit code."""
    server, port = render_pages.start()
    bench = Bench(pages, port, server.pid or 0)
    guard = Guard([f"{SITE}:80:127.0.0.1:{port}"])
    try:
        async with (
            RenderPool(RenderSettings(size=IN_FLIGHT, settle=0), guard) as bare,
            RenderPool(RenderSettings(size=IN_FLIGHT), guard) as full,
            async_playwright() as playwright,
            AsyncExitStack() as stack,
        ):
            path = find_browser().path
            arguments = ["--disable-gpu", f"--host-resolver-rules=MAP {SITE} 127.0.0.1:{port}"]
            browser = await playwright.chromium.launch(executable_path=path, args=arguments)
            floor = await stack.enter_async_context(
                raw(path, arguments, bare.axe.source, OPTIONS, IN_FLIGHT)
            )
            sides: dict[str, Side] = {
                "plain": plain(browser, bare.axe.source),
                "raw": floor,
                "render": pooled(bare, frozenset({AXE})),
                "all": pooled(full, ALL_SENSES),
            }
            laps = await alternate(bench, sides, rounds)
            await browser.close()
            await senses(bench, full, rounds)
    finally:
        server.terminate()
    return report(laps, pages)


async def alternate(bench: Bench, sides: dict[str, Side], rounds: int) -> dict[str, list[Lap]]:
    """Every side in turn, again and again, after one round that warms all of them up."""
    laps: dict[str, list[Lap]] = {name: [] for name in sides}
    for turn in range(rounds + 1):
        for name, side in sides.items():
            lap = await bench.lap(side)
            label = f"round {turn}" if turn else "warm-up"
            print(f"{label} {name:9} {_line(lap)}", flush=True)
            laps[name] += [lap] if turn else []
    return laps


async def senses(bench: Bench, pool: RenderPool, rounds: int) -> None:
    """What each sense costs: its processor time over that of the same load without it.

    Axe is told from the rounds above: beside it the others would drown in its variation.
    """
    sides = {name: pooled(pool, wanted) for name, (wanted, _) in SENSES.items()}
    laps = await alternate(bench, sides, rounds)
    cpu = {name: statistics.median(lap.cpu for lap in of) for name, of in laps.items()}
    print("\nCPU-milliseconds a page, medians of the rounds:")
    for name, (_, without) in SENSES.items():
        more = cpu[name] - cpu.get(without, 0.0)
        print(f"{name:10} {more / len(bench.urls) * 1000:7.0f}")


def report(laps: dict[str, list[Lap]], pages: int) -> int:
    """Print the ratios of pages a minute to the plain loop's; 1 where findings differ."""
    print(f"\nPages a minute over {pages} pages, {IN_FLIGHT} in flight, medians of the rounds:")
    for name, of in laps.items():
        wall = statistics.median(lap.wall for lap in of)
        cpu = statistics.median(lap.cpu for lap in of)
        print(f"{name:7} {60 * pages / wall:6.0f} pages/min  {cpu / pages:.3f} CPU-s a page")
    print("(axe's own time is what `render` has over `load`)")
    # By CPU time: a wall clock would tell how busy others keep the machine.
    ratios = {
        name: statistics.median(
            one.cpu / other.cpu for one, other in zip(laps["plain"], of, strict=True)
        )
        for name, of in laps.items()
    }
    different = _differences([lap.findings for of in laps.values() for lap in of])
    for line in different[:10]:
        print(line)
    floor = ratios["render"] / ratios["raw"]
    print(f"RESULT render={ratios['render']:.2f} raw={floor:.2f} all={ratios['all']:.2f}")
    return 1 if different else 0


def _differences(findings: list[Findings]) -> list[str]:
    first, *others = findings
    return [
        f"DIFFERENT {url}: {first[url]} against {other[url]}"
        for other in others
        for url in first
        if first[url] != other[url]
    ]


def _line(lap: Lap) -> str:
    pages = len(lap.findings)
    return f"{lap.wall:6.1f} s wall  {lap.cpu:6.1f} s CPU  {60 * pages / lap.wall:5.0f} pages/min"


if __name__ == "__main__":
    quick = "--quick" in sys.argv[1:]
    sys.exit(asyncio.run(measure(pages=6 if quick else 20, rounds=2 if quick else 4)))
