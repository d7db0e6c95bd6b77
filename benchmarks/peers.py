"""Pages for a second of CPU: the project against pa11y-ci and Unlighthouse.

    python -m benchmarks.peers [--quick] [--tools DIR]

Needs npm: peers come from its registry, in the versions that `benchmarks.peers_tools` names, into a
temporary folder, or into DIR, where they stay. All sides use the same browser, as many pages in
flight as there are cores, and each a fresh process whose start and end count. The server is on the
last core, and not counted.

- Equal work: load and axe, the same rules, the same (page, rule) found, over the same thirty pages.
- All senses: everything that the project sees of a page, over the same pages.
- A site of 500 pages: `ideaaudit audit --delay 0 --pages 500`, its probes, walk, sample of 20
  rendered pages, verdicts and report, against pa11y-ci over every page. Where that would take more
  than ten minutes, 50 pages (`--quick`: 20) are run, the rest is reckoned from them, and said so.

Ends with `RESULT peers=<equal work, over pa11y-ci> all=<all senses, over pa11y-ci>
unlighthouse=<all senses, over Unlighthouse> site=<over pa11y-ci>`.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import walk
from benchmarks.metered import metered
from benchmarks.peers_tools import CORES, VERSIONS, Findings, Lap, Tools
from benchmarks.render_pages import PIXEL, SCRIPT, STYLE, page
from benchmarks.server import Answer, Server, serving
from ideaaudit.storage import Store

AIMS = {"peers": 2.5, "all": 1.2, "unlighthouse": 10.0, "site": 8.0}
SITE_PAGES = 500
MOST_SECONDS = 600
SIDES = ("axe", "pa11y-ci", "all", "Unlighthouse")
FILES = {
    "css": ("text/css", STYLE.encode()),
    "js": ("text/javascript", SCRIPT.encode()),
    "gif": ("image/gif", PIXEL),
    "png": ("image/gif", PIXEL),
}


def answers() -> Answer:
    """The pages of `benchmarks.render`, and the site of `benchmarks.walk` with its files."""
    site = walk.answers(SITE_PAGES)

    def answer(origin: str, path: str) -> tuple[int, str, bytes]:
        ending = path.rpartition(".")[2]
        if ending in FILES:
            return 200, *FILES[ending]
        if path.strip("/").isdigit():
            return 200, "text/html", page(int(path.strip("/"))).encode()
        return site(origin, path)

    return answer


class Bench:
    """The pages, and how a side is timed over them."""

    def __init__(self, tools: Tools, server: Server, folder: Path, pages: int) -> None:
        self._tools = tools
        self._server = server
        self._folder = folder
        self._log = tools.folder / "log"
        self._pages = pages
        self._origin = f"http://127.0.0.1:{server.http}"

    def lap(self, side: str) -> Lap:
        """All pages once, by a fresh process."""
        paths = [f"/{number}" for number in range(1, self._pages + 1)]
        if side == "pa11y-ci":
            return self._tools.pa11y([f"{self._origin}{path}" for path in paths], self._log)
        if side == "Unlighthouse":
            return self._tools.unlighthouse(self._origin, paths, self._log)
        found = self._folder / "found.json"
        ours = ["benchmarks.peers_ours", str(found), str(self._server.http), str(self._pages), side]
        used = metered([sys.executable, "-m", *ours], self._log, {})
        if used.code:
            raise SystemExit(f"{side}: ended with {used.code}: see {self._log}")
        return Lap(used, json.loads(found.read_text()))

    def audit(self) -> float:
        """The whole site by its sample: CPU-seconds from the command line to the report."""
        store, port = self._folder / "store", self._server.http
        table = f"{walk.SITE}:80:127.0.0.1:{port}"
        command = [sys.executable, "-m", "ideaaudit", "audit", f"http://{walk.SITE}/", "--quiet"]
        command += ["--connect-to", table, "--connect-to-only", "--delay", "0"]
        command += ["--pages", str(SITE_PAGES), "--store", str(store)]
        used = metered([*command, "--out", str(self._folder / "report")], self._log, {})
        if used.code not in (0, 1) or not (self._folder / "report" / "index.html").exists():
            raise SystemExit(f"ideaaudit ended with {used.code}: see {self._log}")
        seen = Store.open(str(store)).run().coverage(walk.SITE)
        print(f"site: ideaaudit {_line(used.cpu, used.wall)}: {seen.walked} pages walked, ", end="")
        print(f"{seen.rendered} of {seen.sampled} rendered", flush=True)
        if seen.walked != SITE_PAGES or seen.rendered != seen.sampled:
            raise SystemExit(f"DIFFERENT: the site was not seen whole: {seen}")
        return used.cpu

    def every_page(self, some: int, most: float) -> float:
        """CPU-seconds of pa11y-ci over every page of the site, run or reckoned from `some`."""
        every = [f"{self._origin}/"]
        every += [f"{self._origin}/topics/{number}" for number in range(SITE_PAGES - 1)]
        one = self._tools.pa11y(every[:1], self._log)
        few = self._tools.pa11y(every[:: SITE_PAGES // some], self._log)
        if few.used.wall / some * SITE_PAGES < most:
            whole = self._tools.pa11y(every, self._log)
            print(f"site: pa11y-ci {_line(whole.used.cpu, whole.used.wall)}: every page was run")
            return whole.used.cpu
        each = (few.used.cpu - one.used.cpu) / (some - 1)
        print(
            f"site: pa11y-ci {_line(few.used.cpu, few.used.wall)}: {some} of {SITE_PAGES} pages "
            f"were run, {each:.2f} CPU-s for each after the first; the rest was not measured"
        )
        return one.used.cpu + each * (SITE_PAGES - 1)


def differences(sides: dict[str, Findings]) -> list[str]:
    """Where two sides do not find the same rules on a page."""
    (first, expected), *others = sides.items()
    return [
        f"DIFFERENT {number}: {first} {expected.get(number)}, {name} {found.get(number)}"
        for name, found in others
        for number in sorted({*expected, *found})
        if expected.get(number) != found.get(number)
    ]


def rounds(bench: Bench, count: int, pages: int) -> tuple[dict[str, list[float]], list[str]]:
    """CPU-seconds of each side, round by round in turns; and where they found other things."""
    cpu: dict[str, list[float]] = {side: [] for side in SIDES}
    different: list[str] = []
    for turn in range(1, count + 1):
        found: dict[str, Findings] = {}
        for side in SIDES:
            lap = bench.lap(side)
            cpu[side].append(lap.used.cpu)
            found[side] = lap.findings
            each = lap.used.cpu / pages
            print(f"round {turn} {side:12} {_line(lap.used.cpu, lap.used.wall)}", end="")
            print(f"  {each:.2f} CPU-s a page", flush=True)
        found.pop("Unlighthouse")  # other rules, and other names for them
        different += differences(found)
    return cpu, different


def main() -> int:
    """Run everything and print it; 1 where the sides did not find the same."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round of ten pages")
    parser.add_argument("--tools", type=Path, default=None, help="where peers are, or are put")
    chosen = parser.parse_args()
    pages, count, some = (10, 1, 20) if chosen.quick else (30, 3, 50)
    with tempfile.TemporaryDirectory() as folder, serving(answers) as server:
        tools = Tools(chosen.tools or Path(folder) / "tools")
        print(f"{VERSIONS}, {pages} pages, {CORES} in flight", flush=True)
        bench = Bench(tools, server, Path(folder), pages)
        cpu, different = rounds(bench, count, pages)
        whole = bench.audit()
        site = bench.every_page(some, 0 if chosen.quick else MOST_SECONDS) / whole
    return report(cpu, site, different)


def report(cpu: dict[str, list[float]], site: float, different: list[str]) -> int:
    """Print the ratios, medians of the rounds; 1 where findings differ."""
    over: Callable[[str, str], float] = partial(_ratio, cpu)
    ratios = {
        "peers": over("pa11y-ci", "axe"),
        "all": over("pa11y-ci", "all"),
        "unlighthouse": over("Unlighthouse", "all"),
        "site": site,
    }
    for line in different[:10]:
        print(line)
    said = " ".join(f"{name}={ratio:.2f}" for name, ratio in ratios.items())
    aims = ", ".join(f"{aim:g}" for aim in AIMS.values())
    print(f"RESULT {said} (aims: {aims})")
    return int(bool(different))


def _ratio(cpu: dict[str, list[float]], peer: str, ours: str) -> float:
    return statistics.median(one / two for one, two in zip(cpu[peer], cpu[ours], strict=True))


def _line(cpu: float, wall: float) -> str:
    return f"{cpu:6.1f} s CPU  {wall:6.1f} s wall"


if __name__ == "__main__":
    sys.exit(main())
