import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.sitemap import MOST_BYTES, MOST_URLS, Sitemap, read_sitemap, utc

NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
URLSET = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand --><urlset {NAMESPACE} xmlns:image="http://www.google.com/schemas/x">
<url><loc> https://a.gov/ </loc><lastmod>2026-01-02</lastmod></url>
<url><loc>https://a.gov/b?x=1&amp;y=2</loc><image:image><image:loc>https://a.gov/i.png</image:loc>
</image:image><lastmod>2026-03-01T10:00:00-05:00</lastmod></url>
<url><loc>https://a.gov/c.pdf</loc></url></urlset>"""
INDEX = (
    f"<sitemapindex {NAMESPACE}><sitemap><loc>https://a.gov/1.xml</loc></sitemap></sitemapindex>"
)
RSS = (
    "<rss version='2.0'><channel><link>https://a.gov/</link><item><link>https://a.gov/n</link>"
    "<pubDate>Sun, 01 Nov 2026 08:00:00 EST</pubDate></item></channel></rss>"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><link href='https://a.gov/'/><entry>"
    "<link href='https://a.gov/n'/><updated>2026-11-01T08:00:00Z</updated></entry></feed>"
)


def read(text: str) -> Sitemap:
    return read_sitemap(text.encode())


def test_a_urlset_is_read_with_its_dates_and_without_its_pictures() -> None:
    found = read(URLSET)
    assert (found.kind, found.fault) == ("urlset", "")
    assert found.locations == ["https://a.gov/", "https://a.gov/b?x=1&y=2", "https://a.gov/c.pdf"]
    assert (found.dated, found.newest) == (2, "2026-03-01T15:00:00Z")
    assert found.size == len(URLSET.encode())


@pytest.mark.parametrize(
    ("text", "kind", "locations"),
    [
        (INDEX, "index", ["https://a.gov/1.xml"]),
        (RSS, "feed", ["https://a.gov/n"]),
        (ATOM, "feed", ["https://a.gov/n"]),
        (
            "https://a.gov/\r\n\r\n https://a.gov/b \n",
            "text",
            ["https://a.gov/", "https://a.gov/b"],
        ),
        ("\ufeffhttps://a.gov/", "text", ["https://a.gov/"]),
        ("<URL/>", "", []),
        ("<urlset><url><loc>/b</loc></url></urlset>", "urlset", ["/b"]),
        ("<x:urlset xmlns:x='y'><x:url><x:loc>/b</x:loc></x:url></x:urlset>", "urlset", ["/b"]),
    ],
    ids=["index", "RSS", "Atom", "text", "mark", "another", "no namespace", "a prefix"],
)
def test_every_form_is_read(text: str, kind: str, locations: list[str]) -> None:
    found = read(text)
    assert (found.kind, found.locations) == (kind, locations)


def test_a_feed_has_dates_too() -> None:
    assert read(RSS).newest == "2026-11-01T13:00:00Z"
    assert read(ATOM).newest == "2026-11-01T08:00:00Z"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "it is empty"),
        ("   \n", "it is empty"),
        ("<!doctype html><html><p>Not found</html>", "it is no sitemap"),
        ("<html><body><url><loc>https://a.gov/</loc></url></body></html>", "it is no sitemap"),
        ("<<<", "it is no sitemap"),
        ("Page not found", "it is no sitemap"),
        ("https://a.gov/\nsorry", "it has lines that are no URLs"),
        (URLSET[:-20], "it is not well formed"),
        ("\n" + URLSET, "it does not begin with its first line"),
        ("<urlset>" + "<a>" * 60, "it is nested too deeply"),
        (URLSET.replace("&amp;", "&"), "it is not well formed"),
        (URLSET.replace("<loc> https://a.gov/ </loc>", ""), "it has a <url> without an address"),
    ],
)
def test_what_cannot_be_read_whole_says_why(text: str, fault: str) -> None:
    assert read(text).fault.startswith(fault)


def test_a_broken_file_is_read_as_far_as_it_is_sound() -> None:
    found = read(URLSET[:-20])
    assert (found.kind, len(found.locations)) == ("urlset", 2)


def test_a_blank_line_before_all_is_a_fault_and_hides_nothing() -> None:
    assert read("\n" + URLSET).locations == read(URLSET).locations


def test_a_packed_file_is_unpacked_however_often_it_begins_anew() -> None:
    half = len(URLSET) // 2
    parts = [gzip.compress(part.encode()) for part in (URLSET[:half], URLSET[half:])]
    assert read_sitemap(b"".join(parts)).locations == read(URLSET).locations
    assert read_sitemap(parts[0]).fault.startswith("it is not well formed")
    cut = read_sitemap(gzip.compress(URLSET.encode())[:-30])
    assert cut.fault == "it is packed, and cut short"
    assert read_sitemap(b"\x1f\x8bnonsense").fault == "it is packed, and damaged"


def test_a_bomb_is_bounded() -> None:
    bomb = gzip.compress(b"<urlset>" + b" " * (MOST_BYTES * 2))
    found = read_sitemap(bomb)
    assert found.size == MOST_BYTES
    assert "50 MiB" in found.fault


def test_entities_make_nothing_of_nothing_and_reach_nothing() -> None:
    lines = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    laughs = f'<!DOCTYPE x [<!ENTITY e0 "https://a.gov/">{lines}]>'
    files = '<!DOCTYPE x [<!ENTITY e9 SYSTEM "file:///etc/hostname">]>'
    began = time.monotonic()
    for head in (laughs, files):
        found = read(f"{head}<urlset><url><loc>&e9;</loc></url></urlset>")
        assert found.locations == []
    assert time.monotonic() - began < 2


def test_no_more_urls_are_taken_than_the_bound() -> None:
    found = read(
        "<urlset>" + "<url><loc>https://a.gov/</loc></url>" * (MOST_URLS + 1) + "</urlset>"
    )
    assert len(found.locations) == MOST_URLS
    assert found.fault == "it names more than 50,000 URLs"


def test_what_was_cut_says_so() -> None:
    assert read_sitemap(URLSET.encode(), cut=True).fault == "it is larger than what was read of it"


@pytest.mark.parametrize(
    ("date", "when"),
    [
        ("2026", "2026-01-01T00:00:00Z"),
        ("2026-05", "2026-05-01T00:00:00Z"),
        ("2026-05-06", "2026-05-06T00:00:00Z"),
        ("2026-05-06T01:02:03+02:00", "2026-05-05T23:02:03Z"),
        (" 2026-05-06T01:02:03.5Z ", "2026-05-06T01:02:03Z"),
        ("yesterday", ""),
        ("0001-01-01T00:00:00+23:00", ""),
        ("", ""),
    ],
)
def test_a_date_is_told_in_one_form(date: str, when: str) -> None:
    assert utc(date) == when


@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_an_error(data: bytes) -> None:
    assert read_sitemap(data).size <= len(data) * 1_100
    assert read_sitemap(b"\x1f\x8b\x08" + data).size <= MOST_BYTES


TAGS = ["urlset", "url", "loc", "lastmod", "sitemapindex", "sitemap", "rss", "item", "link", "feed"]
PIECES = st.sampled_from(
    [f"<{tag}>" for tag in TAGS]
    + [f"</{tag}>" for tag in TAGS]
    + [
        "https://a.gov/",
        "2026-01-01",
        "&amp;",
        "&x;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?x",
        "\0",
    ]
)


@given(st.lists(PIECES, max_size=40))
def test_any_order_of_the_right_words_is_read_without_an_error(pieces: list[str]) -> None:
    found = read("".join(pieces))
    assert len(found.locations) <= len(pieces)
    assert found.dated <= len(found.locations)


@given(st.text(max_size=60))
def test_any_date_is_read_without_an_error(text: str) -> None:
    assert utc(text) == "" or utc(text).endswith("Z")
