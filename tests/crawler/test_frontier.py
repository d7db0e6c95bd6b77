import time
from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.frontier import Frontier, Step
from crawler.losses import MOST_IN_A_ROW
from crawler.observers.page import Visit
from crawler.redirects import MOST_REDIRECTS
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
    TextFile,
)
from ideaaudit.settings import Settings
from ideaaudit.storage import Known, RunStore, Store

SITE = "agency.gov"
HOME = "https://agency.gov/"
SILENCE = Gap("page", Reason.TIMEOUT, "no answer")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def store(tmp_path: Path) -> RunStore:
    run = Run("20261122T080000Z-0001", "2026-11-22T08:00:00Z", RunState.CRAWLING, seed=7)
    made = Store.open(str(tmp_path)).create(run)
    made.add_targets([Target(HOME, SITE)])
    made.discover(SITE, [Known(HOME, "start", 0)])
    return made


def frontier(
    store: RunStore,
    stopping: Callable[[], bool] = lambda: False,
    clock: Callable[[], float] = time.monotonic,
    **settings: object,
) -> Frontier:
    return Frontier(store, Target(HOME, SITE), Settings(**settings), stopping, clock)  # type: ignore[arg-type]


def visit(url: str, *links: str) -> Visit:
    seen = PageObservation(SITE, url, (Hop(url, 200),), served_html="<p>Here")
    known = tuple(Known(HOME + link if "://" not in link else link, "link", 1) for link in links)
    return Visit(seen, "t", PageClass.CONTENT, "Here", known)


def shown(url: str) -> Rendering:
    return Rendering(url, 200, "2026-11-22T08:00:01Z")


def walk(walker: Frontier, *links: str, most: int = 1_000) -> list[str]:
    """Walks and renders to the end, every page with these links; the steps in order."""
    steps = []
    while (step := walker.take()) and len(steps) < most:
        steps.append(f"{'render' if step.render else 'walk'} {step.known.url}")
        if step.render:
            walker.record_rendering(step.known.url, shown(step.known.url), {}, ())
        else:
            walker.record(visit(step.known.url, *links))
    return steps


def states(store: RunStore) -> dict[str, tuple[str, str]]:
    return {row.url.removeprefix(HOME): (row.state.value, row.reason) for row in store.pages(SITE)}


def test_the_home_page_is_rendered_first_and_the_others_once_all_is_walked(
    store: RunStore,
) -> None:
    steps = walk(frontier(store), "a", "b")
    assert [step.split()[0] for step in steps] == ["walk", "render"] + ["walk"] * 2 + ["render"] * 2
    assert steps[1] == f"render {HOME}"


def test_what_is_in_flight_is_not_begun_twice(store: RunStore) -> None:
    walker = frontier(store)
    assert walker.take() == Step(Known(HOME, "start", 0))
    assert walker.take() is None


def test_documents_and_strangers_are_not_walked(store: RunStore) -> None:
    walk(frontier(store), "a.doc", "https://other.gov/", "https://www.agency.gov/b")
    assert states(store) == {
        "": ("walked", ""),
        "a.doc": ("skipped", "not-html"),
        "https://www.agency.gov/b": ("walked", ""),
    }


def test_documents_come_last_and_within_a_budget_of_their_own(store: RunStore) -> None:
    walker = frontier(store, documents=1, render=1)
    steps = walk(walker, "a.pdf", "b.docx", "c")
    walker.close()
    assert steps[:3] == [f"walk {HOME}", f"render {HOME}", f"walk {HOME}c"]
    assert len(steps) == 4
    read = steps[3].removeprefix(f"walk {HOME}")
    left = ({"a.pdf", "b.docx"} - {read}).pop()
    assert states(store)[left] == ("skipped", "not-sampled")
    assert store.coverage(SITE).complete


def test_a_document_in_flight_is_read_by_the_next_audit(store: RunStore) -> None:
    first = frontier(store, documents=2)
    first.take()
    first.record(visit(HOME, "a.pdf", "b.pdf"))
    while (step := first.take()) and not step.known.document:
        first.record_rendering(step.known.url, shown(step.known.url), {}, ())
    assert step is not None
    again = walk(frontier(store, documents=2))
    assert sorted(x for x in again if "walk" in x) == [f"walk {HOME}a.pdf", f"walk {HOME}b.pdf"]


@pytest.mark.parametrize("how", ["lost", "given back", "forgotten"])
def test_a_document_that_is_not_seen_leaves_the_walk_complete(store: RunStore, how: str) -> None:
    walker = frontier(store, documents=1, render=1)
    walker.take()
    walker.record(visit(HOME, "a.pdf"))
    while (step := walker.take()) and not step.known.document:
        walker.record_rendering(step.known.url, shown(step.known.url), {}, ())
    assert step is not None
    if how == "lost":
        walker.lose(step.known.url, SILENCE)
    elif how == "given back":
        walker.give_back(step.known.url, render=False)
    else:
        assert walker.find_lost()
    assert (walker.take() is not None) == (how == "given back")
    walker.close()
    assert store.coverage(SITE).complete


@pytest.mark.parametrize(("scope", "admitted"), [("host", False), ("domain", True)])
def test_the_scope_says_whether_a_sister_host_belongs(
    store: RunStore, scope: str, admitted: bool
) -> None:
    assert frontier(store, scope=scope).admits("https://apps.agency.gov/x") is admitted
    assert not frontier(store, scope=scope).admits("https://other.gov/")


def test_the_page_budget_is_kept_and_says_so(store: RunStore) -> None:
    walker = frontier(store, pages=2, render=1)
    assert len(walk(walker, "a", "b", "c")) == 3
    walker.close()
    assert list(states(store).values()).count(("skipped", "budget")) == 2
    assert store.site_state(SITE) == "done"


def test_a_site_of_redirects_without_end_comes_to_one(store: RunStore) -> None:
    walker = frontier(store, pages=5)
    for n in range(1_000):
        step = walker.take()
        if step is None:
            break
        walker.redirect(step.known.url, Known(f"{HOME}{n}", "redirect", 0), "http")
    assert n == MOST_REDIRECTS + 1
    walker.close()
    assert [row.url for row in store.pages(SITE) if row.reason == "redirect-loop"] == [
        f"{HOME}{MOST_REDIRECTS - 1}"
    ]


def test_a_site_whose_links_all_redirect_comes_to_an_end(store: RunStore) -> None:
    walker = frontier(store, pages=5)
    walker.begin(HOME, [Known(f"{HOME}{n}", "link", 1) for n in range(99)])
    for n in range(1_000):
        step = walker.take()
        if step is None:
            break
        walker.redirect(step.known.url, Known(f"{HOME}to/{n}", "redirect", 1), "http")
    assert n == 5 * 3 + 20
    walker.close()
    last = next(row for row in store.pages(SITE) if row.reason == "budget")
    assert last.detail == "35 requests were made for 0 pages, and that is enough"


def test_links_that_are_known_already_do_not_use_up_what_may_be_known(
    store: RunStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.meter.MOST_KNOWN", 12)
    walk(frontier(store, pages=2), *"abcdefgh")
    assert len(states(store)) == 9


def test_no_more_is_known_than_the_bound(store: RunStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.meter.MOST_KNOWN", 12)
    walk(frontier(store, pages=1), *(str(n) for n in range(500)))
    assert len(states(store)) == 12


def test_a_crawl_delay_shrinks_the_walk_and_is_told(store: RunStore) -> None:
    robots = TextFile(f"{HOME}robots.txt", 200, "text/plain", "User-agent: *\nCrawl-delay: 100\n")
    store.record_site(SiteObservation(SITE, "2026-11-22T08:00:00Z", robots=robots))
    walker = frontier(store)
    assert walker.meter.budget.pages == 32
    walk(walker, *(str(n) for n in range(60)))
    walker.close()
    left = next(row for row in store.pages(SITE) if row.reason == "budget")
    assert "asks for 100 s between requests" in left.detail
    assert frontier(store, ignore_robots=True).meter.budget.pages == 200


def test_a_slow_site_is_rendered_in_the_time_that_is_left(store: RunStore) -> None:
    clock = Clock()
    walker = frontier(store, clock=clock)
    walker.take()
    walker.record(visit(HOME, "a", "b"))
    clock.now = 2_600
    step = walker.take()
    assert step is not None
    assert step.render
    walker.record_rendering(HOME, shown(HOME), {}, ())
    clock.now = 3_601
    assert walker.take() is None
    walker.close()
    assert states(store)["a"] == ("skipped", "budget")


def test_the_time_of_audits_that_were_killed_counts_on(store: RunStore) -> None:
    clock = Clock()
    walker = frontier(store, clock=clock)
    walker.take()
    walker.record(visit(HOME))
    clock.now = 2_000
    assert walker.take() is not None  # and it is killed
    clock.now = 9_000
    walker = frontier(store, clock=clock)
    clock.now = 10_590
    assert walker.peek() is not None
    clock.now = 10_601
    assert walker.take() is None
    walker.close()
    assert store.seconds_used(SITE) == 3_601
    gap = next(store.pages(SITE)).render_gap
    assert gap.startswith("budget: the 60 minutes for one site were used up")


def test_a_stopped_audit_notes_the_time_it_took(store: RunStore) -> None:
    clock = Clock()
    walker = frontier(store, lambda: True, clock)
    clock.now = 3.5
    walker.close()
    clock.now = 100.0
    frontier(store, lambda: True, clock).close()
    assert store.seconds_used(SITE) == 3.5
    assert store.seconds_used("other.gov") == 0


def test_pages_that_time_left_unrendered_say_so(store: RunStore) -> None:
    clock = Clock()
    walker = frontier(store, clock=clock)
    walker.take()
    walker.record(visit(HOME))
    assert walker.peek() is not None
    clock.now = 3_601
    assert walker.take() is None
    walker.close()
    assert next(store.pages(SITE)).render_gap.startswith("budget: the 60 minutes for one site")


def test_a_url_that_twice_ended_an_audit_is_given_up(store: RunStore) -> None:
    for _ in range(2):
        assert frontier(store).take() is not None
    assert frontier(store).take() is None
    assert states(store) == {"": ("lost", "crashed")}


def test_a_step_that_was_not_begun_counts_for_nothing(store: RunStore) -> None:
    for _ in range(5):
        walker = frontier(store)
        step = walker.take()
        assert step is not None
        walker.give_back(step.known.url, render=step.render)
    assert states(store) == {"": ("queued", "")}


@pytest.mark.parametrize("render", [False, True])
def test_after_ten_silences_in_a_row_a_site_is_left_alone(store: RunStore, render: bool) -> None:
    store.discover(SITE, [Known(f"{HOME}{n}", "link", 1) for n in range(30)])
    walker = frontier(store)
    lost = 0
    while step := walker.take():
        if step.render or not render:
            lost += 1
            (walker.lose_rendering if step.render else walker.lose)(step.known.url, SILENCE)
        else:
            walker.record(visit(step.known.url))
            lost = 0
    assert lost == MOST_IN_A_ROW
    walker.close()
    assert store.coverage(SITE).queued == 0
    rows = [row.render_gap if render else row.detail for row in store.pages(SITE)]
    assert any("left alone after 10 failures in a row: no answer" in row for row in rows)


def test_an_answer_between_silences_starts_the_count_again(store: RunStore) -> None:
    store.discover(SITE, [Known(f"{HOME}{n}", "link", 1) for n in range(30)])
    walker = frontier(store)
    for n in range(31):
        step = walker.take()
        assert step is not None
        if n % 9:
            (walker.lose_rendering if step.render else walker.lose)(step.known.url, SILENCE)
        else:
            walker.record(visit(step.known.url))
    assert store.coverage(SITE).walked == 4


def test_missing_pages_are_answers(store: RunStore) -> None:
    store.discover(SITE, [Known(f"{HOME}{n}", "link", 1) for n in range(30)])
    walker = frontier(store)
    while step := walker.take():
        walker.lose(step.known.url, Gap("page", Reason.NOT_FOUND, "HTTP 404"))
    assert dict(store.coverage(SITE).lost) == {"not-found": 31}


def test_a_stopped_audit_begins_nothing_and_keeps_its_queue(store: RunStore) -> None:
    stopping = False
    walker = frontier(store, lambda: stopping)
    walker.take()
    stopping = True
    walker.record(visit(HOME, "a"))
    assert walker.take() is None
    walker.close()
    assert states(store)["a"] == ("queued", "")
    assert store.site_state(SITE) != "done"


def test_a_resumed_walk_goes_on_where_it_was(store: RunStore) -> None:
    first = walk(frontier(store, pages=4, render=2), *"abcdef", most=2)
    rest = walk(frontier(store, pages=4, render=2), *"abcdef")
    assert len(first + rest) == len(set(first + rest)) == 6


def test_a_step_that_vanished_is_lost_and_not_waited_for(store: RunStore) -> None:
    walker = frontier(store)
    walker.take()
    assert walker.find_lost()
    assert states(store) == {"": ("lost", "error")}
    assert not walker.find_lost()


def test_the_sample_is_not_chosen_twice(store: RunStore) -> None:
    links = [str(n) for n in range(30)]
    steps = walk(frontier(store, pages=31, render=5), *links)
    assert sum(step.startswith("render") for step in steps) == 5
    assert walk(frontier(store, pages=31, render=5), *links) == []
    assert store.coverage(SITE).sampled == 5


def test_what_scripts_link_to_is_walked_and_rendered(store: RunStore) -> None:
    walker = frontier(store)
    walker.take()
    walker.record(visit(HOME))
    step = walker.take()
    assert step is not None
    assert step.render
    walker.record_rendering(HOME, shown(HOME), {}, [Known(f"{HOME}new", "script", 1)])
    assert walk(walker) == [f"walk {HOME}new", f"render {HOME}new"]


def test_a_walk_begins_with_required_links_before_what_sitemaps_name(store: RunStore) -> None:
    walker = frontier(store)
    named = [Known(f"{HOME}mapped", "sitemap", 2), Known(f"{HOME}x.csv", "sitemap", 2)]
    elsewhere = Known("https://other.gov/privacy", "required", 1)
    walker.begin(HOME, [Known(f"{HOME}privacy", "required", 1), elsewhere, *named])
    order = [step.split()[1] for step in walk(walker, "linked") if step.startswith("walk")]
    assert order == [HOME, f"{HOME}privacy", f"{HOME}linked", f"{HOME}mapped"]
    found = {row.url: row.found_by for row in store.pages(SITE)}
    assert found[f"{HOME}privacy"] == "required"
    assert found[f"{HOME}mapped"] == "sitemap"
    assert "https://other.gov/privacy" not in found


def test_the_status_of_what_was_lost_or_sent_on_is_kept(store: RunStore) -> None:
    store.discover(SITE, [Known(f"{HOME}{n}", "link", 1) for n in range(3)])
    walker = frontier(store)
    walker.lose(f"{HOME}0", Gap("page", Reason.NOT_FOUND, "HTTP 410"), 410)
    walker.redirect(f"{HOME}1", Known(HOME, "redirect", 1), "http", 302)
    walker.skip(f"{HOME}2", Gap("page", Reason.NOT_HTML, "text/csv"), 200)
    found = {row.url: (row.reason, row.status) for row in store.pages(SITE)}
    assert found[f"{HOME}0"] == ("not-found", 410)
    assert found[f"{HOME}1"] == ("redirected", 302)
    assert found[f"{HOME}2"] == ("not-html", 200)


def test_pages_whose_scripts_lead_in_a_circle_are_each_rendered_once(store: RunStore) -> None:
    walker = frontier(store)
    walker.take()
    walker.record(visit(HOME))
    other = f"{HOME}other"
    walker.take()
    walker.redirect(HOME, Known(other, "redirect", 0), "script")
    walker.take()
    walker.record(visit(other))
    step = walker.take()
    assert step is not None
    assert (step.known.url, step.render) == (other, True)
    walker.redirect(other, Known(HOME, "redirect", 0), "script", 200)
    assert walker.take() is None
    found = {row.url: (row.reason, row.sampled_as) for row in store.pages(SITE)}
    assert found[other] == (Reason.REDIRECT_LOOP.value, "")
