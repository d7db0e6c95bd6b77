import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.http import HtmlResponse, Response, TextResponse

from crawler.observers.page import (
    MOST_ANCHORS,
    Onward,
    headers_of,
    is_document,
    is_html,
    links_of,
    media_type,
    observe_page,
    onward,
)
from ideaaudit.models import PageClass
from ideaaudit.storage import Known
from ideaaudit.storage.codec import pack
from ideaaudit.web import parse_html

BASE = "https://agency.gov/about/"


def links(html: str, base: str = BASE) -> list[str]:
    return [known.url for known in links_of(parse_html(html), base, 1, "link")]


def answer(html: str, status: int = 200, **headers: str) -> HtmlResponse:
    named = {"Content-Type": "text/html; charset=utf-8"} | headers
    return HtmlResponse(BASE, status=status, headers=named, body=html.encode())


def refresh(content: str) -> Onward | None:
    return onward(answer(f'<meta http-equiv="refresh" content="{content}">'))


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<a href="us">', ["https://agency.gov/about/us"]),
        ('<a href="/us#top">', ["https://agency.gov/us"]),
        ('<a href="?page=2">', ["https://agency.gov/about/?page=2"]),
        ('<area href="/map">', ["https://agency.gov/map"]),
        ('<a href="/a"><a href="/a#x"><a href="/A/../a">', ["https://agency.gov/a"]),
        ('<base href="/deep/"><a href="x">', ["https://agency.gov/deep/x"]),
        ('<base href="http://[bad"><a href="x">', ["https://agency.gov/about/x"]),
        ('<base target="_top"><a href="x">', ["https://agency.gov/about/x"]),
        ('<a href=" /a\n b ">', ["https://agency.gov/a%20b"]),
        ('<a href="/süd">', ["https://agency.gov/s%C3%BCd"]),
        ('<a href="https://MÜNCHEN.gov/">', ["https://xn--mnchen-3ya.gov/"]),
        ('<a href="http://[::1]:81/x">', ["http://[::1]:81/x"]),
        ('<a href="javascript:void(0)"><a href="data:text/html,x"><a href="mailto:a@b.gov">', []),
        ('<a href="tel:+1"><a href="http://[1"><a href="http://a:99999/"><a href="http://">', []),
        ('<a href=""><a><a name="x">', []),
        ("", []),
        ("<!-- <a href=/hidden> -->", []),
    ],
)
def test_every_page_that_is_linked_is_known_once(html: str, found: list[str]) -> None:
    assert links(html) == found


def test_a_page_of_a_million_links_is_read_in_a_moment() -> None:
    html = "<base href=/x/>" + "".join(f"<a href={n}>" for n in range(300_000))
    root = parse_html(html)
    start = time.process_time()
    assert len(list(links_of(root, BASE, 1, "link"))) == MOST_ANCHORS
    assert time.process_time() - start < 5


@given(st.lists(st.text(max_size=60), max_size=5))
def test_no_reference_breaks_the_reading(references: list[str]) -> None:
    html = "".join(f'<a href="{one}">' for one in references)
    assert all(url.startswith(("http://", "https://")) for url in links(html))


@pytest.mark.parametrize(
    ("content", "url"),
    [
        ("0;url=/new", "https://agency.gov/new"),
        ("0; URL='/new'", "https://agency.gov/new"),
        ("0.5, url = /new", "https://agency.gov/new"),
        ("0 url=/new", "https://agency.gov/new"),
        ("0;/new", "https://agency.gov/new"),
        ("10;url=new", "https://agency.gov/about/new"),
        ("0;url=http://[bad", "http://[bad"),
    ],
)
def test_a_refresh_sends_the_visitor_on(content: str, url: str) -> None:
    assert refresh(content) == Onward(url, "meta")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("30;url=/later", id="late: a page that reloads"),
        pytest.param("5", id="no URL: it reloads itself"),
        pytest.param(f"5;url={BASE}", id="to itself"),
        pytest.param("0;url=#top", id="to a part of itself"),
        pytest.param("0;url=", id="to nowhere"),
        pytest.param("0;url=''", id="to nowhere, quoted"),
        pytest.param("soon;url=/x", id="no time"),
        pytest.param("0url=/x", id="no separator"),
        pytest.param("9" * 100_000 + ";url=/x", id="a time without end"),
        pytest.param("", id="empty"),
    ],
)
def test_what_reloads_or_means_nothing_does_not(content: str) -> None:
    assert refresh(content) is None


@pytest.mark.parametrize(
    "html",
    [
        '<noscript><meta http-equiv="refresh" content="0;url=/nojs"></noscript>',
        '<!-- <meta http-equiv="refresh" content="0;url=/x"> -->',
        "<p>Do not use meta refresh.",
    ],
)
def test_what_no_visitor_with_scripts_obeys_is_left(html: str) -> None:
    assert onward(answer(html)) is None


@pytest.mark.parametrize("content", ["0" + " " * 20_000 + "x", "1" * 20_000, "0;" + "url=" * 5_000])
def test_no_refresh_keeps_us_busy(content: str) -> None:
    start = time.process_time()
    refresh(content)
    assert time.process_time() - start < 2


@given(st.text(max_size=80))
def test_any_refresh_is_read(content: str) -> None:
    found = refresh(content)
    assert found is None or found.url


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/new", "https://agency.gov/new"),
        ("new", "https://agency.gov/about/new"),
        ("//other.gov/", "https://other.gov/"),
        ("http://[bad", "http://[bad"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_a_location_is_told_as_it_is(location: str, url: str) -> None:
    assert onward(Response(BASE, status=302, headers={"Location": location})) == Onward(url, "http")


@pytest.mark.parametrize(("status", "location"), [(200, "/new"), (302, ""), (404, "/new")])
def test_without_both_status_and_location_nobody_is_sent(status: int, location: str) -> None:
    assert onward(Response(BASE, status=status, headers={"Location": location})) is None


@pytest.mark.parametrize(
    ("body", "media", "text"),
    [
        ("Grüße".encode(), "text/html; charset=utf-8", "Grüße"),
        ("Grüße".encode("latin-1"), "text/html; charset=iso-8859-1", "Grüße"),
        ('<meta charset="windows-1252">Grüße'.encode("cp1252"), "text/html", "Grüße"),
        ("Grüße".encode(), "text/html; charset=nonsense", "Grüße"),
        ("Grüße".encode("utf-16"), "text/html", "Grüße"),
        (b"\xff\xfe\x00broken\xff", "text/html; charset=utf-8", ""),
        (b"", "text/html", ""),
    ],
)
def test_a_page_in_any_encoding_is_read(body: bytes, media: str, text: str) -> None:
    response = HtmlResponse(BASE, headers={"Content-Type": media}, body=body)
    seen = observe_page(response, "agency.gov", Known(BASE, "link", 2)).seen
    assert text in (seen.served_html or "")
    assert isinstance(pack(seen), bytes)


def test_a_page_is_kept_with_what_it_leads_to() -> None:
    html = "<title> Us \n and you </title><input type=password><a href=/b>b</a>"
    visit = observe_page(answer(html, Server="x"), "agency.gov", Known(BASE, "link", 2))
    assert (visit.title, visit.page_class) == ("Us and you", PageClass.LOGIN)
    assert visit.links == (Known("https://agency.gov/b", "link", 3),)
    assert (visit.seen.found_by, visit.seen.depth, visit.seen.media_type) == (
        "link",
        2,
        "text/html",
    )
    assert ("server", "x") in visit.seen.headers


def test_no_value_of_a_cookie_is_kept() -> None:
    sent = ["session=hush; Path=/", "hush2; Secure"]
    response = Response(BASE, headers={"Set-Cookie": sent})
    assert headers_of(response) == (("set-cookie", "session"), ("set-cookie", ""))


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        (answer("x"), True),
        (TextResponse(BASE, body=b"<p>x"), True),
        (TextResponse(BASE, headers={"Content-Type": "application/json"}, body=b"{}"), False),
        (Response(BASE, headers={"Content-Type": "application/pdf"}), False),
        (TextResponse(BASE, headers={"Content-Type": "TEXT/HTML ;x"}, body=b""), True),
        (Response(BASE, body=b"\x00\x01"), False),
    ],
)
def test_html_is_known_by_its_type(response: Response, expected: bool) -> None:
    assert is_html(response) is expected
    assert media_type(response) == media_type(response).lower()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.gov/form.PDF", True),
        ("https://a.gov/form.pdf?x=1", True),
        ("https://a.gov/a.html", False),
        ("https://a.gov/pdf", False),
        ("https://a.gov/?file=a.pdf", False),
    ],
)
def test_a_document_is_known_by_its_name(url: str, expected: bool) -> None:
    assert is_document(url) is expected
