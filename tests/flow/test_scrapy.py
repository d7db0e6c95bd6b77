"""Scrapy's own commands work from the project's folder."""

import os
import subprocess
import sys
from pathlib import Path

from aiohttp import web

from ideaaudit.models import RunState
from ideaaudit.storage import Store
from tests.flow.loopback import loopback, page

ROOT = Path(__file__).parents[2]


def scrapy(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scrapy", *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_spider_is_listed() -> None:
    assert scrapy("list").stdout.split() == ["site"]


def test_a_crawl_is_stored_as_a_run(tmp_path: Path) -> None:
    async def site(_request: web.Request) -> web.Response:
        return page("<h1>Here</h1><a href=/b>b</a>")

    with loopback({"127.0.0.1": site}) as served:
        url = f"http://127.0.0.1:{served.port}/"
        done = scrapy(
            "crawl",
            "site",
            "-a",
            f"url={url}",
            "-s",
            f"IDEAAUDIT_STORE={tmp_path}",
            "-s",
            "IDEAAUDIT_DELAY=0",
            IDEAAUDIT_ALLOW_PRIVATE="1",
        )
    assert done.returncode == 0, done.stderr
    run = Store.open(str(tmp_path)).run()
    assert run.run.state is RunState.CRAWLED
    (target,) = run.targets()
    assert run.coverage(target.site).rendered == 2, done.stderr


def test_without_leave_a_private_address_is_not_reached(tmp_path: Path) -> None:
    with loopback({}) as served:
        url = f"http://127.0.0.1:{served.port}/"
        scrapy("crawl", "site", "-a", f"url={url}", "-s", f"IDEAAUDIT_STORE={tmp_path}")
        assert served.asked == []
