"""How long judging takes, and how much memory: stored rendered pages of 40 KB, one core.

    python -m benchmarks.judge [--quick] [--pages N] [--profile]

Pages differ in words, links, forms, images and faults, and carry everything that a browser's senses
leave behind. Two sizes of run are judged in processes of their own, so that what a page adds, of
time and of memory, can be told from what the program needs by itself. Ends with
`RESULT judge=<ms of CPU that a page adds> seconds=<of 10,000 pages, start included>
growth=<bytes of memory a page>`.
"""

import argparse
import cProfile
import os
import pstats
import random
import resource
import tempfile
import time
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from audits.judge_run import judge_run
from benchmarks.judge_pages import observation
from ideaaudit.models import Run, RunState, SiteObservation, Target
from ideaaudit.storage import Known, RunStore, Store
from ideaaudit.structure import structure_key
from ideaaudit.web import page_class, parse_html

SITE = "bench.example.gov"
RUN = "20261122T080000Z-0001"
AIM_SECONDS, AIM_PAGES = 180, 10_000


@dataclass(frozen=True, slots=True)
class Judged:
    """One run judged: CPU seconds, and the process's peak resident memory in bytes."""

    pages: int
    cpu: float
    wall: float
    peak: int
    verdicts: int


def fill(folder: Path, pages: int) -> int:
    """A stored run of so many rendered pages; the mean size of their HTML in bytes."""
    store = Store.open(str(folder)).create(
        Run(RUN, "2026-11-22T08:00:00", RunState.CRAWLED, 1, settings={"pages": str(pages)})
    )
    store.add_targets([Target(f"https://{SITE}/", SITE, "Bench Agency")])
    store.record_site(SiteObservation(SITE, "2026-11-22T08:00:00Z"))
    size = 0
    for number in range(pages):
        size += _keep(store, number, pages)
    store.close()
    return size // pages


def _keep(store: RunStore, number: int, pages: int) -> int:
    seen = observation(SITE, number, pages, random.Random(number))
    html, rendering = seen.html or "", seen.rendering
    with store.writing():
        store.discover(SITE, [Known(seen.url, seen.found_by, seen.depth)])
        store.record_page(
            replace(seen, rendering=None),
            template=structure_key(parse_html(html)),
            page_class=page_class(seen.url, html),
            title=f"Page {number}",
            links=[],
        )
        store.choose(SITE, {seen.url: "benchmark"})
        if rendering is not None:
            store.record_rendering(SITE, seen.url, rendering, {})
    return len(html.encode())


def judge(folder: Path, profile: bool = False) -> Judged:
    """Judge the stored run in a fresh process."""
    ours, theirs = get_context("spawn").Pipe()
    child = get_context("spawn").Process(target=_judge, args=(theirs, folder, profile))
    child.start()
    found: Judged = ours.recv()
    child.join()
    return found


def _judge(answer: Connection, folder: Path, profile: bool) -> None:
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    run = Store.open(str(folder)).run(RUN)
    profiler = cProfile.Profile() if profile else None
    began, used = time.perf_counter(), time.process_time()
    if profiler:
        profiler.enable()
    judge_run(run)
    if profiler:
        profiler.disable()
        pstats.Stats(profiler).sort_stats("tottime").print_stats(40)
    cpu, wall = time.process_time() - used, time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    counts = run.counts(site=SITE)
    total = sum(sum(outcomes.values()) for outcomes in counts.values())
    answer.send(Judged(run.coverage(SITE).walked, cpu, wall, peak, total))


def main() -> None:
    """Fill two runs, judge both, and say what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the pages")
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--profile", action="store_true", help="where the time goes")
    chosen = parser.parse_args()
    most = chosen.pages or (AIM_PAGES // 10 if chosen.quick else AIM_PAGES)
    found = []
    for pages in (max(1, most // 5), most):
        with tempfile.TemporaryDirectory() as folder:
            size = fill(Path(folder), pages)
            one = judge(Path(folder), profile=chosen.profile and pages == most)
            found.append(one)
        print(
            f"{one.pages:,} pages of {size / 1000:.0f} KB: {one.cpu:.1f} s of CPU, "
            f"{one.wall:.1f} s of wall, peak {one.peak / 2**20:.0f} MiB, {one.verdicts:,} verdicts",
            flush=True,
        )
    few, many = found
    more = many.pages - few.pages
    growth, each = (many.peak - few.peak) / more, (many.cpu - few.cpu) / more
    seconds = many.cpu + each * (AIM_PAGES - many.pages)
    print(
        f"RESULT judge={each * 1000:.2f} seconds={seconds:.0f} growth={growth:.0f} "
        f"(aim: at most {AIM_SECONDS} s for {AIM_PAGES:,} pages)"
    )


if __name__ == "__main__":
    main()
