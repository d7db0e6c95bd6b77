import pytest
from aiohttp import web

from crawler.client import Answer, ProbeClient
from crawler.observers.endpoints import Door, observe_endpoint
from crawler.observers.paths import (
    PATHS,
    PathObserver,
    Paths,
    alike,
    is_soft_404,
    names_for,
)
from crawler.robots import Robots
from ideaaudit.models import Endpoint, Gap, Hop, PathSeen, Reason, Tier
from tests.crawler.probing import probing, table
from tests.flow.loopback import loopback

HOME = "https://agency.gov/"
LONG = "<p>" + " ".join(f"word{n}" for n in range(200)) + "</p>"


def door(
    url: str, text: str = "", status: int = 200, at: str = "", kind: str = "text/html"
) -> Door:
    headers = (("content-type", kind),)
    hops = (Hop(url, 301, at), Hop(at, status)) if at else (Hop(url, status),)
    return Door(Endpoint(url, True, hops=hops), Answer(at or url, status, headers, text.encode()))


MADE_UP = HOME + "no-such-page"
GONE = door(MADE_UP, "Gone", 404)
SOFT = door(MADE_UP, f"<title>Agency</title>{LONG}")


@pytest.mark.parametrize(
    ("found", "made_up", "soft"),
    [
        pytest.param(door(HOME + "foia", "<h1>FOIA"), GONE, False, id="a page, where others end"),
        pytest.param(door(HOME + "foia", "Gone", 404), SOFT, False, id="gone, and says so"),
        pytest.param(door(HOME + "foia", "Here", at=HOME), GONE, True, id="sent to the home page"),
        pytest.param(
            door(HOME + "foia", "Here", at="http://www.agency.gov"),
            GONE,
            True,
            id="sent to the home page under another of its names",
        ),
        pytest.param(
            door(HOME + "foia", "Here", at=HOME + "legal/foia"), GONE, False, id="sent to a page"
        ),
        pytest.param(door(HOME, "Here"), GONE, False, id="the home page itself"),
        pytest.param(
            door(HOME + "foia", f"<title>Agency</title>{LONG} x"), SOFT, True, id="the same words"
        ),
        pytest.param(door(HOME + "foia", "<p>Ask us for records"), SOFT, False, id="other words"),
        pytest.param(
            door(HOME + "foia", "a", at=HOME + "404.html"),
            door(MADE_UP, "b", at=HOME + "404.html"),
            True,
            id="sent where made-up paths are sent",
        ),
        pytest.param(
            door(HOME + "foia", "<title>Page not found | Agency</title>"), GONE, True, id="a title"
        ),
        pytest.param(
            door(HOME + "foia", "<title>Página no encontrada</title>"), GONE, True, id="in Spanish"
        ),
        pytest.param(
            door(HOME + "foia", "<title>404 Elm Street, " + "and more " * 20 + "</title>"),
            GONE,
            False,
            id="a long title that only begins so",
        ),
        pytest.param(
            door(HOME + "data.json", "<title>404</title>", kind="application/json"),
            GONE,
            False,
            id="no page, so no title",
        ),
        pytest.param(door(HOME + "foia", "Here"), None, None, id="nothing to compare with"),
        pytest.param(Door(Endpoint(HOME, False), None), GONE, None, id="nothing answered"),
    ],
)
def test_a_soft_404_is_told_from_a_page(found: Door, made_up: Door | None, soft: bool) -> None:
    assert is_soft_404(found, HOME, made_up) is soft


def test_a_made_up_path_that_was_not_answered_is_nothing_to_compare_with() -> None:
    gap = Gap("endpoints", Reason.REDIRECT_LOOP)
    lost = Door(Endpoint(MADE_UP, True, gap=gap), SOFT.answer)
    assert is_soft_404(door(HOME + "foia", "Here"), HOME, lost) is None
    assert is_soft_404(lost, HOME, GONE) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("", "", True),
        ("<p>a", "<p>a", True),
        ("<p>a", "<p>b", False),
        (LONG, LONG.replace("word7 ", "other "), True),
        (LONG, LONG[: len(LONG) // 2], False),
        (f"{LONG}<script>one()</script>", f"{LONG}<script>two()</script>", True),
        ("plain words here and now", "plain words here and now", True),
    ],
)
def test_texts_are_alike_in_nine_of_ten_words(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same


def seen(
    pages: dict[str, web.Response], links: dict[str, str], host: str = "agency.gov"
) -> tuple[dict[str, PathSeen], list[str]]:
    async def manner(request: web.Request) -> web.StreamResponse:
        key = request.path if request.host == host else f"//{request.host}{request.path}"
        found = pages.get(key)
        if found is None:
            return web.Response(status=404, text="Gone")
        return web.Response(
            text=found.text, status=found.status, content_type=found.content_type, headers={}
        )

    async def ask(client: ProbeClient) -> list[PathSeen]:
        robots = Robots(client)
        home = f"http://{host}/"
        made_up = await observe_endpoint(client, robots, home + "made-up")
        into = Paths()
        await PathObserver(client, robots, home, made_up).observe(links, into)
        return into.seen

    hosts = (host, f"developer.{host}", f"design.{host}", "other.gov")
    with loopback(dict.fromkeys(hosts, manner)) as served:
        found = probing(ask, table(served))
    return {one.name: one for one in found}, served.asked


def html(text: str = "<h1>Here</h1>", kind: str = "text/html") -> web.Response:
    return web.Response(text=text, content_type=kind)


def test_every_named_path_is_asked_for_until_one_is_there() -> None:
    pages = {
        "/security.txt": html("Contact: mailto:a@b.gov", "text/plain"),
        "/privacy": html(),
        "/developers": html(),
        "//design.agency.gov/": html("<h1>Brand</h1>"),
        "/data.json": html('{"dataset": []}', "application/json"),
        "/about": html("%PDF", "application/pdf"),
    }
    found, asked = seen(
        pages, {"foia": "http://other.gov/foia", "privacy": "http://agency.gov/privacy"}
    )
    assert list(found) == [*PATHS, "link:foia", "link:privacy"]
    told = {name: (one.url, one.status) for name, one in found.items() if one.status == 200}
    assert told == {
        "security-txt": ("http://agency.gov/security.txt", 200),
        "privacy": ("http://agency.gov/privacy", 200),
        "about": ("http://agency.gov/about", 200),
        "developer": ("http://agency.gov/developers", 200),
        "data-json": ("http://agency.gov/data.json", 200),
        "design": ("http://design.agency.gov/", 200),
        "link:privacy": ("http://agency.gov/privacy", 200),
    }
    assert found["security-txt"].text == "Contact: mailto:a@b.gov"
    assert found["security-txt"].media_type == "text/plain"
    assert found["data-json"].text == '{"dataset": []}'
    assert found["about"].text == ""
    assert (found["foia"].url, found["foia"].status) == ("http://agency.gov/foia", 404)
    assert found["developer"].soft_404 is False
    assert asked.count("agency.gov /privacy") == 1
    assert "developer.agency.gov /" not in asked


@pytest.mark.parametrize(
    ("tier", "unasked"),
    [
        (Tier.PRINCIPAL, set()),
        (Tier.UNKNOWN, {"design", "data-json", "code-json", "sitemap-html"}),
        (Tier.SUB_AGENCY, {"design", "data-json", "code-json", "sitemap-html"}),
        (Tier.SECONDARY, {"design", "data-json", "code-json", "sitemap-html", "no-fear"}),
    ],
)
def test_a_site_is_not_asked_for_what_no_check_reads_of_its_rank(
    tier: Tier, unasked: set[str]
) -> None:
    assert set(PATHS) - set(names_for(tier)) == unasked


def test_a_host_below_a_domain_is_not_asked_for_hosts_of_the_domain() -> None:
    found, asked = seen({}, {}, host="bureau.agency.gov")
    assert found["developer"].status == 404
    assert not [line for line in asked if "developer." in line or "design." in line]


def test_what_cannot_be_reached_is_a_gap_of_its_path() -> None:
    found, _ = seen({}, {"foia": "http://nowhere.gov/"})
    link = found["link:foia"]
    assert (link.status, link.soft_404) == (None, None)
    assert link.gap is not None
    assert (link.gap.part, link.gap.reason) == ("paths", Reason.DNS)
