import asyncio
from collections.abc import Callable

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from crawler.client import ProbeClient
from crawler.robots import Robots, _parsed, delay_of, sitemaps_of
from ideaaudit.models import Gap, Reason
from tests.crawler.probing import probing, table
from tests.flow.loopback import loopback

HOST = "robots.test"
Answer = Callable[[web.Request], web.StreamResponse]


def forbids(answer: Answer, path: str = "/private/a") -> Gap | None:
    async def manner(request: web.Request) -> web.StreamResponse:
        return answer(request)

    async def ask(client: ProbeClient) -> Gap | None:
        return await Robots(client).forbids(f"http://{HOST}{path}")

    with loopback({HOST: manner}) as served:
        return probing(ask, table(served))


def rules(text: str, media_type: str = "text/plain") -> Answer:
    return lambda _request: web.Response(text=text, content_type=media_type)


OURS = "User-agent: ideaaudit\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n"
SHUT = "User-agent: *\nDisallow: /private\n"


@pytest.mark.parametrize(
    ("text", "path", "open_"),
    [
        pytest.param(SHUT, "/private/a", False, id="disallowed"),
        pytest.param(SHUT, "/public", True, id="not named"),
        pytest.param(OURS, "/public", True, id="our own group goes before that for all"),
        pytest.param(OURS, "/private/a", False, id="our own group forbids"),
        pytest.param(SHUT + "Allow: /private/a\n", "/private/a", True, id="the longer rule wins"),
        pytest.param("User-agent: *\nDisallow: /*.pdf$\n", "/a.pdf", False, id="wildcards"),
        pytest.param("User-agent: *\nDisallow: /*.pdf$\n", "/a.pdf?x", True, id="the end"),
        pytest.param("\ufeff" + SHUT, "/private/a", False, id="behind a byte order mark"),
        pytest.param("User-agent: *\r\nDisallow: /private\r\n", "/private/a", False, id="CRLF"),
        pytest.param("User-agent: *\nDisallow:\n", "/private/a", True, id="an empty rule"),
        pytest.param("", "/private/a", True, id="nothing in it"),
        pytest.param("User-agent: *\nDisallow: /p\n" + "#" * 900_000, "/p", False, id="huge"),
        pytest.param("<html>" + SHUT, "/private/a", True, id="a web page is no rules"),
    ],
)
def test_rules_are_obeyed(text: str, path: str, open_: bool) -> None:
    gap = forbids(rules(text), path)
    assert (gap is None) is open_
    assert gap is None or gap.reason is Reason.ROBOTS


def test_rules_that_are_named_a_web_page_are_obeyed_all_the_same() -> None:
    assert forbids(rules(SHUT, "text/html"))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_without_a_file_all_is_open(status: int) -> None:
    """RFC 9309 2.3.1.3."""
    assert forbids(lambda _request: web.Response(status=status, text=SHUT)) is None


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_server_in_trouble_is_left_alone(status: int) -> None:
    """RFC 9309 2.3.1.4."""
    gap = forbids(lambda _request: web.Response(status=status))
    assert gap is not None
    assert (gap.reason, str(status) in gap.detail) == (Reason.ROBOTS, True)


def test_one_bad_moment_closes_no_site() -> None:
    answers = iter([503, 404])
    assert forbids(lambda _request: web.Response(status=next(answers))) is None


def test_redirects_are_followed() -> None:
    def answer(request: web.Request) -> web.StreamResponse:
        if request.path == "/robots.txt":
            raise web.HTTPMovedPermanently("/elsewhere.txt")
        return web.Response(text=SHUT)

    assert forbids(answer)


@pytest.mark.parametrize("location", ["/robots.txt", "http://[bad", "ftp://a/", "http://a:0x1/"])
def test_a_redirect_that_leads_nowhere_is_no_rules(location: str) -> None:
    answer = web.Response(status=302, headers={"Location": location}, text=SHUT)
    assert forbids(lambda _request: web.Response(status=302, headers=answer.headers)) is None


def test_a_pause_that_no_audit_can_keep_closes_the_site() -> None:
    gap = forbids(rules("User-agent: *\nCrawl-delay: 99999\n"), "/")
    assert gap is not None
    assert (gap.reason, "99999 s between requests" in gap.detail) == (Reason.ROBOTS, True)


def test_a_host_that_nobody_serves_is_left_to_the_page_to_tell() -> None:
    async def ask(client: ProbeClient) -> Gap | None:
        return await Robots(client).forbids("http://nowhere.test/")

    assert probing(ask, []) is None


def test_whoever_waits_asks_only_once() -> None:
    async def manner(_request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.05)
        return web.Response(text=SHUT)

    async def ask(client: ProbeClient) -> list[Gap | None]:
        robots = Robots(client)
        return await asyncio.gather(*(robots.forbids(f"http://{HOST}/{n}") for n in range(5)))

    with loopback({HOST: manner}) as served:
        assert probing(ask, table(served)) == [None] * 5
        assert served.asked == [f"{HOST} /robots.txt"]


def test_on_ones_own_staging_site_nothing_is_forbidden() -> None:
    async def ask(client: ProbeClient) -> tuple[Gap | None, float]:
        robots = Robots(client, ignore=True)
        return await robots.forbids(f"http://{HOST}/"), await robots.delay(f"http://{HOST}/")

    async def manner(_request: web.Request) -> web.StreamResponse:
        return web.Response(text="User-agent: *\nDisallow: /\nCrawl-delay: 7\n")

    with loopback({HOST: manner}) as served:
        assert probing(ask, table(served)) == (None, 0.0)


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        ("Crawl-delay: 10", 10.0),
        ("Crawl-delay: 0.5", 0.5),
        ("Crawl-delay: soon", 0.0),
        ("Crawl-delay: inf", 0.0),
        ("Crawl-delay: -3", 0.0),
        ("Request-rate: 1/5", 5.0),
        ("Request-rate: 2/1m", 30.0),
        ("Crawl-delay: 2\nRequest-rate: 1/5", 5.0),
        ("Disallow: /", 0.0),
    ],
)
def test_the_pause_is_read(line: str, seconds: float) -> None:
    assert delay_of(f"User-agent: *\n{line}\n") == seconds


@given(st.text(max_size=200))
def test_any_text_has_a_pause_and_none_is_endless(text: str) -> None:
    assert 0 <= delay_of(text) < float("inf")
    assert 0 <= delay_of(f"User-agent: *\nCrawl-delay: {text}") < float("inf")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sitemap: https://a.gov/1.xml\nsitemap:/2.xml", ("https://a.gov/1.xml", "/2.xml")),
        ("User-agent: x\nDisallow: /\nSITEMAP : /1.xml # all\nSitemap: /1.xml", ("/1.xml",)),
        ("# Sitemap: /1.xml", ()),
        ("<html>Sitemap: /1.xml", ()),
        ("", ()),
    ],
)
def test_the_sitemaps_that_it_names_are_told_once(text: str, named: tuple[str, ...]) -> None:
    assert sitemaps_of(text) == named


LINES = st.sampled_from(
    ["User-agent: *", "User-agent: ideaaudit", "Disallow: /", "Allow: /a", "Disallow:",
     "Disallow: *$", "Sitemap: /s", "Crawl-delay: x", "Request-rate: 1/0", "\ufeff", "#", ":",
     "Disallow: /%", "\0"]
)  # fmt: skip


@given(st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=12))
def test_any_file_is_read_without_an_error(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert all(isinstance(url, str) for url in sitemaps_of(text))
    assert delay_of(text) >= 0.0
    assert _parsed(text).can_fetch("https://a.gov/a%2", "ideaaudit") in (True, False)


def test_a_file_that_several_doors_lead_to_is_asked_for_once() -> None:
    asked: list[str] = []

    async def manner(request: web.Request) -> web.StreamResponse:
        asked.append(request.host)
        if request.host == HOST:
            return web.Response(text=SHUT)
        raise web.HTTPMovedPermanently(f"http://{HOST}/robots.txt")

    async def ask(client: ProbeClient) -> list[bool]:
        robots = Robots(client)
        hosts = ("one.robots.test", HOST, "two.robots.test")
        return [bool(await robots.forbids(f"http://{host}/private")) for host in hosts]

    with loopback({HOST: manner, "one.robots.test": manner, "two.robots.test": manner}) as served:
        served.sites["robots.test"] = manner
        assert probing(ask, table(served)) == [True, True, True]
    assert asked == ["one.robots.test", HOST, "two.robots.test"]


@pytest.mark.parametrize(("ignore", "told"), [(False, [10.0]), (True, [])])
def test_a_long_pause_is_told_once(ignore: bool, told: list[float]) -> None:
    async def manner(_request: web.Request) -> web.StreamResponse:
        return web.Response(text="User-agent: *\nCrawl-delay: 10\n")

    async def ask(client: ProbeClient) -> list[float]:
        heard: list[float] = []
        robots = Robots(client, ignore=ignore, told=heard.append)
        for path in ("/a", "/b"):
            await robots.forbids(f"http://{HOST}{path}")
        return heard

    with loopback({HOST: manner}) as served:
        assert probing(ask, table(served)) == told
