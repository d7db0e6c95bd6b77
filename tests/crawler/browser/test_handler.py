"""Scrapy in a process of its own, for a reactor cannot be started twice."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from aiohttp import web

SCRIPT = """
import json, sys
from scrapy import Request, Spider, signals
from scrapy.crawler import CrawlerProcess
from crawler.browser import RenderPool, RenderSettings
from crawler.guard import Guard

guard = Guard(["agency.test:80:127.0.0.1:" + sys.argv[1]])
seen = {}

class Both(Spider):
    name = "both"
    async def start(self):
        for path, render in (("/", True), ("/?plain", False), ("/missing", True), ("/file", True)):
            yield Request("http://agency.test" + path, meta={"render": render, "dont_retry": True},
                          errback=self.lost, dont_filter=True)
        yield Request("http://nowhere.test/", meta={"render": True, "dont_retry": True},
                      errback=self.lost)
    def parse(self, response):
        rendered = response.meta.get("rendered")
        seen[response.url] = [response.status, response.css("main::text").get(""),
                              bool(rendered and rendered.rendering.axe),
                              response.headers.get("X-Kind", b"").decode()]
    def lost(self, failure):
        cause = failure.value.__cause__
        seen[failure.request.url] = [failure.type.__name__, cause.reason.value]
    async def ended(self):
        await self.crawler.settings.get("RENDER_POOL").close()
        print(json.dumps(seen))
    @classmethod
    def from_crawler(cls, crawler):
        spider = super().from_crawler(crawler)
        crawler.signals.connect(spider.ended, signals.spider_closed)
        return spider

handler = "crawler.browser.handler.RenderHandler"
process = CrawlerProcess({
    "GUARD": guard, "RENDER_POOL": RenderPool(RenderSettings(), guard),
    "DOWNLOAD_HANDLERS": {"http": handler, "https": handler},
    "TWISTED_DNS_RESOLVER": "crawler.guard.twisted.GuardResolver",
    "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False, "LOG_ENABLED": False,
    "HTTPERROR_ALLOW_ALL": True, "HTTPPROXY_ENABLED": False,
})
process.crawl(Both)
process.start()
"""


def test_scrapy_renders_what_asks_for_it_and_fetches_the_rest(
    bench: Any, pages: Any, html: Any
) -> None:
    async def home(_: web.Request) -> web.Response:
        script = "document.querySelector('main').textContent = 'rendered'"
        text = html(f"<main>served</main><script>{script}</script>")
        return web.Response(text=text, content_type="text/html", headers={"X-Kind": "home"})

    async def file(_: web.Request) -> web.Response:
        return web.Response(body=b"x", content_type="application/pdf")

    pages.update({"agency.test/": home, "agency.test/file": file})
    command = (sys.executable, "-c", SCRIPT, str(bench.web.port))
    root = Path(__file__).parents[3]
    done = bench.run(
        asyncio.to_thread(
            subprocess.run, command, capture_output=True, text=True, timeout=50, cwd=root
        )
    )
    seen = json.loads(done.stdout or repr(done.stderr))
    assert seen == {
        "http://agency.test/": [200, "rendered", True, "home"],
        "http://agency.test/?plain": [200, "served", False, "home"],
        "http://agency.test/missing": [404, "", True, ""],
        "http://agency.test/file": ["DownloadFailedError", "not-html"],
        "http://nowhere.test/": ["CannotResolveHostError", "dns"],
    }
