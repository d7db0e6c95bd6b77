"""What walking a page costs, with all that is stored of it, beside a spider that keeps nothing.

    python -m benchmarks.walk [--quick] [--pages N] [--profile]

One site of pages of 35 KB in the mean, on loopback, served from the last core; the walkers run on
the first. Both follow the same links through the same Scrapy; the bare spider is the one of its
tutorial. Ends with `RESULT walk=<ms of CPU a page, the browser left out>
share=<its pages per second of CPU, over the bare spider's>`.
"""

import argparse
import asyncio
import cProfile
import os
import pstats
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from scrapy import Spider
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.http import Response
from twisted.internet import asyncioreactor

import crawler.browser.handler
import crawler.spiders.site  # noqa: F401  start-up is no part of a page
from benchmarks.judge_pages import page
from benchmarks.runs import begun
from benchmarks.server import OTHER_CORES, Answer, Server, serving
from crawler.crawl import crawl
from ideaaudit.models import Target
from ideaaudit.settings import Secrets, Settings

SITE = "bench.test"
SECTIONS = (24, 56)
AIM_MS, AIM_SHARE = 15.0, 0.5


@dataclass(frozen=True, slots=True)
class Walk:
    """One walk: pages seen, seconds of CPU of the program and of its browser, bytes stored."""

    pages: int
    cpu: float
    browser: float
    wall: float
    stored: int


def answers(pages: int) -> Answer:
    """The site: `/` and `/topics/N`, so many in all, and nothing else."""
    topics = pages - 1

    @cache
    def body(number: int) -> bytes:
        draw = random.Random(number)
        return page(number, topics, draw, draw.randint(*SECTIONS)).encode()

    def answer(_origin: str, path: str) -> tuple[int, str, bytes]:
        name = path.removeprefix("/topics/")
        number = topics if path == "/" else int(name) if name.isdigit() else pages
        if number >= pages or (number == topics and path != "/"):
            return 404, "text/html", b"<h1>Not found</h1>"
        return 200, "text/html; charset=utf-8", body(number)

    for number in range(pages):
        body(number)
    return answer


def ours(server: Server, pages: int, profile: bool) -> Walk:
    """The project's walk, everything stored; the home page is rendered, as it always is."""
    settings = Settings(
        pages=pages,
        render=1,
        documents=0,
        delay=0,
        tabs=1,
        connect_to=(f"{SITE}:80:127.0.0.1:{server.http}",),
        connect_to_only=True,
    )
    with tempfile.TemporaryDirectory() as folder:
        store = begun(folder, settings, [Target(f"http://{SITE}/", SITE)])
        began = time.perf_counter()
        cpu = _timed(lambda: crawl(store, settings, Secrets(), quiet=True), profile)
        wall = time.perf_counter() - began
        walked = store.coverage(SITE).walked
        store.close()
        stored = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
    return Walk(walked, cpu, _used(resource.RUSAGE_CHILDREN), wall, stored)


class Bare(Spider):
    """Follows every link of the site, and keeps nothing."""

    name = "bare"

    def __init__(self, start: str, seen: list[str], **given: Any) -> None:
        super().__init__(**given)
        self.start_urls = [start]
        self.seen = seen

    def parse(self, response: Response, **_: Any) -> Iterator[Any]:
        self.seen.append(response.url)
        inside = (href for href in response.css("a::attr(href)").getall() if _is_page(href))
        yield from response.follow_all(inside, callback=self.parse)


def _is_page(href: str) -> bool:
    return href.startswith("/") and not href.endswith(".pdf")


def bare(server: Server, _pages: int, profile: bool) -> Walk:
    """The spider of Scrapy's tutorial, with its default settings but for its log."""
    seen: list[str] = []

    async def run() -> None:
        asyncioreactor.install(asyncio.get_running_loop())  # type: ignore[no-untyped-call]
        from twisted.internet import reactor

        reactor.startRunning(installSignalHandlers=False)
        settings = {"LOG_LEVEL": "WARNING", "REMOTE_CONTROL_ENABLED": False}
        start = f"http://127.0.0.1:{server.http}/"
        await AsyncCrawlerRunner(settings).crawl(Bare, start=start, seen=seen)

    began = time.perf_counter()
    cpu = _timed(lambda: asyncio.run(run()), profile)
    return Walk(len(seen), cpu, 0.0, time.perf_counter() - began, 0)


def _timed(work: Callable[[], None], profile: bool) -> float:
    profiler = cProfile.Profile() if profile else None
    used = _used(resource.RUSAGE_SELF)
    profiler.runcall(work) if profiler else work()
    if profiler:
        pstats.Stats(profiler).sort_stats("tottime").print_stats(50)
    return _used(resource.RUSAGE_SELF) - used


def _used(whose: int) -> float:
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


WALKERS = {"ideaaudit": ours, "bare spider": bare}


def walk(name: str, server: Server, pages: int, profile: bool = False) -> Walk:
    """One walk in a fresh process on the first core."""
    here, there = get_context("spawn").Pipe()
    child = get_context("spawn").Process(target=_walk, args=(there, name, server, pages, profile))
    child.start()
    found: Walk = here.recv()
    child.join()
    return found


def _walk(pipe: Connection, name: str, server: Server, pages: int, profile: bool) -> None:
    os.sched_setaffinity(0, OTHER_CORES)
    pipe.send(WALKERS[name](server, pages, profile))
    sys.stdout.flush()
    os._exit(0)  # the threads of Twisted's pool would wait for ever


def main() -> int:
    """Walk in turns, and say what a page costs; 1 where the two did not see the same pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a fifth of the pages")
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--profile", action="store_true", help="where the time of a walk goes")
    chosen = parser.parse_args()
    pages = chosen.pages or (500 if chosen.quick else 2_500)
    walks: dict[str, list[Walk]] = {name: [] for name in WALKERS}
    with serving(answers, pages) as server:
        for _ in range(1 if chosen.profile else 3):
            for name, of in walks.items():
                of.append(walk(name, server, pages, chosen.profile))
                _tell(name, of[-1])
    return report(walks, pages)


def _tell(name: str, one: Walk) -> None:
    print(
        f"{name:12} {one.pages:,} pages  {one.cpu / one.pages * 1000:5.1f} CPU-ms a page  "
        f"{one.wall:5.1f} s of wall  browser {one.browser:.1f} CPU-s  "
        f"{one.stored / one.pages / 1000:.1f} KB stored a page",
        flush=True,
    )


def report(walks: dict[str, list[Walk]], pages: int) -> int:
    """Print the result; 1 where a walker did not see every page."""
    each = {
        name: statistics.median(one.cpu / one.pages for one in of) for name, of in walks.items()
    }
    share = each["bare spider"] / each["ideaaudit"]
    print(
        f"RESULT walk={each['ideaaudit'] * 1000:.1f} share={share:.2f} "
        f"(aims: at most {AIM_MS:g} ms, at least {AIM_SHARE:g})"
    )
    counts = {one.pages for of in walks.values() for one in of}
    if counts != {pages}:
        print(f"DIFFERENT: {sorted(counts)} pages were seen of {pages}")
    return int(counts != {pages})


if __name__ == "__main__":
    sys.exit(main())
