"""A new run in a store of its own, and its crawl in a process of its own."""

import os
from collections.abc import Iterable
from pathlib import Path

from crawler.crawl import crawl
from ideaaudit.models import Run, RunState, Target
from ideaaudit.settings import Secrets, Settings
from ideaaudit.storage import RunStore, Store

RUN = "20261122T080000Z-0001"


def begun(folder: Path | str, settings: Settings, targets: Iterable[Target]) -> RunStore:
    """A run over these targets of which nothing is crawled yet."""
    run = Run(RUN, "2026-11-22T08:00:00Z", RunState.CRAWLING, 1, settings=settings.to_strings())
    store = Store.open(str(folder)).create(run)
    store.add_targets(targets)
    return store


def crawl_and_end(folder: Path, settings: Settings) -> None:
    """All that a child process does: crawls the run of `begun`."""
    crawl(Store.open(str(folder)).run(RUN), settings, Secrets(), quiet=True)
    os._exit(0)  # the threads of Twisted's pool would wait for ever
