"""Scrapy's scheduler over the spider's frontier."""

import asyncio
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any, Self, TypeVar

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler

from crawler.reasons import words_of
from ideaaudit.models import Gap, Reason
from ideaaudit.storage import StoreError

T = TypeVar("T")


class FrontierScheduler(BaseScheduler):
    """Asks the frontier what comes next; nothing it may raise stops Scrapy's engine."""

    def __init__(self) -> None:
        self._again: deque[Request] = deque()

    @classmethod
    def from_crawler(cls, _crawler: Crawler) -> Self:
        return cls()

    def open(self, spider: Spider) -> None:
        self._spider: Any = spider
        spider.frontier.looks.beside = self._beside  # type: ignore[attr-defined]

    def has_pending_requests(self) -> bool:
        looked = bool(self._again) or self._ask(self._spider.frontier.peek) is not None
        return looked or self._spider.frontier.looks.busy

    def enqueue_request(self, request: Request) -> bool:
        """Keeps what the engine wants to try again."""
        self._again.append(request)
        return True

    def next_request(self) -> Request | None:
        return self._again.popleft() if self._again else self._ask(self._take)

    def _take(self) -> Request | None:
        step = self._spider.frontier.take()
        return self._spider.request_for(step) if step else None

    def _beside(self, work: Callable[[], T], done: Callable[[Callable[[], T]], None]) -> None:
        """Has work done in a thread, and Scrapy's engine ask again for requests after that."""
        future = asyncio.get_running_loop().run_in_executor(None, work)
        future.add_done_callback(partial(self._back, done))

    def _back(self, done: Callable[[Callable[[], T]], None], future: "asyncio.Future[T]") -> None:
        self._ask(partial(done, future.result))
        if slot := self._spider.crawler.engine._slot:
            slot.nextcall.schedule()

    def _ask(self, question: Callable[[], T | None]) -> T | None:
        try:
            return question()
        except StoreError as error:
            self._spider.session.fail(error)
        except Exception as error:  # noqa: BLE001 - the engine would ask again without end
            self._spider.frontier.leave(Gap("page", Reason.ERROR, words_of(error)))
        return None
