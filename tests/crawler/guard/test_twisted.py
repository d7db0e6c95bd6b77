"""Scrapy in a process of its own, for a reactor cannot be started twice."""

import asyncio
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

SCRIPT = """
import sys
from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcess
from crawler.guard import Guard

class One(Spider):
    name = "one"
    async def start(self):
        yield Request(sys.argv[1], errback=lambda failure: print("lost", failure.type.__name__))
    def parse(self, response):
        print("seen", response.text.strip())

table = [entry for entry in sys.argv[3:]]
process = CrawlerProcess({
    "GUARD": Guard(table, allow_private=sys.argv[2] == "allow"),
    "TWISTED_DNS_RESOLVER": "crawler.guard.twisted.GuardResolver",
    "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False, "RETRY_ENABLED": False,
    "LOG_ENABLED": False, "HTTPPROXY_ENABLED": False,
})
process.crawl(One)
process.start()
"""


async def crawl(*arguments: str) -> str:
    command = (sys.executable, "-c", textwrap.dedent(SCRIPT), *arguments)
    root = Path(__file__).parents[3]
    done = await asyncio.to_thread(
        subprocess.run, command, capture_output=True, text=True, timeout=60, cwd=root, check=True
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("url", "allow", "came"),
    [
        pytest.param("http://127.0.0.1:{port}/", "refuse", 0, id="a literal is judged"),
        pytest.param("http://2130706433:{port}/", "refuse", 0, id="so is a number"),
        pytest.param("http://127.0.0.1:{port}/", "allow", 1, id="and let through where allowed"),
        pytest.param("http://agency.gov/", "refuse", 1, id="the table leads by name and port"),
    ],
)
def test_scrapy_asks_the_guard(listening: Any, url: str, allow: str, came: int) -> None:
    async def scene() -> tuple[int, str]:
        async with listening() as listener:
            table = f"agency.gov:80:127.0.0.1:{listener.port}"
            entries = (table,) if "agency" in url else ()
            said = await crawl(url.format(port=listener.port), allow, *entries)
            return listener.came, said

    seen, said = asyncio.run(scene())
    assert seen == came
    assert said.startswith("seen GET /" if came else "lost")
