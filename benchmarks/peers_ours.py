"""The project's side of `benchmarks.peers`: its pool over the same pages, in a process of its own.

    python -m benchmarks.peers_ours FILE PORT PAGES (axe | all)

FILE gets the rules of axe that found something, page by page.
"""

import asyncio
import json
import sys
from pathlib import Path

from crawler.browser import RenderJob, RenderPool, RenderSettings
from crawler.browser.words import ALL_SENSES, AXE
from crawler.guard import Guard

SITE = "bench.test"
IN_FLIGHT = 2


async def rendered(port: int, pages: int, every: bool) -> dict[str, list[str]]:
    """The rules of axe that found something, page by page.

    Args:
        every: see all that the project sees; else load and axe only, without waiting for quiet.
    """
    senses = ALL_SENSES if every else frozenset({AXE})
    settings = RenderSettings(size=IN_FLIGHT) if every else RenderSettings(IN_FLIGHT, settle=0)
    guard = Guard([f"{SITE}:80:127.0.0.1:{port}"])
    async with RenderPool(settings, guard) as pool:

        async def one(number: int) -> tuple[str, list[str]]:
            job = RenderJob(f"http://{SITE}/{number}", SITE, senses)
            rendering = (await pool.render(job)).rendering
            if rendering.gaps or not rendering.axe:
                raise SystemExit(f"{job.url}: {rendering.gaps}")
            found = (*rendering.axe.violations, *rendering.axe.incomplete)
            return str(number), sorted({rule.id for rule in found})

        return dict(await asyncio.gather(*(one(number) for number in range(1, pages + 1))))


if __name__ == "__main__":
    _, file, port, pages, senses = sys.argv
    found = asyncio.run(rendered(int(port), int(pages), senses == "all"))
    Path(file).write_text(json.dumps(found))
