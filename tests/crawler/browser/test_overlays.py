from typing import Any

import pytest
from aiohttp import web

TEXT = "<main><h1>Page</h1>" + "<p>Words of the page itself, line after line.</p>" * 40 + "</main>"


@pytest.fixture
def overlays(pages: Any, render: Any, html: Any) -> Any:
    """The selectors of what covers a page with this body."""

    def of(body: str) -> list[str]:
        pages["agency.test/"] = html(body)
        rendering = render("/", senses=frozenset({"overlays"})).rendering
        assert rendering.gaps == ()
        return [box.selector for box in rendering.overlays]

    return of


@pytest.mark.parametrize(
    "over",
    [
        pytest.param(
            "<div id=o style='position:fixed;inset:0;background:#000a'></div>", id="a dark veil"
        ),
        pytest.param(
            "<div id=o style='position:fixed;bottom:0;height:50vh;width:100%;background:#fff'>Join!"
            "</div>",
            id="a box over the lower half",
        ),
        pytest.param(
            "<div id=o style='position:sticky;bottom:0;height:400px;background:#fff'>Cookies</div>",
            id="a box that sticks to the bottom",
        ),
        pytest.param("<dialog id=o>Join us</dialog><script>o.showModal()</script>", id="a modal"),
        pytest.param(
            "<div role=dialog id=o aria-modal=true style='position:fixed;top:9px'>Join</div>",
            id="a modal of ARIA",
        ),
        pytest.param(
            "<div id=h></div><script>h.attachShadow({mode: 'open'}).innerHTML ="
            "'<div id=o style=\"position:fixed;inset:0;background:#fff\">Join</div>'</script>",
            id="in a shadow tree",
        ),
    ],
)
def test_what_covers_the_page_is_named_once(overlays: Any, over: str) -> None:
    assert [selector.rpartition(" ")[2] for selector in overlays(TEXT + over)] == ["#o"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(TEXT, id="a plain page"),
        pytest.param(
            f"{TEXT}<header style='position:fixed;top:0;width:100%;height:90px;background:#fff'>H",
            id="a low header",
        ),
        pytest.param(
            f"<div style='position:fixed;inset:0;overflow:auto'>{TEXT}</div>", id="a shell"
        ),
        pytest.param(
            f"{TEXT}<div style='position:fixed;inset:0;background:#eee;z-index:-1'></div>",
            id="a background",
        ),
        pytest.param(
            f"{TEXT}<div style='position:fixed;inset:0;pointer-events:none'>x</div>",
            id="a pane that lets all through",
        ),
        pytest.param(f"{TEXT}<div style='position:fixed;inset:0'></div>", id="an empty pane"),
        pytest.param(
            f"{TEXT}<div style='position:fixed;inset:0;background:#fff;display:none'>x</div>",
            id="one that is not there",
        ),
        pytest.param(
            f"<div style='padding-left:450px'>{TEXT}</div><nav style='position:fixed;left:0;top:0;"
            "width:440px;height:100%;background:#eee'>Contents</nav>",
            id="a column of its own",
        ),
        pytest.param(f"{TEXT}<dialog>Closed</dialog>", id="a closed dialog"),
        pytest.param(
            f"<div role=dialog>Help in the text</div>{TEXT}", id="a small dialog in the text"
        ),
    ],
)
def test_what_covers_nothing(overlays: Any, body: str) -> None:
    assert overlays(body) == []


@pytest.fixture
def styles(pages: Any, render: Any, html: Any) -> Any:
    """The styles of a page with this body."""

    def of(body: str) -> Any:
        pages["agency.test/"] = html(body)
        rendering = render("/", senses=frozenset({"styles"})).rendering
        assert rendering.gaps == ()
        return rendering.styles

    return of


def sheet(text: str) -> Any:
    """A handler that serves a style sheet."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(text=text, content_type="text/css")

    return answer


def test_fonts_colors_and_sheets_are_counted(pages: Any, styles: Any) -> None:
    pages["agency.test/s.css"] = sheet("b { font-family: 'Public Sans Web' }")
    seen = styles(
        "<link rel=stylesheet href=/s.css><style>p{color:rgb(1,2,3);font-family:'Source Sans Pro',"
        "serif} i{color:rgba(0,0,0,0)}</style><p>12345678</p><b>four</b><i>ghost</i>"
    )
    assert seen.fonts[0] == ("Source Sans Pro", 8)
    assert ("Public Sans Web", 4) in seen.fonts
    assert ("#010203", 1) in seen.colors
    assert set(seen.sheets) == {"http://agency.test/s.css", "inline"}
    assert not seen.quirks


def test_style_sheets_tell_the_design_system(pages: Any, styles: Any) -> None:
    pages["agency.test/uswds.css"] = sheet(
        "/*! uswds v3.8.1 */ @font-face { font-family: Public Sans Web }"
        "b { background: url(us_flag_small.png) }"
    )
    seen = styles("<link rel=stylesheet href=/uswds.css><p>Text")
    assert seen.marks == ("uswds", "public-sans", "us-flag", "uswds 3.8.1")
    assert styles("<p>Text").marks == ()


def test_a_document_without_doctype_is_in_quirks_mode(pages: Any, render: Any) -> None:
    pages["agency.test/"] = "<p>old"
    assert render("/", senses=frozenset({"styles"})).rendering.styles.quirks


PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


@pytest.mark.parametrize(
    ("body", "flag"),
    [
        pytest.param("<p>No banner", None, id="no banner"),
        pytest.param(
            f"<section class=usa-banner>O <img width=16 height=11 src='{PIXEL}' alt=flag>",
            True,
            id="drawn",
        ),
        pytest.param(
            "<section class=usa-banner>Official <img width=16 height=11 src=/us_flag.png alt=''>",
            False,
            id="not found",
        ),
        pytest.param("<section class=usa-banner>Official website", False, id="none"),
        pytest.param(
            f"<section class=usa-banner>O</section><img width=9 height=9 src='{PIXEL}' alt=flag>",
            False,
            id="elsewhere",
        ),
        pytest.param(
            "<div id=h><template shadowrootmode=open><section class=usa-banner>Official "
            f"<img width=16 height=9 alt=flag src='{PIXEL}'>",
            True,
            id="in a shadow tree",
        ),
    ],
)
def test_the_banners_flag(styles: Any, body: str, flag: bool | None) -> None:
    assert styles(body).banner_flag is flag
