"""Whatever is handed to the store, each URL comes to its end and the walk goes on."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy.crawler import Crawler

from crawler.beside import Looks
from crawler.frontier import Frontier
from crawler.items import Lost, Probed, Redirected, Returned, Shown
from crawler.observers.page import Visit
from crawler.pipelines import StorePipeline
from crawler.progress import Progress
from crawler.scheduler import FrontierScheduler
from ideaaudit.models import (
    Gap,
    Hop,
    PageClass,
    PageObservation,
    Reason,
    Rendering,
    Run,
    RunState,
    SiteObservation,
    Target,
)
from ideaaudit.settings import Settings
from ideaaudit.storage import Known, Store, StoreError

SITE, HOME = "agency.gov", "https://agency.gov/"
UNSTORABLE = "\udcff"


class Walk:
    """A spider's parts that store, without a network."""

    def __init__(self, folder: Path) -> None:
        run = Run("20261122T080000Z-0001", "2026-11-22T08:00:00Z", RunState.CRAWLING, seed=7)
        self.store = Store.open(str(folder)).create(run)
        target = Target(HOME, SITE)
        self.store.add_targets([target])
        self.failures: list[StoreError] = []
        self.frontier = Frontier(self.store, target, Settings(), lambda: False)
        self.session = SimpleNamespace(
            store=self.store, progress=Progress(0, 1, quiet=True), fail=self.failures.append
        )
        crawler: Any = SimpleNamespace(spider=self)
        self.pipeline = StorePipeline(crawler)

    def begun(self) -> "Walk":
        self.pipeline.process_item(Probed(SiteObservation(SITE, "now"), HOME, None))
        assert self.frontier.take() is not None
        return self

    def state(self) -> tuple[str, str]:
        row = next(self.store.pages(SITE))
        return row.state.value, row.reason


@pytest.fixture
def walk(tmp_path: Path) -> Walk:
    return Walk(tmp_path)


def visit(**changes: Any) -> Visit:
    seen = PageObservation(SITE, HOME, (Hop(HOME, 200),), served_html="<p>Here")
    return replace(Visit(seen, "t", PageClass.CONTENT, "Here", ()), **changes)


PAGE_GAP = Gap("page", Reason.TIMEOUT, "no answer")


@pytest.mark.parametrize(
    ("item", "state"),
    [
        (visit(), ("walked", "")),
        (Redirected(SITE, HOME, Known("https://x.gov/", "redirect", 0), "http"),
         ("skipped", "off-site")),
        (Lost(SITE, HOME, PAGE_GAP), ("lost", "timeout")),
        (Lost(SITE, HOME, PAGE_GAP, skipped=True), ("skipped", "timeout")),
        (Returned(SITE, HOME, render=False), ("queued", "")),
        (visit(title=UNSTORABLE), ("lost", "error")),
        (visit(links=(Known(HOME + UNSTORABLE, "link", 1),)), ("lost", "error")),
        (Redirected(SITE, HOME, Known(HOME + UNSTORABLE, "redirect", 0), "http"),
         ("lost", "error")),
    ],
)  # fmt: skip
def test_every_item_ends_its_step(walk: Walk, item: Any, state: tuple[str, str]) -> None:
    walk.begun().pipeline.process_item(item)
    assert walk.state() == state
    assert not walk.frontier.find_lost()
    assert not walk.failures


@pytest.mark.parametrize("title", ["Shown", UNSTORABLE])
def test_a_rendering_ends_its_step_too(walk: Walk, title: str) -> None:
    walk.begun().pipeline.process_item(visit())
    step = walk.frontier.take()
    assert step is not None
    rendering = Rendering(HOME, 200, "now", title=title, html="<p>Here")
    walk.pipeline.process_item(Shown(SITE, HOME, rendering, {}, ()))
    gap = next(walk.store.pages(SITE)).render_gap
    assert gap.startswith("error: it could not be stored") is (title == UNSTORABLE)
    assert not walk.frontier.find_lost()


def test_probes_that_cannot_be_stored_cost_the_site_and_say_so(walk: Walk) -> None:
    seen = SiteObservation(SITE, "now", gaps=(Gap("tls", Reason.ERROR, UNSTORABLE),))
    walk.pipeline.process_item(Probed(seen, HOME, None))
    gap = walk.store.site_gap(SITE)
    assert gap is not None
    assert gap.reason is Reason.ERROR
    assert walk.store.site_state(SITE) == "probed"


def test_a_store_that_is_lost_ends_the_audit(walk: Walk) -> None:
    walk.begun()
    walk.store.close()
    with walk.store.writing() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    walk.pipeline.process_item(visit())
    walk.pipeline.close_spider()
    assert [type(failure) for failure in walk.failures] == [StoreError, StoreError]
    assert "cannot be written" in str(walk.failures[0])


class Broken:
    """A frontier that fails at every question."""

    looks = Looks()

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.left: list[Gap] = []

    def peek(self) -> None:
        raise self.error

    take = peek

    def leave(self, gap: Gap) -> None:
        self.left.append(gap)


@pytest.mark.parametrize("error", [ValueError("ours"), StoreError("full")])
def test_whatever_the_frontier_raises_the_engine_goes_on(error: Exception) -> None:
    failures: list[StoreError] = []
    frontier = Broken(error)
    spider: Any = SimpleNamespace(frontier=frontier, session=SimpleNamespace(fail=failures.append))
    crawler: Any = Crawler
    scheduler = FrontierScheduler.from_crawler(crawler)
    scheduler.open(spider)
    assert not scheduler.has_pending_requests()
    assert scheduler.next_request() is None
    assert len(failures) == (2 if isinstance(error, StoreError) else 0)
    assert len(frontier.left) == 2 - len(failures)
