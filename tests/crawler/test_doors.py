"""Scrapy's own doors are shut: nobody can reach into a crawl, and only HTTP is spoken."""

import pytest
from scrapy.settings import Settings as ScrapySettings

from crawler import settings


@pytest.fixture
def made() -> ScrapySettings:
    found = ScrapySettings()
    found.setmodule(settings)
    return found


@pytest.mark.parametrize(
    "name",
    ["TELNETCONSOLE_ENABLED", "REMOTE_CONTROL_ENABLED", "HTTPPROXY_ENABLED", "COOKIES_ENABLED",
     "REDIRECT_ENABLED", "METAREFRESH_ENABLED", "HTTPCACHE_ENABLED"],
)  # fmt: skip
def test_the_door_is_shut(made: ScrapySettings, name: str) -> None:
    assert made.getbool(name) is False


def test_only_http_is_spoken(made: ScrapySettings) -> None:
    handlers = made.getwithbase("DOWNLOAD_HANDLERS")
    assert {scheme for scheme, handler in handlers.items() if handler} == {"http", "https"}


def test_bodies_and_answers_have_their_bounds(made: ScrapySettings) -> None:
    assert 0 < made.getint("DOWNLOAD_MAXSIZE") <= 10 * 2**20
    assert 0 < made.getint("DOWNLOAD_TIMEOUT") <= 60
    assert made.getint("RETRY_TIMES") <= 2
