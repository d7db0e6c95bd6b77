"""Looks at a large site are taken in a thread, and come to the same."""

import asyncio
import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from crawler.frontier import Frontier, Step
from crawler.observers.page import Visit
from crawler.scheduler import FrontierScheduler
from crawler.sifter import FIRST
from ideaaudit.models import (
    Hop,
    PageClass,
    PageObservation,
    Reason,
    Rendering,
    Run,
    RunState,
    Target,
)
from ideaaudit.settings import Settings
from ideaaudit.storage import Known, RunStore, Store

SITE, HOME = "agency.gov", "https://agency.gov/"
PAGES = 60
LINKS = tuple(Known(f"{HOME}{number}", "link", 1) for number in range(PAGES))
SETTINGS = Settings(pages=PAGES + 1, render=5, documents=0)


def begun(folder: Path) -> tuple[RunStore, Frontier]:
    run = Run("20261122T080000Z-0001", "2026-11-22T08:00:00Z", RunState.CRAWLING, seed=7)
    store = Store.open(str(folder)).create(run)
    store.add_targets([Target(HOME, SITE)])
    store.discover(SITE, [Known(HOME, "start", 0)])
    return store, Frontier(store, Target(HOME, SITE), SETTINGS, lambda: False)


def taken(walker: Frontier, step: Step) -> None:
    """The end of a step; every second page says the same as the one before it."""
    url = step.known.url
    if step.render:
        walker.record_rendering(url, Rendering(url, 200, "now"), {}, ())
        return
    seen = PageObservation(SITE, url, (Hop(url, 200),), served_html=f"<p>{url}")
    number = int("0" + url.rpartition("/")[2]) // 2
    walker.record(Visit(seen, "t", PageClass.CONTENT, "T", LINKS, content=f"{number}"))


def ends(store: RunStore) -> list[tuple[Any, ...]]:
    return [(row.url, row.state, row.reason, row.sampled_as) for row in store.pages(SITE)]


async def walked(walker: Frontier) -> tuple[list[Step], int]:
    """Walks as Scrapy's engine does; the steps, and how often it was told to wait."""
    nudged = asyncio.Event()
    slot = SimpleNamespace(nextcall=SimpleNamespace(schedule=nudged.set))
    spider: Any = SimpleNamespace(
        frontier=walker,
        request_for=lambda step: step,
        crawler=SimpleNamespace(engine=SimpleNamespace(_slot=slot)),
    )
    scheduler = FrontierScheduler()
    scheduler.open(spider)
    steps: list[Any] = []
    waits = 0
    while True:
        if step := scheduler.next_request():
            steps.append(step)
            taken(walker, steps[-1])
        elif scheduler.has_pending_requests():
            waits += walker.looks.busy
            await asyncio.wait_for(nudged.wait(), 5)
            nudged.clear()
        else:
            return steps, waits


def test_in_a_thread_or_not_a_walk_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, walker = begun(tmp_path / "plain")
    plain = asyncio.run(walked(walker))
    monkeypatch.setattr("crawler.beside.FEW", FIRST)
    other, walker = begun(tmp_path / "beside")
    threads = set()
    look = walker._sifter._look
    walker._sifter._look = lambda: (threads.add(threading.current_thread()), look())[1]  # type: ignore[method-assign]
    beside = asyncio.run(walked(walker))
    assert beside[0] == plain[0]
    assert ends(other) == ends(store)
    assert (plain[1], beside[1] > 1) == (0, True)
    assert threads - {threading.main_thread()}


def test_a_look_that_breaks_ends_the_site_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Any:
        raise ValueError("ours")

    monkeypatch.setattr("crawler.beside.FEW", 0)
    store, walker = begun(tmp_path)
    monkeypatch.setattr(walker._sampler, "_choose", lambda _room: broken())
    monkeypatch.setattr(walker._sifter, "_look", broken)
    asyncio.run(walked(walker))
    walker.close()
    assert {row.reason for row in store.pages(SITE)} == {"", Reason.ERROR.value}
    assert not walker.looks.busy
