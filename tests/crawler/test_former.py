from dataclasses import replace
from email.utils import formatdate
from pathlib import Path
from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.http import Response

from crawler.former import Former
from crawler.middlewares.revisits import RevisitMiddleware
from crawler.reasons import Unasked
from ideaaudit.models import FileSeen, Hop, PageClass, PageObservation, Run, RunState, Target
from ideaaudit.storage import Known, RunStore, Store

SITE, URL = "agency.gov", "https://agency.gov/a"
HTML = "<html><title>Café</title>"


def run(store: Store, name: str, connect_to: str = "[]") -> RunStore:
    begun = Run(name, "2026-01-01T00:00:00Z", RunState.CRAWLING, 1, {"connect_to": connect_to})
    made = store.create(begun)
    made.add_targets([Target(f"https://{SITE}/", SITE)])
    return made


def page(*headers: tuple[str, str], html: str | None = HTML, **more: object) -> PageObservation:
    seen = PageObservation(
        SITE, URL, (Hop(URL, 200),), (*headers, ("content-type", "text/html")), served_html=html
    )
    return replace(seen, **more)  # type: ignore[arg-type]


def walked(store: RunStore, seen: PageObservation, state: str = "done") -> None:
    store.discover(SITE, [Known(URL, "link", 1)])
    store.record_page(seen, template="", page_class=PageClass.CONTENT, title="", links=())
    store.set_site_state(SITE, state)


def former(folder: Path, *headers: tuple[str, str], **more: object) -> Former:
    """Of a run that begins after one that saw a page with these headers."""
    store = Store.open(str(folder))
    walked(run(store, "1"), page(*headers, **more))  # type: ignore[arg-type]
    return Former(run(store, "2"))


OLD = formatdate(1_700_000_000, usegmt=True)
SOON = formatdate(1_700_000_030, usegmt=True)
LATE = formatdate(1_700_000_060, usegmt=True)


@pytest.mark.parametrize(
    ("headers", "asked"),
    [
        ([("etag", '"a"')], {"If-None-Match": '"a"'}),
        ([("etag", 'W/"a"')], {"If-None-Match": 'W/"a"'}),
        ([("last-modified", OLD), ("date", LATE)], {"If-Modified-Since": OLD}),
        ([("last-modified", OLD), ("date", SOON)], {}),
        ([("last-modified", OLD)], {}),
        ([("last-modified", "yesterday"), ("date", LATE)], {}),
        (
            [("etag", '"a"'), ("last-modified", OLD)],
            {"If-None-Match": '"a"', "If-Modified-Since": OLD},
        ),
        ([("etag", '"\u00e9"')], {}),
        ([("etag", '"' + "a" * 900)], {}),
        ([], {}),
    ],
)
def test_a_page_is_asked_for_by_what_its_server_said_of_it(
    tmp_path: Path, headers: list[tuple[str, str]], asked: dict[str, str]
) -> None:
    assert former(tmp_path, *headers).conditions(SITE, URL) == asked


ETAG = ("etag", '"a"')


def test_a_page_that_was_not_read_whole_is_asked_for_plainly(tmp_path: Path) -> None:
    broken = FileSeen("pdf", 10, fault="damaged")
    assert not former(tmp_path / "a", ETAG, html=None).conditions(SITE, URL)
    assert not former(tmp_path / "b", ETAG, html=None, file=broken).conditions(SITE, URL)
    assert not former(tmp_path / "c", ETAG, hops=(Hop(URL, 203),)).conditions(SITE, URL)
    whole = replace(broken, fault="")
    assert former(tmp_path / "d", ETAG, html=None, file=whole).conditions(SITE, URL)


def test_only_a_run_that_met_the_same_servers_and_walked_to_the_end_counts(tmp_path: Path) -> None:
    store = Store.open(str(tmp_path))
    walked(run(store, "1"), page(("etag", '"oldest"')))
    walked(run(store, "2"), page(("etag", '"staging"')), state="done")
    staging = store.run("2")
    staging.save_run(replace(staging.run, settings={"connect_to": '["agency.gov:443:a:1"]'}))
    walked(run(store, "3"), page(("etag", '"stopped"')), state="probed")
    run(store, "4")
    now = run(store, "5")
    walked(run(store, "6"), page(("etag", '"later"')))
    assert Former(now).conditions(SITE, URL) == {"If-None-Match": '"oldest"'}
    taken = Former(now).page(SITE, URL, "")
    assert taken is not None
    assert taken.unchanged_since == "1"
    assert Former(now).conditions("other.gov", URL) == {}
    assert Former(now, off=True).conditions(SITE, URL) == {}


def test_a_page_that_the_newest_run_left_out_is_that_of_an_older_one(tmp_path: Path) -> None:
    store = Store.open(str(tmp_path))
    walked(run(store, "1"), page(ETAG))
    of_home_pages = run(store, "2")
    of_home_pages.set_site_state(SITE, "done")
    assert Former(run(store, "3")).conditions(SITE, URL) == {"If-None-Match": '"a"'}


def test_a_run_whose_file_is_gone_costs_nothing(tmp_path: Path) -> None:
    store = Store.open(str(tmp_path))
    walked(run(store, "1"), page(("etag", '"older"')))
    walked(run(store, "2"), page(ETAG))
    for gone in (tmp_path / "runs").glob("2.sqlite*"):
        gone.unlink()
    assert Former(run(store, "3")).conditions(SITE, URL) == {"If-None-Match": '"older"'}


def test_a_run_that_is_damaged_costs_nothing(tmp_path: Path) -> None:
    one = former(tmp_path, ETAG)
    assert one.conditions(SITE, URL)
    with one._of[SITE][0].writing() as connection:
        connection.exec_driver_sql("UPDATE page SET seen = x'00'")
    assert one.conditions(SITE, URL) == {}


def asking(one: Former, known: Known, **meta: object) -> tuple[RevisitMiddleware, Request]:
    spider = SimpleNamespace(session=SimpleNamespace(former=one))
    middleware = RevisitMiddleware(SimpleNamespace(spider=spider))  # type: ignore[arg-type]
    request = Request(URL, meta={"known": known, "site": SITE, **meta})
    middleware.process_request(request)
    return middleware, request


LINKED = Known(URL, "link", 1)


def answered(one: Former, *, etag: str = '"a"', **meta: object) -> Response | Request:
    middleware, request = asking(one, LINKED, **meta)
    response = Response(URL, 304, headers={"ETag": etag} if etag else {})
    return middleware.process_response(request, response)


def test_the_home_page_a_rendering_and_another_spelling_are_asked_for_whole(tmp_path: Path) -> None:
    one = former(tmp_path, ETAG)
    assert asking(one, LINKED)[1].headers["If-None-Match"] == b'"a"'
    assert not asking(one, replace(LINKED, depth=0))[1].headers
    assert not asking(one, LINKED, render=True)[1].headers
    assert not asking(one, Known(f"{URL}?b", "link", 1))[1].headers


@pytest.mark.parametrize("etag", ['"a"', 'W/"a"', ""])
def test_an_unchanged_page_is_the_stored_one(tmp_path: Path, etag: str) -> None:
    found = answered(former(tmp_path, ETAG, ("set-cookie", "one")), etag=etag)
    assert isinstance(found, Response)
    assert (found.status, found.text) == (200, HTML)  # type: ignore[attr-defined]
    assert found.headers["Set-Cookie"] == b"one="
    assert found.flags == ["unchanged since 1"]


def test_what_was_taken_over_already_names_the_run_that_read_it(tmp_path: Path) -> None:
    found = answered(former(tmp_path, ETAG, unchanged_since="0"))
    assert isinstance(found, Response)
    assert found.flags == ["unchanged since 0"]


def test_a_304_that_stands_for_nothing_is_asked_for_plainly(tmp_path: Path) -> None:
    one = former(tmp_path, ETAG)
    again = answered(one, etag='"b"')
    assert isinstance(again, Request)
    assert again.meta["plainly"]
    assert not asking(one, LINKED, plainly=True)[1].headers
    assert isinstance(answered(former(tmp_path / "none")), Request)
    with one._of[SITE][0].writing() as connection:
        connection.exec_driver_sql("DELETE FROM body")
    assert isinstance(answered(one), Request)
    with pytest.raises(Unasked):
        answered(one, plainly=True)
