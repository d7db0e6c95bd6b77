"""A walk comes to the same whatever answers first, and wherever it is killed and resumed."""

import random
from pathlib import Path

import pytest

from crawler.frontier import Frontier
from crawler.observers.page import Visit
from ideaaudit.models import Gap, Hop, PageClass, PageObservation, Reason, Run, RunState, Target
from ideaaudit.settings import Settings
from ideaaudit.storage import Known, RunStore, Store

SITE = "agency.gov"
HOME = "https://agency.gov/"
IN_FLIGHT = 6
Ends = dict[str, tuple[str, str, str, str, int]]


def answer(url: str) -> tuple[str, str, list[str]]:
    """What a made-up site has at a URL: "page", "gone" or "on"; what it says; where it leads.

    Each page leads to ten others of 150, to twins of pages, to a list with filters, to a calendar
    without end and to a path under which everything says the same.
    """
    path, _, query = url.removeprefix(HOME).partition("?")
    name = path.strip("/").removesuffix("/index.html").lower()
    draw = random.Random(name + query)
    if path.startswith("same/"):
        return "page", "nothing here", [f"same/{draw.random()}" for _ in range(3)]
    if path == "list":
        more = [f"list?a={draw.randrange(5)}&b={draw.randrange(5)}&c={draw.randrange(5)}"]
        return "page", f"list {query}", more * 3
    if path == "calendar":
        year = int(query.removeprefix("month=").partition("-")[0])
        return "page", f"month {query}", [f"calendar?month={year + 1}-01"]
    if draw.random() < 0.05:
        return "gone", "", []
    if draw.random() < 0.05:
        return "on", "", [f"p{draw.randrange(150)}"]
    links = [f"p{draw.randrange(150)}" for _ in range(10)]
    twins = [f"{links[0]}/", f"{links[1]}/index.html", links[2].upper()]
    lists = ["list?a=1&b=2&c=3", f"list?a={draw.randrange(5)}&b=1&c={draw.randrange(5)}"]
    traps = ["calendar?month=2026-11", f"same/{draw.random()}"]
    return "page", f"page {name}", [*traps, *lists, *twins, *links]


def tell(walker: Frontier, known: Known) -> None:
    kind, said, links = answer(known.url)
    if kind == "gone":
        walker.lose(known.url, Gap("page", Reason.NOT_FOUND, "HTTP 404"), 404)
    elif kind == "on":
        walker.redirect(known.url, Known(HOME + links[0], "redirect", known.depth), "http", 301)
    else:
        hops = (Hop(known.url, 200),)
        seen = PageObservation(SITE, known.url, hops, served_html=said, depth=known.depth)
        found = tuple(Known(HOME + link, "link", known.depth + 1) for link in links)
        walker.record(Visit(seen, "t", PageClass.CONTENT, said, found, content=said))


def walk(store: RunStore, draw: random.Random, pages: int, kills: int) -> Ends:
    """Walks with six in flight, answers in any order, killed so many times in the middle."""
    for number in range(kills + 1):
        walker = Frontier(store, Target(HOME, SITE), Settings(pages=pages, render=1), lambda: False)
        steps = draw.randrange(5, 120) if number < kills else 10**6
        in_flight: list[Known] = []
        while steps:
            steps -= 1
            while len(in_flight) < IN_FLIGHT and (step := walker.take()):
                if step.render:
                    walker.lose_rendering(step.known.url, Gap("rendering", Reason.ERROR, "none"))
                    continue
                in_flight.append(step.known)
            if not in_flight:
                break
            tell(walker, in_flight.pop(draw.randrange(len(in_flight))))
    walker.close()
    return {
        row.url: (row.state.value, row.reason, row.detail, row.found_by, row.depth)
        for row in store.pages(SITE)
    }


@pytest.mark.parametrize("pages", [24, 60, 1_000])
def test_no_order_of_answers_and_no_kill_changes_the_walk(tmp_path: Path, pages: int) -> None:
    ends = []
    for number in range(3):
        run = Run(f"20261122T080000Z-000{number}", "2026-11-22T08:00:00Z", RunState.CRAWLING, 7)
        store = Store.open(str(tmp_path)).create(run)
        store.add_targets([Target(HOME, SITE)])
        store.discover(SITE, [Known(HOME, "start", 0)])
        ends.append(walk(store, random.Random(number), pages, kills=number))
        assert store.coverage(SITE).walked <= pages
    reasons = {end[1] for end in ends[0].values()}
    assert {"duplicate", "budget" if pages < 1_000 else "trap"} <= reasons
    for other in ends[1:]:
        assert {url: end for url, end in other.items() if ends[0].get(url) != end} == {}
        assert other == ends[0]
