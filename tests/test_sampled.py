"""What the store knows of a sample."""

from pathlib import Path

import pytest

from ideaaudit.models import (
    BY_CHANCE,
    BY_EARLIER_CHANCE,
    Hop,
    PageClass,
    PageObservation,
    PageRow,
    Rendering,
    Run,
    RunState,
    Target,
)
from ideaaudit.storage import Known, RunStore, Store
from ideaaudit.structure import UNWRITTEN

SITE = "agency.gov"
URLS = tuple(f"https://{SITE}/{name}" for name in "abc")


@pytest.fixture
def run(tmp_path: Path) -> RunStore:
    one = Run("20261122T081500Z-4f2a", "2026-11-22T08:15:00Z", RunState.CRAWLING, 7)
    store = Store.open(str(tmp_path)).create(one)
    store.add_targets([Target(f"https://{SITE}/", SITE)])
    store.discover(SITE, [Known(url, "start", 0) for url in URLS])
    return store


def record(run: RunStore, url: str, template: str = "t", status: int = 200) -> None:
    seen = PageObservation(SITE, url, (Hop(url, status),), served_html="<p>Welcome")
    run.record_page(
        seen, template=template, page_class=PageClass.CONTENT, title="T", links=(), parts=b"1234"
    )


def rows(run: RunStore) -> dict[str, PageRow]:
    return {row.url: row for row in run.pages(SITE)}


def test_sampling_sees_what_was_read_and_is_no_error(run: RunStore) -> None:
    record(run, URLS[0])
    record(run, URLS[1], status=404)
    (page,) = run.walked(SITE)
    assert (page.url, page.title, page.parts, page.chosen) == (URLS[0], "T", b"1234", False)


def test_a_draw_marks_what_it_could_have_drawn(run: RunStore) -> None:
    record(run, URLS[0])
    record(run, URLS[1])
    run.draw(SITE, {URLS[0]: BY_CHANCE})
    record(run, URLS[2])
    found = rows(run)
    assert [found[url].draw for url in URLS] == [1, 1, 0]
    assert [page.chosen for page in run.walked(SITE)] == [True, False, False]
    assert run.to_render(SITE, 9) == [URLS[0]]


def test_what_an_earlier_draw_took_by_chance_is_told_apart(run: RunStore) -> None:
    record(run, URLS[0])
    run.draw(SITE, {URLS[0]: BY_CHANCE})
    record(run, URLS[1])
    run.draw(SITE, {URLS[1]: BY_CHANCE})
    found = rows(run)
    assert [found[url].sampled_as for url in URLS[:2]] == [BY_EARLIER_CHANCE, BY_CHANCE]
    assert [found[url].draw for url in URLS] == [2, 2, 0]


@pytest.mark.parametrize(("served", "kept"), [(f"{UNWRITTEN}shell", "shown"), ("whole", "whole")])
def test_only_what_scripts_write_is_keyed_as_shown(run: RunStore, served: str, kept: str) -> None:
    record(run, URLS[0], served)
    shown = Rendering(URLS[0], 200, "2026-11-22T08:00:01Z", html="<p>Shown")
    run.record_rendering(SITE, URLS[0], shown, {}, "shown")
    assert rows(run)[URLS[0]].template == kept
