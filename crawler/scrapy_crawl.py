"""For `scrapy crawl site -a url=...`: the session that `ideaaudit audit` makes itself."""

from functools import cache
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings

from crawler.guard.twisted import GuardResolver
from crawler.session import Session, default_session


@cache
def shared(store_url: str) -> Session:
    """One session for the whole process."""
    return default_session(store_url)


class SessionAddon:
    """Makes a session with the default settings where none was given."""

    def update_settings(self, settings: BaseSettings) -> None:
        if settings.get("SESSION") is None:
            session = shared(settings.get("STORE", ""))
            for name, value in session.scrapy_settings().items():
                settings.set(name, value, priority="addon")
            settings.set("CLOSE_SESSION", True, priority="addon")


class Resolver(GuardResolver):
    """The guard's resolver for Scrapy's own process, which knows no add-on."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> Self:
        return cls(reactor, shared(crawler.settings.get("STORE", "")).guard)
