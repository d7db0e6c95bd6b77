from collections.abc import Callable

import pytest
from aiohttp import web

from crawler.client import ProbeClient
from crawler.observers.dns import DnsObserver
from crawler.observers.senses import Senses
from crawler.observers.site import SiteProbe, _with_client_certificate
from crawler.observers.tls import TlsObserver
from crawler.robots import Robots
from ideaaudit.models import Endpoint, Gap, Reason, SiteObservation, Target, TlsSeen
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
        return (await made.observe(Target(url, SITE)))[:4]

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


FOOTER = '<footer><a href="/our-privacy">Privacy policy</a><a href="http://other.test/f">FOIA</a></footer>'
SITEMAP = f"<urlset><url><loc>http://{SITE}/mapped</loc></url></urlset>"


def whole(request: web.Request) -> web.StreamResponse:
    match request.path:
        case "/":
            search = '<form role="search" action="/find"><input name="q"></form>'
            text = f"<title>Home of Maps</title>{search}{FOOTER}"
            return web.Response(text=text, content_type="text/html")
        case "/sitemap.xml":
            return web.Response(text=SITEMAP, content_type="application/xml")
        case "/about":
            text = "<title>About our maps | Maps</title><h1>About"
            return web.Response(text=text, content_type="text/html")
        case "/find":
            text = '<main><a href="/about">About our maps</a></main>'
            return web.Response(text=text, content_type="text/html")
    return web.Response(status=404)


def test_a_site_that_can_be_walked_is_sensed_whole() -> None:
    (seen, start, gap, known), served = observed(whole)
    assert (start, gap) == (f"http://{SITE}/", None)
    assert known == (
        Known(f"http://{SITE}/our-privacy", "required", 1),
        Known(f"http://{SITE}/mapped", "sitemap", 2),
    )
    assert seen.sitemaps is not None
    assert [file.kind for file in seen.sitemaps] == ["urlset"]
    about, foia = seen.path("about"), seen.path("link:foia")
    assert about is not None
    assert (about.status, about.soft_404) == (200, False)
    assert foia is not None
    assert (foia.url, foia.status) == ("http://other.test/f", 404)
    assert seen.path("link:privacy") is None
    assert seen.searched is not None
    assert (seen.searched.query, seen.searched.found) == ("About our maps", True)
    assert seen.agents is not None
    assert (seen.agents.own, seen.agents.browser) == ((200, 200), (200, 200))
    assert seen.agents.own_size == seen.agents.browser_size > 0
    assert seen.endpoints is not None
    assert len({door.digest for door in seen.endpoints if door.live}) == 1
    agents = [a for line, a in zip(served.asked, served.agents, strict=True) if line == f"{SITE} /"]
    assert agents == ["Test", "Browser", "Test", "Browser"]


def test_a_small_walk_asks_for_its_own_required_links_at_once() -> None:
    (seen, _, _, known), _ = observed(whole, pages=1)
    assert [one.found_by for one in known] == ["sitemap"]
    link = seen.path("link:privacy")
    assert link is not None
    assert (link.url, link.status) == (f"http://{SITE}/our-privacy", 404)


def test_a_site_that_cannot_be_walked_is_asked_for_no_more() -> None:
    (seen, _, gap, known), served = observed(sending(503))
    assert gap is not None
    assert known == ()
    assert (seen.sitemaps, seen.paths, seen.searched) == (None,) * 3
    why = {one.part: one.reason for one in seen.gaps}
    assert why["sitemaps"] is why["paths"] is why["searched"] is gap.reason
    assert seen.agents is not None
    assert "agents" not in why
    assert not [line for line in served.asked if "sitemap" in line]


def test_a_site_that_refuses_crawlers_alone_is_told_by_its_answers() -> None:
    asked: list[str] = []

    def answer(request: web.Request) -> web.StreamResponse:
        if request.path == "/" and request.host == SITE:
            asked.append(request.headers["User-Agent"])
            if asked.count("Test") > 1 and asked[-1] == "Test":
                return web.Response(status=429)
        return here(request)

    (seen, _, _, _), _ = observed(answer)
    assert seen.agents is not None
    assert (seen.agents.own, seen.agents.browser) == ((200, 429), (200, 200))


def test_a_site_that_is_closed_to_crawlers_is_asked_under_both_names() -> None:
    (seen, _, gap, _), _ = observed(
        lambda request: (
            here(request)
            if request.headers["User-Agent"] == "Browser"
            else web.Response(status=403)
        )
    )
    assert gap is not None
    assert gap.reason is Reason.BLOCKED
    assert seen.agents is not None
    assert (seen.agents.own, seen.agents.browser) == ((403, 403), (200, 200))


def test_a_site_elsewhere_is_not_asked_under_both_names() -> None:
    (seen, _, gap, _), _ = observed(sending(302, Location="http://other.test/"))
    assert gap is not None
    assert seen.agents is None


def test_what_takes_too_long_is_a_gap_and_what_was_read_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("crawler.observers.senses.SECONDS", 0.0)
    monkeypatch.setattr("crawler.observers.senses.TURNS", 0)
    (seen, start, gap, known), _ = observed(whole)
    assert (start, gap) == (f"http://{SITE}/", None)
    late = {one.part: one.reason for one in seen.gaps}
    parts = ("sitemaps", "paths", "searched", "agents")
    assert [late[part] for part in parts] == [Reason.BUDGET] * 4
    assert seen.endpoints is not None
    assert [one.found_by for one in known] == ["required"]


def test_a_part_that_breaks_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no such thing")

    monkeypatch.setattr("crawler.observers.sitemaps.read_sitemap", broken)
    (seen, _, gap, _), _ = observed(whole)
    assert gap is None
    assert Gap("sitemaps", Reason.ERROR, "no such thing") in seen.gaps
    assert seen.path("about") is not None


@pytest.mark.parametrize(
    ("url", "live", "asks", "alive"),
    [
        (f"https://{SITE}/", False, True, True),
        (f"https://{SITE}/", False, False, False),
        (f"https://www.{SITE}/", False, True, False),
        (f"http://{SITE}/", False, True, False),
        (f"https://{SITE}/", True, True, True),
    ],
)
def test_a_door_that_asks_for_a_certificate_is_alive(
    url: str, live: bool, asks: bool, alive: bool
) -> None:
    gap = None if live else Gap("endpoints", Reason.TLS, "handshake failure")
    door = Endpoint(url, live, gap=gap)
    found = _with_client_certificate(door, (TlsSeen(SITE, 443, None, client_certificate=asks),))
    assert found.live is alive
    assert (found == door) is (live is alive)
    assert found.gap is None or "handshake failure" in found.gap.detail
