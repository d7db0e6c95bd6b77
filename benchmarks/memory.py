"""Does memory stay flat over one long walk and over many sites, and what does a page take?

    python -m benchmarks.memory [--quick] [--pages N | --sites N] [--svg FILE]

One site of 10,000 pages of 35 KB (with `--quick` 1,000) is walked, everything is stored, and one
page in 100 is rendered with all senses, so that the browser's pages are made anew on the way. With
`--sites` so many sites are audited one after another, each by `--profile home` and so with a fresh
profile of the browser. The resident memory of the program is read each second against the pages
or sites done by then, drawn as a line of text, and as a picture where `--svg` names a file. Ends
with `RESULT memory=<most MiB of Python> growth=<MiB from the half to the end> disk=<KB a page or
site> renderers=<browser processes of pages that came and went>`; exits with 1 above 1 GiB.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from benchmarks.runs import begun, crawl_and_end
from benchmarks.server import Server, serving
from benchmarks.walk import SITE, answers
from crawler.browser.watch import renderers, resident
from ideaaudit.models import Target
from ideaaudit.settings import Settings
from ideaaudit.storage import RunStore, StoreError

AIM_MIB = 1024
BARS = "▁▂▃▄▅▆▇█"
WIDTH, HEIGHT = 640, 240
# Pages or sites done by then, and MiB.
Points = list[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Task:
    """What is audited, and how one tells how much of it is done."""

    names: list[str]
    settings: Settings
    done: Callable[[RunStore], int]


def one_site(pages: int, server: Server) -> Task:
    """One long walk."""
    settings = Settings(
        pages=pages,
        render=max(1, pages // 100),
        documents=0,
        delay=0,
        connect_to=(f"{SITE}:80:127.0.0.1:{server.http}",),
        connect_to_only=True,
    )
    return Task([SITE], settings, lambda store: store.coverage(SITE).walked)


def many_sites(sites: int, server: Server) -> Task:
    """One site after another, each with its home page."""
    names = [f"site{number}.test" for number in range(sites)]
    settings = Settings(
        profile="home",
        delay=0,
        sites_at_once=1,
        connect_to=tuple(f"{name}:80:127.0.0.1:{server.http}" for name in names),
        connect_to_only=True,
    )
    return Task(
        names, settings, lambda store: sum(store.site_state(name) == "done" for name in names)
    )


def watched(folder: Path, task: Task) -> tuple[Points, set[int]]:
    """The crawl in a process of its own, its memory on the way, and the renderers that came."""
    targets = [Target(f"http://{name}/", name) for name in task.names]
    store = begun(folder, task.settings, targets)
    child = get_context("spawn").Process(target=crawl_and_end, args=(folder, task.settings))
    child.start()
    points: Points = []
    kinds: dict[int, bool] = {}
    came: set[int] = set()
    while child.is_alive():
        time.sleep(1)
        came.update(renderers(child.pid or 0, kinds))
        with suppress(StoreError):
            points.append((task.done(store), resident(child.pid or 0) / 2**20))
    store.close()
    return [point for point in points if point[1]], came


def spark(points: Points, most: float, columns: int = 60) -> str:
    """The memory as one line of text, from none done to the last; as high as `most` at most."""
    last = max(done for done, _ in points) or 1
    high = [0.0] * columns
    for done, mib in points:
        column = min(columns - 1, done * columns // last)
        high[column] = max(high[column], mib)
    for column in range(1, columns):
        high[column] = high[column] or high[column - 1]
    return "".join(BARS[min(7, int(8 * mib / most))] for mib in high)


def svg(points: Points, most: float) -> str:
    """The same as a picture."""
    last = max(done for done, _ in points) or 1
    line = " ".join(
        f"{WIDTH * done / last:.0f},{HEIGHT * (1 - mib / most):.0f}" for done, mib in points
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
        f"<title>MiB of memory (0 to {most:.0f}) against pages or sites (0 to {last:,})</title>"
        f'<polyline fill="none" stroke="#005ea2" stroke-width="2" points="{line}"/>'
        f'<text x="4" y="16" font-size="14">{most:.0f} MiB</text><text x="{WIDTH - 4}" '
        f'y="{HEIGHT - 4}" font-size="14" text-anchor="end">{last:,} done</text></svg>\n'
    )


def main() -> int:
    """Walk, draw, and say how much; 1 where it was more than it may be, or pages are missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the pages")
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--sites", type=int, default=0)
    parser.add_argument("--svg", type=Path, default=None)
    chosen = parser.parse_args()
    pages = chosen.pages or (1_000 if chosen.quick else 10_000)
    with tempfile.TemporaryDirectory() as folder, serving(answers, pages) as server:
        task = many_sites(chosen.sites, server) if chosen.sites else one_site(pages, server)
        points, came = watched(Path(folder), task)
        stored = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
    if chosen.svg:
        chosen.svg.write_text(svg(points, AIM_MIB), encoding="utf-8")
    return report(points, came, stored, chosen.sites or pages)


def report(points: Points, came: set[int], stored: int, wanted: int) -> int:
    """Print the result; 1 as `main` says."""
    most = max(mib for _, mib in points)
    seen = points[-1][0]
    half = max((mib for done, mib in points if done <= seen // 2), default=0.0)
    print(f"0 MiB to {AIM_MIB} MiB, 0 to {seen:,} done: {spark(points, AIM_MIB)}")
    growth, disk = most - half, stored / max(1, seen) / 1000
    print(
        f"RESULT memory={most:.0f} growth={growth:.0f} disk={disk:.1f} renderers={len(came)} "
        f"(aim: {AIM_MIB} MiB)"
    )
    return int(most > AIM_MIB or seen != wanted)


if __name__ == "__main__":
    sys.exit(main())
