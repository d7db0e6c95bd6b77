"""To the store: every observation the moment it is complete, with its URL's new state."""

import logging
from typing import Any, Self

from scrapy.crawler import Crawler

from crawler.items import Lost, Probed, Redirected, Returned, Shown
from crawler.observers.page import Visit
from crawler.reasons import words_of
from ideaaudit.models import Gap, Reason, SiteObservation
from ideaaudit.storage import StoreError

logger = logging.getLogger(__name__)


class StorePipeline:
    """Writes what a spider saw; one transaction an item, so that a kill loses nothing stored."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        spider: Any = self._crawler.spider
        try:
            self._store(spider, item)
        except StoreError as error:
            spider.session.fail(error)
        except Exception as error:
            logger.debug("an observation could not be stored", exc_info=True)
            self._store_failure(spider, item, f"it could not be stored: {words_of(error)}")
        return item

    def close_spider(self) -> None:
        spider: Any = self._crawler.spider
        try:
            spider.frontier.close()
        except StoreError as error:
            spider.session.fail(error)

    def _store_failure(self, spider: Any, item: Any, said: str) -> None:
        """The item's end without what was seen, in our own words alone."""
        try:
            self._store(spider, _unseen(item, said))
        except Exception as error:  # noqa: BLE001 - now the store itself must be at fault
            spider.session.fail(StoreError(f"The store failed: {words_of(error)}."))

    def _store(self, spider: Any, item: Any) -> None:
        frontier, progress = spider.frontier, spider.session.progress
        match item:
            case Probed():
                self._probed(spider, item)
            case Visit():
                frontier.record(item)
                progress.walked(item.seen.site, item.seen.url)
            case Redirected():
                frontier.redirect(item.url, item.to, item.kind, item.status)
            case Shown():
                frontier.record_rendering(item.url, item.rendering, dict(item.pictures), item.links)
                progress.rendered(item.site, item.url)
            case Returned():
                frontier.give_back(item.url, render=item.render)
            case Lost(render=True):
                frontier.lose_rendering(item.url, item.gap, item.status, item.answered)
                progress.lost(item.site, item.url, item.gap)
            case Lost(skipped=True):
                frontier.skip(item.url, item.gap, item.status)
            case Lost():
                frontier.lose(item.url, item.gap, item.status, item.answered)
                progress.lost(item.site, item.url, item.gap)

    def _probed(self, spider: Any, item: Probed) -> None:
        store = spider.session.store
        with store.writing():
            store.record_site(item.seen, item.gap)
            if item.gap is None:
                spider.frontier.begin(item.start, item.known, item.unkept)
            spider.frontier.note_names(item.seen)
        spider.frontier.meter.pace(item.seen.robots)
        if item.gap:
            spider.session.progress.unaudited(item.seen.site, item.gap)


def _unseen(item: Any, said: str) -> Any:
    match item:
        case Probed():
            seen = SiteObservation(item.seen.site, item.seen.observed_at)
            return Probed(seen, item.start, Gap("site", Reason.ERROR, said))
        case Visit():
            return Lost(item.seen.site, item.seen.url, Gap("page", Reason.ERROR, said))
    render = isinstance(item, Shown)
    gap = Gap("rendering" if render else "page", Reason.ERROR, said)
    return Lost(item.site, item.url, gap, render)
