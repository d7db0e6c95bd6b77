"""A run's crawls: several sites in flight in one event loop, to the end or to Ctrl-C."""

import asyncio
import logging
import os
import signal
import time
from collections.abc import Iterable
from typing import Any

from scrapy.crawler import AsyncCrawlerRunner
from scrapy.settings import Settings as ScrapySettings
from scrapy.utils.log import configure_logging
from twisted.internet import asyncioreactor

from crawler import settings as wiring
from crawler.browser import AxeMissing, BrowserMissing
from crawler.budget import estimate
from crawler.guard.twisted import GuardResolver
from crawler.lineup import Lineup
from crawler.order import visiting_order
from crawler.progress import Progress
from crawler.reasons import words_of
from crawler.session import Session, open_session
from ideaaudit.models import Gap, Reason, Target
from ideaaudit.settings import Secrets, Settings, SettingsError
from ideaaudit.storage import RunStore, StoreError

logger = logging.getLogger(__name__)


def crawl(store: RunStore, settings: Settings, secrets: Secrets, *, quiet: bool) -> None:
    """Audits every site of the run that is not done yet, and stores what was seen.

    Raises:
        SettingsError: before anything is visited, with one line on what to do.
        StoreError: the store cannot be written any more; what was stored stays.
    """
    try:
        asyncio.run(_main(store, settings, secrets, quiet))
    except (BrowserMissing, AxeMissing) as error:
        raise SettingsError(str(error)) from error


async def _main(store: RunStore, settings: Settings, secrets: Secrets, quiet: bool) -> None:
    asyncioreactor.install(asyncio.get_running_loop())  # type: ignore[no-untyped-call]
    from twisted.internet import reactor

    # Twisted's timers hang on the wall clock: set back by an hour, they would wait for an hour.
    reactor.seconds = time.monotonic  # type: ignore[method-assign, misc]
    reactor.startRunning(installSignalHandlers=False)
    ordered = visiting_order(store.targets(), store.run.seed)
    waiting = [t for t in ordered if store.site_state(t.site) != "done"]
    progress = Progress(estimate(settings, len(waiting)), len(waiting), quiet)
    session = open_session(store, settings, secrets, progress)
    asyncio.get_running_loop().set_exception_handler(_note)
    GuardResolver(reactor, session.guard).install_on_reactor()
    _obey_signals(session)
    try:
        await run_session(session, waiting)
    finally:
        await session.close()


async def run_session(session: Session, targets: Iterable[Target]) -> None:
    """Crawls sites, so many at a time, and notes how it ended."""
    configure_logging({"LOG_LEVEL": wiring.LOG_LEVEL})
    await session.pool.start()
    session.note_versions()
    settings = session.settings
    line = Lineup(targets, session.guard, lambda: session.stopping, paced=settings.delay > 0)
    session.progress.start()
    try:
        workers = min(settings.at_once, len(line))
        await asyncio.gather(*(_worker(session, line) for _ in range(workers)))
    finally:
        session.progress.stop()
    if session.failure:
        raise session.failure
    session.note_end()


async def _worker(session: Session, line: Lineup) -> None:
    while True:
        async with line.next() as target:
            if target is None:
                return
            try:
                await _crawl_site(session, target)
            except StoreError as error:
                session.fail(error)
            except Exception as error:  # noqa: BLE001 - one site that breaks us costs itself
                _end(session, target, Gap("site", Reason.ERROR, words_of(error)))


async def _crawl_site(session: Session, target: Target) -> None:
    if target.excluded:
        _end(session, target, Gap("site", Reason.UNSUPPORTED, target.excluded))
        return
    scrapy = ScrapySettings()
    scrapy.setmodule(wiring)
    runner = AsyncCrawlerRunner(scrapy)
    crawler = runner.create_crawler("site")
    # Scrapy copies settings deeply when it makes a crawler; the session is shared, not copied.
    # At a project's priority the runner would overwrite them with its own when it starts.
    crawler.settings.update(session.scrapy_settings(), priority="cmdline")
    await runner.crawl(crawler, target=target)
    await session.pool.close_site(target.site)
    if session.store.site_state(target.site) == "done":
        session.progress.site_done(target.site)


def _end(session: Session, target: Target, gap: Gap) -> None:
    """A site that is not audited, and why."""
    try:
        session.store.set_site_gap(target.site, gap)
        session.store.set_site_state(target.site, "done")
    except StoreError as error:
        session.fail(error)
    session.progress.unaudited(target.site, gap)


def _note(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What nobody waits for any more, as the words of a driver that was killed."""
    logger.debug("%s", context["message"], exc_info=context.get("exception"))


def _obey_signals(session: Session) -> None:
    """Once: finish what is in flight and tell what was seen. Twice: stop."""

    def stop() -> None:
        if session.stopping:
            session.progress.abandon()
            os._exit(130)
        session.stop()
        session.progress.stopping()

    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop)
