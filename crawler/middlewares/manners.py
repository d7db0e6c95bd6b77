"""Manners: nothing is asked for that robots.txt forbids, nothing out of turn, and again only when
the host says so."""

from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawler.patience import MOST_ASKED_AGAIN
from crawler.reasons import reason_of
from ideaaudit.models import Gap, Reason, Rendering
from ideaaudit.web import site_of

ASKED_AGAIN = "asked_again"


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


class PatienceMiddleware:
    """After every answer, before anything else sees it: the pace learns from it, and what was
    answered with "later" is asked for later."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Response | Request:
        spider: Any = self._crawler.spider
        turns = spider.session.turns
        after = (response.headers.get("Retry-After") or b"").decode("latin-1")
        seconds = 0.0 if request.meta.get("render") else request.meta.get("download_latency", 0.0)
        wait = turns.heard(request.url, response.status, seconds=seconds, after=after)
        again = request.meta.get(ASKED_AGAIN, 0)
        if wait is not None and again < MOST_ASKED_AGAIN:
            return request.replace(meta={**request.meta, ASKED_AGAIN: again + 1})
        if rendered := request.meta.get("rendered"):
            await self._count(rendered.rendering, request)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Whoever does not answer is asked more slowly."""
        spider: Any = self._crawler.spider
        if reason_of(exception)[0] in (Reason.TIMEOUT, Reason.REFUSED):
            spider.session.turns.heard(request.url, 0)

    async def _count(self, seen: Rendering, request: Request) -> None:
        """The pages that the browser went through, which nobody could ask robots.txt about before.

        Raises:
            Forbidden: it ended at a page that robots.txt keeps us out of.
        """
        spider: Any = self._crawler.spider
        site = site_of(request.url)
        opened = [one.url for one in seen.requests or () if one.kind == "document" and one.sent]
        opened = [url for url in opened[1:] if site_of(url) == site]
        for url in (*opened, *(request.url for _ in seen.engines or ())):
            spider.session.turns.spend(url)
        if seen.url != request.url and site_of(seen.url) == site:
            gap = await spider.robots.forbids(seen.url)
            if gap:
                raise Forbidden(gap)
