from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from aiohttp import web

from crawler.client import ProbeClient
from crawler.observers.endpoints import MOST_HOPS, Answers, Door, doors_of, observe_endpoint
from crawler.robots import Robots
from ideaaudit.models import Reason
from tests.crawler.probing import probing, table
from tests.flow.loopback import loopback

Manner = Callable[[web.Request], Coroutine[Any, Any, web.StreamResponse]]


@pytest.mark.parametrize(
    ("site", "start", "doors"),
    [
        (
            "a.gov",
            "https://www.a.gov/x",
            ("http://a.gov/", "http://www.a.gov/", "https://a.gov/", "https://www.a.gov/"),
        ),
        ("127.0.0.1", "http://127.0.0.1/x", ("http://127.0.0.1/x",)),
        ("[::1]", "http://[::1]/", ("http://[::1]/",)),
        ("a.gov:8080", "http://a.gov:8080/", ("http://a.gov:8080/",)),
    ],
)
def test_a_name_has_four_doors_and_an_address_one(
    site: str, start: str, doors: tuple[str, ...]
) -> None:
    assert doors_of(site, start) == doors


def door(manner: Manner, url: str = "http://a.test/") -> Door:
    with loopback({"a.test": manner, "b.test": manner}) as served:
        return probing(
            lambda client: observe_endpoint(client, Robots(client, ignore=True), url),
            [*table(served), "refusing.test:80:127.0.0.1:1"],
        )


def sending(*locations: str) -> Manner:
    """Sends the visitor from each of these to the next; the last is a page."""

    async def manner(request: web.Request) -> web.StreamResponse:
        path = request.raw_path
        here = next((n for n, one in enumerate(locations) if one.endswith(path)), 0)
        if here == len(locations) - 1:
            return web.Response(text="<h1>Here", headers={"Strict-Transport-Security": "max-age=1"})
        return web.Response(status=301, headers={"Location": locations[here + 1]})

    return manner


def test_a_page_is_one_hop() -> None:
    found = door(sending("/"))
    assert (found.seen.live, found.seen.gap, len(found.seen.hops)) == (True, None, 1)
    assert found.seen.hsts == "max-age=1"
    assert found.answer is not None
    assert found.answer.text == "<h1>Here"


def test_the_whole_chain_is_told_and_the_first_answer_has_the_headers() -> None:
    found = door(sending("/", "/one", "http://b.test/two"))
    assert [hop.url for hop in found.seen.hops] == [
        "http://a.test/",
        "http://a.test/one",
        "http://b.test/two",
    ]
    assert found.seen.hsts == ""
    assert found.seen.hops[-1].location == ""


def test_a_session_in_the_url_is_followed_as_it_is() -> None:
    found = door(sending("/", "/;jsessionid=1"))
    assert found.seen.gap is None
    assert found.seen.hops[-1].url == "http://a.test/;jsessionid=1"


@pytest.mark.parametrize("chain", [("/", "/"), ("/", "/a", "/")])
def test_a_loop_is_told(chain: tuple[str, ...]) -> None:
    async def manner(request: web.Request) -> web.StreamResponse:
        at = chain.index(request.path)
        return web.Response(status=302, headers={"Location": chain[at + 1]})

    found = door(manner)
    assert found.seen.live
    assert found.seen.gap is not None
    assert found.seen.gap.reason is Reason.REDIRECT_LOOP


def test_a_chain_without_end_is_given_up() -> None:
    async def manner(request: web.Request) -> web.StreamResponse:
        raise web.HTTPFound(f"/{int(request.path.strip('/') or 0) + 1}")

    found = door(manner)
    assert found.seen.gap is not None
    assert found.seen.gap.reason is Reason.REDIRECT_LOOP
    assert len(found.seen.hops) == MOST_HOPS + 1


@pytest.mark.parametrize(
    "location",
    ["http://[bad", "javascript:alert(1)", "mailto:a@b.gov", "http://a.test:99999/", "data:,x"],
)
def test_a_location_that_is_no_url_is_a_gap_and_not_an_error_of_ours(location: str) -> None:
    async def manner(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": location})

    found = door(manner)
    assert found.seen.live
    assert found.seen.gap is not None
    assert found.seen.hops[0].location == location


@pytest.mark.parametrize(
    ("url", "reason", "refused"),
    [
        ("http://nowhere.test/", Reason.DNS, False),
        ("http://refusing.test/", Reason.REFUSED, True),
    ],
)
def test_a_closed_door_is_a_gap(url: str, reason: Reason, refused: bool) -> None:
    found = door(sending("/"), url)
    assert found.seen.gap is not None
    assert (found.seen.live, found.seen.refused, found.seen.gap.reason) == (False, refused, reason)


def test_nothing_is_concluded_from_one_failure() -> None:
    asked: list[str] = []

    async def manner(request: web.Request) -> web.StreamResponse:
        asked.append(request.path)
        if len(asked) == 1:
            assert request.transport is not None
            request.transport.abort()
        return web.Response(text="<h1>Here")

    assert door(manner).seen.gap is None
    assert len(asked) == 2


def test_robots_txt_keeps_the_probes_out_too() -> None:
    async def manner(request: web.Request) -> web.StreamResponse:
        assert request.path == "/robots.txt"
        return web.Response(text="User-agent: *\nDisallow: /\n")

    async def ask(client: ProbeClient) -> Door:
        return await observe_endpoint(client, Robots(client), "http://robots.test/")

    with loopback({"robots.test": manner}) as served:
        found = probing(ask, table(served))
    assert found.seen.gap is not None
    assert (found.seen.live, found.seen.gap.reason) == (False, Reason.ROBOTS)


def test_what_one_door_was_answered_is_not_asked_for_by_the_next() -> None:
    async def ask(client: ProbeClient) -> list[Door]:
        robots = Robots(client, ignore=True)
        known: Answers = {}
        urls = ("http://a.test/", "http://b.test/")
        return [await observe_endpoint(client, robots, url, known=known) for url in urls]

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.host == "a.test":
            raise web.HTTPFound("http://b.test/")
        return web.Response(text="<h1>Here")

    with loopback({"a.test": answer, "b.test": answer}) as served:
        one, other = probing(ask, table(served))
        asked = [line for line in served.asked if "robots" not in line]
        assert asked == ["a.test /", "b.test /"]
    assert one.answer is other.answer
    assert [hop.url for hop in one.seen.hops] == ["http://a.test/", "http://b.test/"]
    assert other.seen.live
