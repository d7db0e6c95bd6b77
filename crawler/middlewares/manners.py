"""Manners: nothing is asked for that robots.txt forbids, and nothing out of turn."""

from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest

from ideaaudit.models import Gap


class Forbidden(IgnoreRequest):
    """robots.txt keeps us out; the gap says how."""

    def __init__(self, gap: Gap) -> None:
        super().__init__(gap.detail)
        self.gap = gap


class MannersMiddleware:
    """Before every request, walked or rendered: robots.txt, then a turn at the address."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        spider: Any = self._crawler.spider
        gap = await spider.robots.forbids(request.url)
        if gap:
            raise Forbidden(gap)
        delay = await spider.robots.delay(request.url)
        await spider.session.turns.take_for(request.url, delay=delay)
