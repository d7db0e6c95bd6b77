import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.observers.content import THIN, canonical_of, content_key, script_move
from ideaaudit.web import parse_html

BASE = "https://agency.gov/a/"
WORDS = " ".join(f"word{n}" for n in range(60))


def key(html: str) -> str:
    return content_key(parse_html(html))


def test_what_a_visitor_gets_is_the_key_whatever_the_markup() -> None:
    full = key(f"<title>T</title><body class=x nonce=1><p>{WORDS}</p>")
    again = f"<title>T</title><body class=y><script>token = 7</script><p>{WORDS} </p>"
    assert key(again) == full
    assert len(full) == 24
    assert key(f"<title>U</title><p>{WORDS}</p>") != full
    assert key(f"<title>T</title><p>{WORDS}</p><img src=1.png>") != full


def test_a_shell_is_thin_however_large_its_menu() -> None:
    shell = f"<header>{WORDS}</header><nav>{WORDS}</nav><div id=app></div><footer>{WORDS}</footer>"
    assert key(shell).startswith(THIN)
    banner = f"<section class='usa-banner'><header>x</header><div>{WORDS}</div></section>"
    assert key(f"{banner}<div id=app></div>").startswith(THIN)
    nested = f"<header>{WORDS}<nav>{WORDS}</nav></header><main>{WORDS}</main>"
    assert not key(nested).startswith(THIN)
    assert key("") == key("<script>x</script>") == ""


@pytest.mark.parametrize(
    ("html", "header", "named"),
    [
        ('<link rel="canonical" href="../b">', "", "https://agency.gov/b"),
        ('<link rel="Alternate CANONICAL" href="/b?utm_source=x">', "", "https://agency.gov/b"),
        ("", '<https://agency.gov/c>; rel="canonical"', "https://agency.gov/c"),
        ("", '<https://agency.gov/c>; rel="next"', ""),
        ('<link rel="canonical" href="mailto:a@b.gov">', "", ""),
        ('<link rel="canonical" href="http://[">', "", ""),
        ('<link rel="canonical">', "", ""),
    ],
)
def test_the_url_that_a_page_names_as_its_own(html: str, header: str, named: str) -> None:
    assert canonical_of(parse_html(f"<head>{html}</head><p>x"), header, BASE) == named


@pytest.mark.parametrize(
    "script",
    [
        "location.href = '/new'",
        'window.location.replace("/new");',
        "document.location='/new';",
        "var a = 1; top.location = '/new'",
    ],
)
def test_a_stub_whose_script_goes_elsewhere(script: str) -> None:
    assert script_move(f"<title>Moved</title><p>It moved.<script>{script}</script>") == "/new"


@pytest.mark.parametrize(
    "html",
    [
        "<script>if (old) { location.href = '/new' }</script>",
        "<script>function go() { location.href = '/new' }</script>",
        "<script>location.href = '/new' + place</script>",
        f"<p>{WORDS}</p><script>location.href = '/new'</script>",
        "<script>location = '/a'; location = '/b'</script><script>location = '/c'</script>",
        "<p>The location = '/new' of the office</p>",
        "<a onclick=\"location.href='/new'\">x</a>",
        "",
    ],
)
def test_what_may_stay_is_left_to_the_browser(html: str) -> None:
    assert script_move(html) == ""


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    root = parse_html(
        f"<script>location = '{text}'</script><link rel=canonical href='{text}'>{text}"
    )
    assert isinstance(content_key(root), str)
    assert isinstance(canonical_of(root, text, BASE), str)
    assert isinstance(script_move(f"<script>location = '{text}'</script>"), str)
