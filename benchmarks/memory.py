"""Does memory stay flat over a long walk, and what does a page take on the disk?

    python -m benchmarks.memory [--quick] [--pages N] [--svg FILE]

One site of 10,000 pages of 35 KB (with `--quick` 1,000) is walked, everything is stored, and one
page in 100 is rendered with all senses, so that the browser's pages are made anew on the way. The
resident memory of the program is read each second against the pages stored by then, drawn as a
line of text, and as a picture where `--svg` names a file. Ends with `RESULT memory=<most MiB of
Python> growth=<MiB from the half to the end> disk=<KB a page>`; exits with 1 above 1 GiB.
"""

import argparse
import os
import sys
import tempfile
import time
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

from benchmarks.server import Server, serving
from benchmarks.walk import RUN, SITE, answers
from crawler.crawl import crawl
from ideaaudit.models import Run, RunState, Target
from ideaaudit.settings import Secrets, Settings
from ideaaudit.storage import Store, StoreError

AIM_MIB = 1024
BARS = "▁▂▃▄▅▆▇█"
WIDTH, HEIGHT = 640, 240
# Pages stored by then, and MiB.
Points = list[tuple[int, float]]


def walked(folder: Path, server: Server, pages: int) -> Points:
    """The walk in a process of its own, and its memory on the way."""
    settings = Settings(
        pages=pages,
        render=max(1, pages // 100),
        documents=0,
        delay=0,
        connect_to=(f"{SITE}:80:127.0.0.1:{server.http}",),
        connect_to_only=True,
    )
    run = Run(RUN, "2026-11-22T08:00:00Z", RunState.CRAWLING, 1, settings=settings.to_strings())
    store = Store.open(str(folder)).create(run)
    store.add_targets([Target(f"http://{SITE}/", SITE)])
    child = get_context("spawn").Process(target=_crawl, args=(folder, settings))
    child.start()
    points: Points = []
    while child.is_alive():
        time.sleep(1)
        with suppress(OSError, StoreError, IndexError):
            resident = Path(f"/proc/{child.pid}/status").read_text().split("VmRSS:")[1].split()[0]
            points.append((store.coverage(SITE).walked, int(resident) / 1024))
    store.close()
    return points


def _crawl(folder: Path, settings: Settings) -> None:
    crawl(Store.open(str(folder)).run(RUN), settings, Secrets(), quiet=True)
    os._exit(0)  # the threads of Twisted's pool would wait for ever


def spark(points: Points, most: float, columns: int = 60) -> str:
    """The memory as one line of text, from no page to the last; as high as `most` at most."""
    last = max(pages for pages, _ in points) or 1
    high = [0.0] * columns
    for pages, mib in points:
        column = min(columns - 1, pages * columns // last)
        high[column] = max(high[column], mib)
    for column in range(1, columns):
        high[column] = high[column] or high[column - 1]
    return "".join(BARS[min(7, int(8 * mib / most))] for mib in high)


def svg(points: Points, most: float) -> str:
    """The same as a picture."""
    last = max(pages for pages, _ in points) or 1
    line = " ".join(
        f"{WIDTH * pages / last:.0f},{HEIGHT * (1 - mib / most):.0f}" for pages, mib in points
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
        f"<title>MiB of memory (0 to {most:.0f}) against pages (0 to {last:,})</title>"
        f'<polyline fill="none" stroke="#005ea2" stroke-width="2" points="{line}"/></svg>\n'
    )


def main() -> int:
    """Walk, draw, and say how much; 1 where it was more than it may be, or pages are missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the pages")
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--svg", type=Path, default=None)
    chosen = parser.parse_args()
    pages = chosen.pages or (1_000 if chosen.quick else 10_000)
    with tempfile.TemporaryDirectory() as folder, serving(answers, pages) as server:
        points = walked(Path(folder), server, pages)
        stored = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
    most = max(mib for _, mib in points)
    seen = points[-1][0]
    half = max((mib for done, mib in points if done <= seen // 2), default=0.0)
    print(f"0 MiB to {AIM_MIB} MiB, 0 to {seen:,} pages: {spark(points, AIM_MIB)}")
    if chosen.svg:
        chosen.svg.write_text(svg(points, AIM_MIB), encoding="utf-8")
    growth, disk = most - half, stored / max(1, seen) / 1000
    print(f"RESULT memory={most:.0f} growth={growth:.0f} disk={disk:.1f} (aim: {AIM_MIB} MiB)")
    return int(most > AIM_MIB or seen != pages)


if __name__ == "__main__":
    sys.exit(main())
