import msgspec
import pytest

from audits.facts.summary import class_of, summarise
from ideaaudit.models import PageClass
from tests.audits.build import HOME, page, seen_as, walked

LONG = "x" * 5_000
HOSTILE = {
    "many links": "".join(
        f"<a href='/{n}{'privacy' * 20}.pdf'>Application form {n}</a>" for n in range(3_000)
    ),
    "long words": f"<title>{LONG}</title><meta name=description content='{LONG}'><p>{LONG}",
    "wide characters": "<title>" + "統" * 900 + "</title>"
    "<meta name=description content='" + "漢" * 900 + "'>",
    "everything": "<footer>" + "".join(
        f"<a href='/{'p' * 150}{n}.pdf'>form privacy foia accessibility contact</a>"
        for n in range(99)
    ),
    "a long canonical": f"<link rel=canonical href='/{LONG}'>",
    "a long language": f"<html lang='{LONG}'>",
}  # fmt: skip


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("path", ["a", "a" * 300])
def test_a_summary_takes_at_most_two_kilobytes(html: str, path: str) -> None:
    summary = summarise(page(html, f"{HOME}{path}"))
    assert len(msgspec.msgpack.encode(summary)) <= 2048
    assert all(len(value) <= 200 for _, value in summary.signals)


def test_a_front_page_has_twice_the_room() -> None:
    html = HOSTILE["everything"]
    sizes = [len(msgspec.msgpack.encode(summarise(page(html, url)))) for url in (HOME, f"{HOME}a")]
    assert 2048 < sizes[0] <= 4096
    assert sizes[1] <= 2048


def test_what_is_absent_for_lack_of_room_may_have_been_there() -> None:
    assert summarise(page(HOSTILE["everything"], f"{HOME}a")).has("unsettled")
    assert not summarise(page(f"<p>{LONG}<p>{LONG}", f"{HOME}a")).has("unsettled")


def test_signals_are_sorted_and_come_once() -> None:
    signals = summarise(page("<a href=/x.pdf>a</a><a href=/y.pdf>b</a>")).signals
    assert list(signals) == sorted(set(signals))


def test_what_site_checks_need_is_there() -> None:
    html = """<html lang="en-US"><title>T</title><header><a href="/">Home</a></header>
    <main>Section 508</main><footer><a href="/privacy">Privacy policy</a></footer>
    <script>"G-CSLL4ZEK4L"</script>"""
    summary = summarise(page(html))
    assert summary.all("footer-link:privacy") == ("https://www.agency.gov/privacy",)
    assert (summary.title, summary.language, summary.rendered) == ("T", "en-US", True)
    assert summary.has("dap")
    assert summary.all("topic") == ("accessibility",)
    assert summary.header_key
    assert summary.footer_key


def test_short_texts_leave_no_print() -> None:
    short, enough = summarise(page("word " * 99)), summarise(page("word " * 100))
    assert (short.words, short.simhash, short.text_hash) == (99, 0, "")
    assert enough.simhash
    assert enough.text_hash


@pytest.mark.parametrize(
    ("seen", "kind"),
    [
        (page("x", HOME), PageClass.HOME),
        (page("x"), PageClass.CONTENT),
        (page("x", status=500), PageClass.ERROR),
        (page("<title>404 Not Found</title>"), PageClass.ERROR),
        (page("<title>Page not found</title>", HOME), PageClass.HOME),
        (page("<title>404 &ndash; Page not found</title>"), PageClass.ERROR),
        (page("<title>A</title><h1>&gt;Page not found</h1><p>Sorry."), PageClass.ERROR),
        (page("<h1>P&aacute;gina no encontrada</h1>"), PageClass.ERROR),
        (page("<h1>Errors</h1><h1>Page not found</h1>"), PageClass.CONTENT),
        (page("<h2>Page not found</h2>"), PageClass.CONTENT),
        (page("<h1>Page not found</h1>" + "word " * 200), PageClass.CONTENT),
        (page("<h1>What a page not found means</h1>"), PageClass.CONTENT),
        (page("<input type=password>"), PageClass.LOGIN),
        (page("<button><i></i> Login with GitHub</button>"), PageClass.LOGIN),
        (page("<a href=/x>SIGN&nbsp;IN</a>"), PageClass.LOGIN),
        (page("<p>How to sign in</p><button>Close</button>"), PageClass.CONTENT),
        (page("<button>Sign in</button>" + "word " * 30), PageClass.CONTENT),
        (page("<button>Sign in</button>", HOME), PageClass.HOME),
        (page(None, rendered=False, media_type="application/pdf"), PageClass.DOCUMENT),
        (page(None, rendered=False, media_type="text/html"), PageClass.CONTENT),
    ],
)
def test_page_class(seen: object, kind: PageClass) -> None:
    assert class_of(seen) is kind  # type: ignore[arg-type]


def test_a_site_merges_signals_and_keeps_the_prints_of_originals() -> None:
    original = page(" ".join(f"w{n}" for n in range(200)))
    copy = page(
        f"<link rel=canonical href='{original.url}'>" + "w " * 200, "https://www.agency.gov/copy"
    )
    found = seen_as(original, copy)
    assert (found.pages, found.complete) == (2, True)
    assert [url for url, _, _ in found.prints] == [original.url]
    assert len(found.signals) == len(set(found.signals))


def test_a_page_that_was_not_rendered_says_so() -> None:
    summary = summarise(walked("<p>x<script>y()</script>"))
    assert not summary.rendered
    assert summary.has("unsettled")
