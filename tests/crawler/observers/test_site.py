from collections.abc import Callable

import pytest
from aiohttp import web

from crawler.client import ProbeClient
from crawler.observers.dns import DnsObserver
from crawler.observers.senses import Senses
from crawler.observers.site import SiteProbe
from crawler.observers.tls import TlsObserver
from crawler.robots import Robots
from ideaaudit.models import Gap, Reason, SiteObservation, Target
from ideaaudit.storage import Known
from ideaaudit.web import site_of
from tests.crawler.probing import probing, table
from tests.flow.loopback import Loopback, loopback

SITE = "a.test"
Answer = Callable[[web.Request], web.StreamResponse]
Seen = tuple[SiteObservation, str, Gap | None, tuple[Known, ...]]


def observed(
    answer: Answer, url: str = f"http://{SITE}/", *, pages: int = 200
) -> tuple[Seen, Loopback]:
    async def manner(request: web.Request) -> web.StreamResponse:
        return answer(request)

    async def probe(client: ProbeClient) -> Seen:
        tls = TlsObserver(client._turns, client._guard, client.verifying)
        senses = Senses(DnsObserver(client._guard, client._turns), "Browser", pages=pages)
        admits = lambda one: site_of(one) == SITE  # noqa: E731
        made = SiteProbe(client, Robots(client), tls, 7, admits, senses)
        return await made.observe(Target(url, SITE))

    sites = dict.fromkeys((SITE, f"www.{SITE}", "other.test"), manner)
    with loopback(sites) as served:
        return probing(probe, table(served)), served


def here(request: web.Request) -> web.StreamResponse:
    if request.path == "/":
        return web.Response(text="<h1>Here", content_type="text/html")
    return web.Response(status=404)


def test_the_whole_site_is_seen_a_question_at_a_time() -> None:
    (seen, start, gap, _), served = observed(here)
    assert (start, gap) == (f"http://{SITE}/", None)
    assert seen.endpoints is not None
    doors = {endpoint.url: endpoint.live for endpoint in seen.endpoints}
    assert doors == {
        "http://a.test/": True,
        "http://www.a.test/": True,
        "https://a.test/": False,
        "https://www.a.test/": False,
    }
    assert seen.robots is not None
    assert seen.robots.status == 404
    assert seen.not_found is not None
    assert seen.not_found.status == 404
    assert {found.part for found in seen.gaps} == {"tls", "dns", "preload", "searched"}
    again = [line for line in served.asked if served.asked.count(line) > 1]
    assert set(again) == {f"{SITE} /"}
    assert len(again) == 4


def test_the_walk_begins_where_the_start_leads() -> None:
    def answer(request: web.Request) -> web.StreamResponse:
        if request.path == "/" and request.host == SITE:
            raise web.HTTPFound(f"http://www.{SITE}/home;jsessionid=1?utm_source=x")
        return web.Response(text="<h1>Here", content_type="text/html")

    (_, start, gap, _), _ = observed(answer)
    assert (start, gap) == (f"http://www.{SITE}/home", None)


def test_a_target_of_https_that_is_not_served_is_walked_over_http() -> None:
    (_, start, gap, _), _ = observed(here, f"https://{SITE}/")
    assert (start, gap) == (f"http://{SITE}/", None)


def test_a_target_below_the_root_is_walked_from_there() -> None:
    def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(text=request.path, content_type="text/html")

    (_, start, gap, _), _ = observed(answer, f"http://{SITE}/agency/")
    assert (start, gap) == (f"http://{SITE}/agency/", None)


def sending(status: int = 200, text: str = "", **headers: str) -> Answer:
    return lambda _request: web.Response(status=status, text=text, headers=headers)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (sending(302, Location="http://other.test/"), Reason.OFF_SITE),
        (sending(302, Location="/"), Reason.REDIRECT_LOOP),
        (sending(302, Location="http://[bad"), Reason.ERROR),
        (sending(404), Reason.HTTP_ERROR),
        (sending(403), Reason.BLOCKED),
        (sending(503), Reason.HTTP_ERROR),
        (sending(200, "<title>Just a moment...</title>"), Reason.CHALLENGED),
        (sending(200, "{}", **{"Content-Type": "application/json"}), Reason.NOT_HTML),
    ],
    ids=lambda value: value.value if isinstance(value, Reason) else "",
)
def test_a_site_that_cannot_be_walked_says_why(answer: Answer, reason: Reason) -> None:
    def but_for_robots(request: web.Request) -> web.StreamResponse:
        if request.path == "/" and reason is Reason.OFF_SITE and request.host == "other.test":
            return web.Response(text="<h1>Other", content_type="text/html")
        return answer(request)

    (seen, _, gap, _), _ = observed(but_for_robots)
    assert gap is not None
    assert (gap.part, gap.reason) == ("site", reason)
    assert seen.not_found is None
