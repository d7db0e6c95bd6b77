import gzip

import pytest
from aiohttp import web

from crawler.client import ProbeClient
from crawler.observers.sitemaps import DEPTH, OFF_SITE, SitemapObserver, Sitemaps
from crawler.robots import Robots
from ideaaudit.storage import Known
from ideaaudit.web import site_of
from tests.crawler.probing import probing, table
from tests.flow.loopback import loopback

HOST = "agency.gov"
Pages = dict[str, str | bytes | int]


def urlset(*paths: str) -> str:
    return f"<urlset>{''.join(f'<url><loc>{path}</loc></url>' for path in paths)}</urlset>"


def index(*urls: str) -> str:
    entries = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls)
    return f"<sitemapindex>{entries}</sitemapindex>"


def observed(pages: Pages, robots: str = "", most: int = 50) -> Sitemaps:
    async def manner(request: web.Request) -> web.StreamResponse:
        found = pages.get(request.path, 404)
        if isinstance(found, int):
            return web.Response(status=found)
        if isinstance(found, str) and found.startswith("->"):
            raise web.HTTPFound(found[2:])
        body = found if isinstance(found, bytes) else found.encode()
        return web.Response(body=body, content_type="application/xml")

    async def ask(client: ProbeClient) -> Sitemaps:
        into = Sitemaps()
        admits = lambda url: site_of(url) == HOST  # noqa: E731
        observer = SitemapObserver(client, Robots(client), admits, most)
        await observer.observe(f"http://{HOST}/start", robots, into)
        return into

    sites = dict.fromkeys((HOST, f"maps.{HOST}", "other.gov"), manner)
    with loopback(sites) as served:
        return probing(ask, table(served))


def told(found: Sitemaps) -> dict[str, tuple[str, int | None, str]]:
    return {
        file.url.removeprefix(f"http://{HOST}"): (file.found_by, file.status, file.kind)
        for file in found.files
    }


def test_a_site_without_a_sitemap_was_asked_at_the_usual_paths() -> None:
    assert told(observed({})) == {
        "/sitemap.xml": ("path", 404, ""),
        "/sitemap_index.xml": ("path", 404, ""),
        "/wp-sitemap.xml": ("path", 404, ""),
        "/sitemap.txt": ("path", 404, ""),
    }


def test_what_robots_txt_names_is_read_first_and_the_usual_path_once() -> None:
    pages: Pages = {"/map.xml": urlset("/a"), "/sitemap.xml": urlset("/b")}
    robots = "Sitemap: /map.xml\nsitemap:http://agency.gov/sitemap.xml\nUser-agent: *\nDisallow:\n"
    found = observed(pages, robots)
    assert told(found) == {
        "/map.xml": ("robots", 200, "urlset"),
        "/sitemap.xml": ("robots", 200, "urlset"),
    }


def test_an_index_is_followed_and_its_urls_are_known() -> None:
    pages: Pages = {
        "/sitemap.xml": index("/1.xml.gz", "http://agency.gov/2.xml", "/1.xml.gz"),
        "/1.xml.gz": gzip.compress(urlset("/a", "/b.PDF?x#y", "http://other.gov/c").encode()),
        "/2.xml": urlset("/a", "http://www.agency.gov/d", "mailto:x", "http://[bad"),
    }
    found = observed(pages)
    assert told(found) == {
        "/sitemap.xml": ("path", 200, "index"),
        "/1.xml.gz": ("index", 200, "urlset"),
        "/2.xml": ("index", 200, "urlset"),
    }
    assert list(found.known.values()) == [
        Known("http://agency.gov/a", "sitemap", DEPTH),
        Known("http://agency.gov/b.PDF?x", "sitemap", DEPTH),
        # One of each other host: the frontier notes those of the same domain.
        Known("http://other.gov/c", "sitemap", DEPTH),
        Known("http://www.agency.gov/d", "sitemap", DEPTH),
    ]
    packed = found.files[1]
    assert (packed.urls, packed.pdfs) == (3, 1)
    assert packed.size == len(urlset("/a", "/b.PDF?x#y", "http://other.gov/c"))
    assert len(packed.digest) == 16
    assert packed.media_type == "application/xml"


def test_loops_and_depths_come_to_an_end() -> None:
    pages: Pages = {"/sitemap.xml": index("/sitemap.xml", "/1.xml")}
    pages |= {f"/{n}.xml": index(f"/{n + 1}.xml") for n in range(1, 9)}
    assert list(told(observed(pages))) == ["/sitemap.xml", "/1.xml", "/2.xml", "/3.xml"]


def test_no_more_files_are_asked_for_than_the_bound() -> None:
    pages: Pages = {"/sitemap.xml": index(*(f"/{n}.xml" for n in range(90)))}
    pages |= {f"/{n}.xml": urlset("/a") for n in range(90)}
    assert len(observed(pages).files) == 50
    assert len(observed(pages, most=5).files) == 5


@pytest.mark.parametrize(
    ("robots", "fault"),
    [
        ("Sitemap: http://other.gov/map.xml", OFF_SITE),
        ("Sitemap: http://[bad", "no URL"),
        ("Sitemap: http://maps.agency.gov/map.xml", ""),
        ("Sitemap: http://lost.agency.gov/map.xml", "lost.agency.gov:80 is not in the connect-to"),
    ],
)
def test_a_sitemap_elsewhere_is_read_where_it_is_of_the_same_domain(
    robots: str, fault: str
) -> None:
    found = observed({"/map.xml": urlset("http://agency.gov/a")}, robots)
    assert found.files[0].fault.startswith(fault)
    assert bool(found.files[0].kind) is not bool(fault)
    assert bool(found.known) is not bool(fault)


def test_a_redirect_is_followed_and_its_end_is_read_once() -> None:
    found = observed(
        {"/sitemap.xml": "->/wp-sitemap.xml", "/wp-sitemap.xml": index("/sitemap.xml")}
    )
    assert told(found) == {"/sitemap.xml": ("path", 200, "index")}


def test_a_page_in_place_of_a_sitemap_is_none() -> None:
    found = observed({"/sitemap.xml": "<!doctype html><title>Home</title>"})
    assert (found.files[0].kind, found.files[0].fault) == ("", "it is no sitemap")
    assert len(found.files) == 4


def test_no_more_is_known_than_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.observers.sitemaps.MOST_KNOWN", 3)
    found = observed({"/sitemap.xml": urlset(*"abcdef")})
    assert (found.files[0].urls, len(found.known)) == (6, 3)
