"""For `scrapy crawl site -a url=...`: the session that `ideaaudit audit` makes itself.

Its settings are the documented ones, by their names in the environment or in Scrapy's `-s`, as in
`-s IDEAAUDIT_PAGES=5`.
"""

import os
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings

from crawler.guard.twisted import GuardResolver
from crawler.session import Session, default_session
from ideaaudit.settings import Settings

_made: list[Session] = []


def shared(settings: BaseSettings) -> Session:
    """One session for the whole process."""
    if not _made:

        def look_up(name: str) -> str:
            return str(settings.get(name) or os.environ.get(name, ""))

        _made.append(default_session(look_up("IDEAAUDIT_STORE"), Settings.looked_up(look_up)))
    return _made[0]


class Resolver(GuardResolver):
    """The guard's resolver for Scrapy's own process, which knows no add-on."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> Self:
        return cls(reactor, shared(crawler.settings).guard)
