from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.observers.content import THIN
from crawler.traps import (
    MOST_COMBINATIONS,
    MOST_COPIES,
    MOST_PAIRS,
    combinations,
    copies,
    idle,
    trap_of,
)
from ideaaudit.storage import Found, Read

SITE = "https://agency.gov"
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/a/b/a/b/a/b/", "repeats"),
        ("/x/help/help/help", "repeats"),
        ("/" + "/".join(f"s{n}" for n in range(21)), "more than 20 parts"),
        ("/?" + "&".join(f"v{n}=1" for n in range(13)), "more than 12 values"),
        ("/items?f=red&f=blue&f=red&f=red", "says the same 3 times"),
        ("/calendar?date=2031-05-01", "calendar, turned to 2031-05"),
        ("/events/2029/01/", "calendar"),
        ("/events/2019/01/05", "calendar"),
        ("/calendar/day/1999-05-06", "calendar"),
        ("/meetings?month=202905", "calendar"),
        ("/meetings?year=2030&month=7", "calendar"),
        ("/meetings?year=2027&month=12&day=30", "calendar"),
        ("/calendar?start=1970-01-01", "calendar"),
    ],
)
def test_where_a_walk_would_never_end_is_a_trap(path: str, words: str) -> None:
    assert words in trap_of(SITE + path, TODAY)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/a/b/a/b/",
        "/data/1/1/1/1",
        "/docs/docs/",
        "/news/1998/04/03",
        "/events/2015/03/12/a-meeting-of-the-board",
        "/items?f=red&f=blue&f=red&&&",
        "/calendar?month=2003-05",
        "/calendar?month=2028-11",
        "/calendar?date=2026-12-24",
        "/events/2025/",
        "/updated/2012/03/04",
        "/events/detail?id=20150312",
        "/search?updated=20150312",
        "/calendar?date=2026-19-45",
        "/report?year=0000&month=5",
        "/report?year=2031",
        "/%ff/?%ff=%00",
    ],
)
def test_archives_and_near_days_are_none(path: str) -> None:
    assert trap_of(SITE + path, TODAY) == ""


def test_a_calendar_that_never_ends_is_cut_to_its_bounds() -> None:
    days = [TODAY + timedelta(days=n) for n in range(-20_000, 20_000)]
    let_through = [day for day in days if not trap_of(f"{SITE}/calendar?date={day}", TODAY)]
    assert 365 < len(let_through) < 1_600
    assert TODAY in let_through


def found(urls: Iterable[str], found_by: str = "link") -> list[Found]:
    return [Found(SITE + url, found_by, True) for url in urls]


def test_filters_are_combined_so_often_and_no_oftener() -> None:
    every = [f"/list?a={a}&b={b}&c={c}" for a in range(10) for b in range(10) for c in range(10)]
    cut = combinations(found(every))
    assert len(cut) == 1_000 - MOST_COMBINATIONS
    assert set(cut) == {SITE + url for url in every[MOST_COMBINATIONS:]}
    pairs = [f"/list?f[0]=t:{a}&f[1]=u:{b}" for a in range(30) for b in range(30)]
    assert len(combinations(found(pairs))) == 900 - MOST_PAIRS
    again = [f"/list?f={a}&g={b}&g={b}" for a in range(30) for b in range(30)]
    assert len(combinations(found(again))) == 900 - MOST_COMBINATIONS
    lists = [f"/list?topics={a},{b},{c}" for a in range(9) for b in range(9) for c in range(9)]
    assert len(combinations(found(lists))) > 300


@pytest.mark.parametrize(
    "urls",
    [
        [f"/item?id={n}" for n in range(10_000)],
        [f"/item?do=show&id={n}&lang=en" for n in range(10_000)],
        [f"/item?id={n}&lang={lang}" for n in range(5_000) for lang in ("en", "es")],
        [f"/{n}?sort=a&page=1&by=b" for n in range(1_000)],
    ],
)
def test_items_with_an_id_of_their_own_are_no_combinations(urls: list[str]) -> None:
    assert combinations(found(urls)) == {}


def test_what_the_owner_names_is_never_cut() -> None:
    every = [f"/list?a={a}&b={b}&c={c}" for a in range(10) for b in range(10) for c in range(10)]
    assert combinations(found(every, "sitemap")) == {}
    same = [Read(f"{SITE}/s?t={n}", 1, "b", "key") for n in range(50)]
    assert copies(same, found(["/s?t=60"], "sitemap")) == {}


@pytest.mark.parametrize("form", ["/s?token={}", "/s/{}/", "/s/{}"])
def test_one_content_under_many_urls_of_a_place_ends_it(form: str) -> None:
    same = [Read(SITE + form.format(n), 1, f"b{n}", "key") for n in range(MOST_COPIES)]
    waiting = found([form.format(99), "/other/1", "/other?token=1"])
    assert set(copies(same, waiting)) == {SITE + form.format(99)}
    assert copies(same[1:], waiting) == {}
    others = [Read(SITE + form.format(f"x{n}"), 1, "b", f"key {n}") for n in range(5)]
    assert copies([*same, *others], waiting) == {}


def test_one_content_in_ever_other_folders_ends_the_folder_above() -> None:
    same = [Read(f"{SITE}/deep/{n}/x/y{n}/", 1, f"b{n}", "key") for n in range(MOST_COPIES)]
    others = [Read(f"{SITE}/about/{n}", 1, "b", f"key {n}") for n in range(5)]
    waiting = found(["/deep/x/99/", "/about/9", "/"])
    cut = copies([*same, *others], waiting)
    assert cut == {
        f"{SITE}/deep/x/99/": f"{SITE}/deep/ showed the same content under 10 URLs or more"
    }


def test_a_parameter_that_changes_nothing_is_left_out() -> None:
    items = [Read(f"{SITE}/item?id={n}", 1, "b", f"item {n}") for n in range(12)]
    prints = [Read(f"{SITE}/item?id={n}&print=1", 1, "b", f"item {n}") for n in range(MOST_COPIES)]
    waiting = found(["/item?id=99", "/item?id=99&print=1", "/item?id=77&print=1"])
    assert set(idle([*items, *prints], waiting)) == {f"{SITE}/item?id=99&print=1"}
    assert idle([*items, *prints[1:]], waiting) == {}
    others = [Read(f"{SITE}/list?page=1&print={n}", 1, "b", f"print {n}") for n in range(3)]
    first = Read(f"{SITE}/list?page=1", 1, "b", "list")
    assert idle([*items, *prints, *others, first], waiting) == {}
    assert idle([*items, *prints], found(["/item?id=99&print=1"], "sitemap")) == {}


def test_pages_that_scripts_write_are_no_copies() -> None:
    shells = [Read(f"{SITE}/s?id={n}", 1, "b", f"{THIN}key") for n in range(50)]
    assert copies(shells, found(["/s?id=99"])) == {}


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_url_is_a_trap_or_none(path: str, query: str) -> None:
    assert isinstance(trap_of(f"{SITE}/{path}?{query}", TODAY), str)
    assert combinations(found([f"/{path}?{query}"])) == {}
