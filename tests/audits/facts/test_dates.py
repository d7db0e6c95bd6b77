"""The dates of a page, as pages of many kinds write them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.facts.dates import KINDS, PageDate, newest
from audits.facts.days import first_day, read_day
from audits.facts.page import PageFacts
from tests.audits.build import page

DAY = "2024-03-05"


def dates(html: str, **differs: object) -> tuple[PageDate, ...]:
    return PageFacts(replace(page(html), **differs)).dates  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "written",
    [
        "2024-03-05", "2024-03-05T10:00:00Z", "2024-03-05 10:00", "2024/03/05", "20240305",
        "20240305T101500Z", "3/5/2024", "03/05/2024", "03-05-2024", "3/5/24", "03.05.2024",
        "March 5, 2024", "MARCH 5, 2024", "march 5 2024", "Mar. 5, 2024", "March 5th, 2024",
        "5 March 2024", "05-Mar-2024", "5th of March 2024", "5 de marzo de 2024",
        "5 de marzo del 2024", "marzo 5, 2024", "Tue, 05 Mar 2024 10:00:00 GMT",
        "Tue Mar  5 10:00:00 2024", "5 mar. 2024", " 2024-03-05 ",
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written(written: str) -> None:
    assert read_day(written) == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("March 2024", date(2024, 3, 1)), ("marzo de 2024", date(2024, 3, 1)),
        ("25/12/2023", date(2023, 12, 25)), ("12/25/1999", date(1999, 12, 25)),
        ("1/2/99", date(1999, 1, 2)), ("1/2/68", date(2068, 1, 2)), ("1/2/69", None),
        ("2024-02-30", None), ("13/13/2024", None), ("", None), ("yesterday", None),
        ("2024", None), ("1889-01-01", None), ("2100-01-01", None),
        ("1990-01-01", date(1990, 1, 1)), ("2099-12-31", date(2099, 12, 31)),
        ("192.168.10.20", None), ("3/5/2024/7", None),
        ("202-555-0100", None), ("Version 3.5.24", None), ("on March 5, 2024", None),
        ("1234567890", None), ("Tue, 99 Mar 2024 10:00:00 GMT", None), ("2024-3", None),
        ("Mayor 5, 2024", None), ("Tue: 05", None),
    ],
)  # fmt: skip
def test_what_is_no_whole_date_is_none(written: str, day: date | None) -> None:
    assert read_day(written) == day


def test_the_first_date_of_a_text_is_found_with_its_place() -> None:
    assert first_day("From 5 March 2024 to April 6, 2025") == (date(2024, 3, 5), 5)
    assert first_day("call 202-555-0100") is None


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    for form in ("%Y-%m-%d", "%m/%d/%Y", "%B %d, %Y", "%d %b %Y", "%d-%b-%Y", "%Y%m%d",
                 "%a, %d %b %Y 10:00:00 GMT"):  # fmt: skip
        assert read_day(day.strftime(form)) == day


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    for found in (read_day(text), (first_day(text) or [None])[0]):
        assert found is None or 1990 <= found.year <= 2100


@given(st.text(max_size=300), st.text(max_size=50))
def test_no_page_breaks_it(text: str, header: str) -> None:
    html = f'Last updated: {text}<script type="application/ld+json">{text}</script><time>{header}'
    for one in dates(html, headers=(("last-modified", header),)):
        assert one.kind in (*KINDS, "moment")
        assert date.fromisoformat(one.day).year >= 1990


@pytest.mark.parametrize(
    ("html", "kind", "source"),
    [
        ("<p>Last updated: March 5, 2024</p>", "updated", "text"),
        ("<p>LAST UPDATED 03/05/2024", "updated", "text"),
        ("<p><b>Page last modified</b>&nbsp;on Tuesday, <i>5 March 2024</i>", "updated", "text"),
        ("<p>Page Last Reviewed or Updated: 05-Mar-2024", "reviewed", "text"),
        ("<p>Last reviewed 3/5/24", "reviewed", "text"),
        ("<p>Content current as of:<br>03/05/2024", "updated", "text"),
        ("<p>Date posted: March 5, 2024", "published", "text"),
        ("<p>Published March 5, 2024", "published", "text"),
        ("<p>Posted on: 2024-03-05", "published", "text"),
        ("<p>Updated 3/5/2024", "updated", "text"),
        ("<p>Fecha de última actualización: 5 de marzo de 2024", "updated", "text"),
        ("<p>Última revisión: 5 de marzo de 2024", "reviewed", "text"),
        ("<p>Publicado el 5 de marzo de 2024", "published", "text"),
        ("<p>Última modificación el 5 de marzo de 2024", "updated", "text"),
        ('<p>Updated <time datetime="2024-03-05">long ago</time>', "updated", "time"),
        ('<b>Last reviewed:</b> <time datetime="2024-03-05">x</time>', "reviewed", "time"),
        ('<time itemprop="dateModified" datetime="2024-03-05">x</time>', "updated", "time"),
        ('<time class="entry-date published" datetime="2024-03-05">', "published", "time"),
        ('<time class="reviewed" datetime="2024-03-05">', "reviewed", "time"),
        ('<time pubdate datetime="2024-03-05">', "published", "time"),
        ("<main>x<time>2024-03-05</time></main>", "unknown", "time"),
        ('<meta property="article:modified_time" content="2024-03-05T01:02:03+00:00">',
         "updated", "meta"),
        ('<META NAME="DCTERMS.modified" CONTENT="2024-03-05">', "updated", "meta"),
        ('<meta name=" last-modified " content=" 2024-03-05 ">', "updated", "meta"),
        ('<meta http-equiv="Last-Modified" content="Tue, 05 Mar 2024 10:00:00 GMT">',
         "updated", "meta"),
        ('<meta name="dc.date.reviewed" content="2024-03-05">', "reviewed", "meta"),
        ('<meta name="dcterms.created" content="2024-03-05">', "published", "meta"),
        ('<meta name="date" content="2024-03-05">', "unknown", "meta"),
        ('<script type="application/ld+json">{"dateModified": "2024-03-05"}</script>',
         "updated", "json-ld"),
        ('<script type="application/ld+json">[{"@graph": [{"datePublished": "2024-03-05"}]}]'
         "</script>", "published", "json-ld"),
        ('<script type="application/LD+JSON">{"mainEntity": {"lastReviewed": "2024-03-05"}}'
         "</script>", "reviewed", "json-ld"),
        ('<div><template shadowrootmode="open"><p>Last updated: 3/5/2024</template></div>',
         "updated", "text"),
    ],
)  # fmt: skip
def test_a_date_is_found_with_its_kind_and_its_place(html: str, kind: str, source: str) -> None:
    assert (DAY, kind, source) in [(one.day, one.kind, one.source) for one in dates(html)]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>The rule was updated on many days.",
        "<p>Last updated: soon",
        "<p>Last updated: 2030-01-01",
        "<p>We updated March 5, 2024 rules",
        "<p>The form was published March 5, 2024",
        '<meta name="date" content="soon"><meta name="modified"><meta content="2024-03-05">',
        '<script type="application/ld+json">{"dateModified": 20240305</script>',
        '<script type="application/ld+json">{"dateModified": 20240305}</script>',
        '<script type="application/ld+json">["2024-03-05", null, 5]</script>',
        '<script>{"dateModified": "2024-03-05"}</script>',
        "<time>noon</time>",
    ],
)
def test_what_says_nothing_of_the_page_is_no_date_of_it(html: str) -> None:
    assert not dates(f"<main>{'word ' * 100}{html}</main>")


def test_a_date_in_the_first_lines_is_one_that_no_word_explains() -> None:
    [found] = dates("<main>WASHINGTON, March 5, 2024 - The agency said</main>")
    assert (found.day, found.kind, found.source, found.visible) == (DAY, "unknown", "text", True)


def test_a_header_of_the_day_of_the_visit_tells_the_moment_alone() -> None:
    old = dates("", headers=(("last-modified", "Tue, 05 Mar 2024 10:00:00 GMT"),))
    new = dates("", headers=(("last-modified", "Sun, 22 Nov 2026 07:59:00 GMT"),))
    assert [(one.day, one.kind) for one in old] == [(DAY, "updated")]
    assert [(one.kind, one.visible) for one in new] == [("moment", False)]


def test_a_page_of_today_in_another_time_zone_is_no_page_of_the_future() -> None:
    assert dates("Last updated: 2026-11-23")
    assert not dates("Last updated: 2026-11-24")


def test_deep_json_and_long_pages_are_bounded() -> None:
    deep = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert dates(deep) == ()
    long = f"<main>{'word ' * 30_000}<p>Last updated: 3/5/2024{' word' * 30_000}</main>"
    assert dates(long) == ()
    assert len(dates(f"<main>{'word ' * 30_000}<p>Last updated: 3/5/2024</main>")) == 1


def test_the_newest_is_of_the_kinds_asked_for() -> None:
    found = dates("<p>Published 1/1/2020</p><p>Last updated: 3/5/2024</p><time>2025-01-01</time>")
    best = newest(found)
    assert best is not None
    assert best.day == DAY
    assert newest(found, {"reviewed"}) is None
