from typing import Any

import pytest

from ideaaudit.models import Layout

VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'
LAID_OUT = frozenset({"layouts", "phone"})


@pytest.fixture
def layouts(pages: Any, render: Any, html: Any) -> Any:
    """The three layouts of a page with this body."""

    def of(body: str) -> tuple[Layout, Layout, Layout]:
        pages["agency.test/"] = html(body)
        found: tuple[Layout, Layout, Layout] = render("/", senses=LAID_OUT).rendering.layouts
        return found

    return of


def sticking_out(layout: Layout) -> list[str]:
    return [box.selector for box in layout.overflowing]


def empty(layout: Layout) -> list[str]:
    return [box.selector for box in layout.overflowing_empty]


def test_a_page_that_fits_fits_at_every_width(layouts: Any) -> None:
    for layout in layouts(f"{VIEWPORT}<p>Words that wrap as they should, at any width at all."):
        assert layout.window_width == layout.document_width == layout.width
        assert layout.overflowing == ()


def test_what_is_fixed_to_the_window_follows_the_culprit_and_is_none(layouts: Any) -> None:
    fixed = "<header style='position:fixed;left:0;width:100%'><p>Always here</header>"
    *_, narrow = layouts(f"{VIEWPORT}{fixed}<p id=wide style='width:500px'>{'Too wide ' * 9}")
    assert sticking_out(narrow) == ["#wide"]


def test_a_page_without_viewport_is_as_wide_as_phones_make_it(layouts: Any) -> None:
    desktop, phone, narrow = layouts("<p>Hello")
    assert desktop.window_width == 1280
    assert phone.window_width == narrow.window_width == 980
    assert (phone.width, narrow.width) == (390, 320)
    assert not desktop.mobile
    assert phone.mobile


def test_what_sticks_out_is_named_once_by_its_outermost_element(layouts: Any) -> None:
    text = "in it " * 99
    desktop, phone, narrow = layouts(
        f"{VIEWPORT}<main><div id=wide style='width:350px'><p>{text}</p></div></main>"
    )
    assert sticking_out(desktop) == sticking_out(phone) == []
    assert sticking_out(narrow) == ["#wide"]
    assert narrow.document_width > 320
    assert (narrow.overflowing[0].left, narrow.overflowing[0].width) == (8, 350)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<table><tr><td style='min-width:900px'>x</table>", id="a table"),
        pytest.param(f"<pre>{'x' * 300}</pre>", id="code"),
        pytest.param("<img alt='' width=900 height=9>", id="a picture"),
        pytest.param("<div><p><iframe title=x width=900></iframe></p></div>", id="a frame in text"),
    ],
)
def test_what_needs_two_dimensions_is_counted_apart(layouts: Any, body: str) -> None:
    narrow = layouts(f"{VIEWPORT}{body}")[2]
    assert sticking_out(narrow) == []
    assert narrow.overflowing_exempt >= 1


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<div style='overflow:auto'><p style='width:900px'>x</div>", id="scrolls"),
        pytest.param("<div style='overflow:hidden'><p style='width:900px'>x</div>", id="cut off"),
        pytest.param(f"<p style='overflow:hidden'>{'x' * 90}", id="a word that is cut off"),
        pytest.param("<p style='width:900px;visibility:hidden'>x", id="hidden"),
        pytest.param("<p style='width:900px;display:none'>x", id="not there"),
        pytest.param("<p style='position:absolute;left:-900px'>x", id="off to the left"),
    ],
)
def test_what_nobody_must_scroll_to_does_not_stick_out(layouts: Any, body: str) -> None:
    assert sticking_out(layouts(f"{VIEWPORT}{body}")[2]) == []


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("<b style='position:relative;left:320px'>Far</b>", id="words"),
        pytest.param("<span style='margin-left:310px'><input></span>", id="a control"),
        pytest.param("<p style='background:linear-gradient(red, blue)'>x", id="a picture behind"),
        pytest.param("<p>x<style>#wide::after { content: 'more' }</style>", id="made up"),
    ],
)
def test_a_box_of_which_something_can_be_seen_sticks_out(layouts: Any, inside: str) -> None:
    narrow = layouts(f"{VIEWPORT}<main><div id=wide style='width:400px'>{inside}</div></main>")[2]
    assert (sticking_out(narrow), empty(narrow)) == (["#wide"], [])


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("<p>Short", id="words that end before"),
        pytest.param("<p style='background:#fee;border:1px solid'>Short", id="a color, a border"),
        pytest.param(f"<p style='visibility:hidden'>{'Long ' * 99}", id="hidden words"),
        pytest.param(
            f"<div style='overflow:auto;width:300px'><p>{'x' * 99}</div>", id="words that scroll"
        ),
        pytest.param(
            "<p>x<style>#wide::after { content: ''; display: table }</style>", id="a clearfix"
        ),
    ],
)
def test_a_box_of_which_nothing_can_be_seen_is_told_apart(layouts: Any, inside: str) -> None:
    narrow = layouts(f"{VIEWPORT}<main><div id=wide style='width:400px'>{inside}</div></main>")[2]
    assert (sticking_out(narrow), empty(narrow)) == ([], ["#wide"])


@pytest.mark.parametrize(
    "culprit",
    [
        pytest.param(
            "<button id=it style='width:100%;margin-right:20px'>Send</button>", id="margin"
        ),
        pytest.param(
            "<p id=it style='position:absolute;left:100%;width:9em;visibility:hidden'>Menu</p>",
            id="a hidden menu at the side",
        ),
    ],
)
def test_where_no_box_sticks_out_a_margin_or_what_is_hidden_is_named(
    layouts: Any, culprit: str
) -> None:
    narrow = layouts(f"{VIEWPORT}<p>Text</p>{culprit}")[2]
    assert narrow.document_width > 320
    assert (sticking_out(narrow), empty(narrow)) == ([], ["#it"])
    [box] = narrow.overflowing_empty
    assert box.left + box.width == narrow.document_width


def test_a_word_that_does_not_wrap_sticks_out_of_its_paragraph(layouts: Any) -> None:
    narrow = layouts(f"{VIEWPORT}<main><p id=long>See {'x' * 90} and <b>more</b></p></main>")[2]
    assert sticking_out(narrow) == ["#long"]
    assert narrow.overflowing[0].width > 320


def test_targets_are_measured_and_the_small_ones_named(layouts: Any) -> None:
    hidden = "position:absolute;width:1px;height:1px;clip:rect(0 0 0 0);overflow:hidden"
    phone = layouts(
        f"{VIEWPORT}<button id=big style='width:44px;height:44px'>x</button>"
        "<button id=small style='width:20px;height:44px;padding:0'>x</button>"
        "<button disabled style='width:9px'>x</button><input type=hidden>"
        f"<a href=#main style='{hidden}'>Skip</a>"
    )[1]
    assert phone.targets == 2
    assert phone.small_target_count == 1
    assert [box.selector for box in phone.small_targets] == ["#small"]
    assert phone.small_targets[0].markup.startswith('<button id="small"')


def test_small_text_is_counted_in_characters(layouts: Any) -> None:
    desktop = layouts(
        "<p>four<style>p{}</style><script>0</script></p><p style='font-size:9px'>six of</p>"
        "<p style='display:none'>hidden</p>"
    )[0]
    assert (desktop.characters, desktop.small_characters) == (10, 6)


def test_named_parts_are_found_where_they_stand(layouts: Any) -> None:
    desktop = layouts(
        "<section class=usa-banner>An official website</section><header>H"
        "<form role=search><input></form></header><main>M</main>"
    )[0]
    parts = dict(desktop.regions)
    assert list(parts) == ["banner", "header", "search", "main"]
    assert parts["banner"].top < parts["header"].top < parts["main"].top


def test_shadow_trees_are_measured_too(layouts: Any) -> None:
    narrow = layouts(
        f"{VIEWPORT}<div id=host></div><script>host.attachShadow({{mode: 'open'}}).innerHTML = "
        "'<p style=width:900px>wide<input style=float:right></p>'</script>"
    )[2]
    assert sticking_out(narrow) == ["#host >>> p"]


def test_a_phone_has_touch_and_a_desktop_has_not(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html(
        f"{VIEWPORT}<style>@media (pointer: coarse) {{ #fine {{ display: none }} }}</style>"
        "<p id=fine>mouse</p>"
    )
    first = render("/", senses=LAID_OUT).rendering.layouts
    again = render("/", senses=LAID_OUT).rendering.layouts
    assert [layout.characters for layout in first] == [5, 0, 0]
    assert again == first


@pytest.mark.parametrize("name", ["querySelectorAll", "documentElement", "fonts", "title", "body"])
def test_a_form_field_with_an_unlucky_name_is_no_hindrance(
    pages: Any, render: Any, html: Any, name: str
) -> None:
    pages["agency.test/"] = html(f"<p>Words</p><form name={name}><input name=x></form>")
    rendering = render("/", senses=LAID_OUT | {"html"}).rendering
    assert rendering.gaps == ()
    assert rendering.title == "A page"
    assert "Words" in rendering.html
    assert len(rendering.layouts) == 3


def test_frameset_and_empty_pages_are_pages(pages: Any, render: Any) -> None:
    pages["agency.test/"] = "<frameset cols=50%,*><frame src=/a><frame src=/b></frameset>"
    pages["agency.test/empty"] = ""
    assert render("/").rendering.gaps == ()
    assert render("/empty").rendering.gaps == ()
