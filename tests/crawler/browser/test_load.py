import asyncio
from typing import Any

import pytest
from aiohttp import web

from crawler.browser import RenderFailed, RenderJob
from ideaaudit.models import Gap, Reason

# What is seen after the window changed for the first time.
AFTER_DESKTOP = {
    "phone", "pictures", "strains", "parity", "widths", "menu", "disclosure", "passwords",
    "keyboard",
}  # fmt: skip


def gap_of(rendered: Any, part: str) -> Gap | None:
    return next((gap for gap in rendered.rendering.gaps if gap.part == part), None)


def test_one_load_sees_everything(pages: Any, render: Any, html: Any) -> None:
    async def page(_: web.Request) -> web.Response:
        answer = web.Response(text=html("<h1>Hello</h1><p>Text"), content_type="text/html")
        answer.set_cookie("session", "secret-value", httponly=True, samesite="Strict")
        answer.headers["X-Kind"] = "home"
        return answer

    pages["agency.test/"] = page
    seen = render("/")
    rendering = seen.rendering
    assert (rendering.url, rendering.status, rendering.title) == (
        "http://agency.test/",
        200,
        "A page",
    )
    assert rendering.gaps == ()
    assert "<h1>Hello</h1>" in rendering.html
    assert [layout.name for layout in rendering.layouts] == ["desktop", "phone", "narrow"]
    assert [picture.layout for picture in rendering.pictures] == ["desktop", "phone"]
    assert all(seen.pictures[picture.digest][:2] == b"\xff\xd8" for picture in rendering.pictures)
    (cookie,) = [cookie for cookie in rendering.cookies if cookie.name == "session"]
    assert (cookie.http_only, cookie.secure, cookie.same_site) == (True, False, "Strict")
    assert "secret-value" not in repr(rendering)
    assert dict(seen.headers)["x-kind"] == "home"
    assert "set-cookie" not in dict(seen.headers)
    assert {"open", "axe", "layout-phone"} <= dict(rendering.timings).keys()


def test_only_what_is_asked_for_is_seen(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html("<h1>Hello")
    rendering = render("/", senses=frozenset({"axe"})).rendering
    assert rendering.axe is not None
    assert (rendering.html, rendering.layouts, rendering.requests) == (None, (), None)
    assert rendering.gaps == ()


def test_open_shadow_roots_are_written_down(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html(
        "<div id=a></div><script>a.attachShadow({mode:'open'}).innerHTML = "
        "'<p>Inside</p><div id=b></div>';"
        "a.shadowRoot.querySelector('#b').attachShadow({mode:'open'}).innerHTML = '<i>Deep</i>'"
        "</script>"
    )
    text = render("/").rendering.html
    assert text.startswith("<!DOCTYPE html>")
    assert text.count('<template shadowrootmode="open">') == 2
    assert "<i>Deep</i>" in text


def test_what_a_script_builds_a_little_later_is_seen(pages: Any, render: Any, html: Any) -> None:
    async def slow(_: web.Request) -> web.Response:
        await asyncio.sleep(0.3)
        return web.Response(text="late words")

    pages["agency.test/"] = html(
        "<main></main><script>onload = () => fetch('/data').then(x => x.text())"
        ".then(x => document.querySelector('main').textContent = x)</script>"
    )
    pages["agency.test/data"] = slow
    assert "<main>late words</main>" in render("/").rendering.html


def test_too_large_a_document_is_a_gap_and_the_rest_is_seen(
    pages: Any, render: Any, html: Any
) -> None:
    pages["agency.test/"] = html(f"<h1>Long</h1><!--{'x' * 5_000_001}-->")
    rendering = render("/").rendering
    assert rendering.html is None
    assert gap_of(render("/"), "html").reason is Reason.TOO_LARGE  # type: ignore[union-attr]
    assert rendering.axe is not None


def test_a_page_that_never_finishes_loading_is_seen_as_it_is(
    pages: Any, render: Any, html: Any
) -> None:
    async def never(_: web.Request) -> web.Response:
        await asyncio.sleep(10)
        return web.Response()

    pages["agency.test/"] = html("<h1>Here</h1><img src=/never.png alt=''>")
    pages["agency.test/never.png"] = never
    seen = render("/")
    assert gap_of(seen, "load").reason is Reason.TIMEOUT  # type: ignore[union-attr]
    assert seen.rendering.axe is not None
    assert len(seen.rendering.layouts) == 3


def test_a_page_that_goes_on_at_once_is_followed(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html("<script>location = '/two'</script>")
    pages["agency.test/two"] = html("<h1>Second")
    rendering = render("/").rendering
    assert rendering.url == "http://agency.test/two"
    assert "Second" in rendering.html
    assert rendering.gaps == ()


def test_a_page_that_goes_on_while_it_is_looked_at_says_so(
    pages: Any, render: Any, html: Any
) -> None:
    # The measuring of the phone's layout is what makes this page go.
    pages["agency.test/"] = html(
        "<h1>First</h1><script>onresize = () => { location = 'about:blank' }</script>"
    )
    rendering = render("/").rendering
    assert "First" in rendering.html
    assert rendering.axe is not None
    assert {gap.part for gap in rendering.gaps} == AFTER_DESKTOP
    assert [strain.name for strain in rendering.strains] == ["text-spacing"]
    assert rendering.url == "http://agency.test/"


def test_a_page_that_leaves_when_it_is_used_is_held_where_it_is(
    bench: Any, pages: Any, render: Any, html: Any
) -> None:
    pages["agency.test/"] = html(
        "<h1>First</h1><script>onresize = () => { location = '/two' }</script>"
    )
    rendering = render("/").rendering
    assert rendering.gaps == ()
    assert len(rendering.layouts) == 3
    assert "agency.test/two" not in bench.web.asked
    assert not any(seen.url.endswith("/two") for seen in rendering.requests)


def test_after_a_page_that_left_under_a_phone_the_next_is_on_a_desktop(
    pages: Any, render: Any, html: Any
) -> None:
    pages["agency.test/"] = html("<script>onresize = () => { location = 'about:blank' }</script>")
    pages["agency.test/good"] = html("<h1>Good")
    assert render("/").rendering.gaps
    assert render("/good").rendering.layouts[0].window_width == 1280


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        pytest.param("for (;;);", Reason.TIMEOUT, id="while it is parsed"),
        pytest.param("onload = () => { for (;;); }", Reason.TIMEOUT, id="at load"),
    ],
)
def test_a_hung_page_costs_itself_only(
    pages: Any, render: Any, html: Any, script: str, reason: Reason
) -> None:
    pages["agency.test/"] = html(f"<h1>Hung</h1><script>{script}</script>")
    pages["agency.test/good"] = html("<h1>Good")
    with pytest.raises(RenderFailed) as failed:
        render("/")
    assert failed.value.reason is reason
    assert render("/good").rendering.gaps == ()


def test_a_page_that_hangs_in_the_middle_keeps_what_was_seen(
    pages: Any, render: Any, html: Any
) -> None:
    pages["agency.test/"] = html("<h1>Hung</h1><script>onresize = () => { for (;;); }</script>")
    rendering = render("/").rendering
    assert rendering.axe is not None
    assert rendering.layouts[0].name == "desktop"
    assert {gap.part for gap in rendering.gaps} == AFTER_DESKTOP
    assert {gap.reason for gap in rendering.gaps} == {Reason.TIMEOUT}


def test_windows_and_questions_of_a_page_come_to_nothing(
    bench: Any, pages: Any, pool: Any, render: Any, html: Any
) -> None:
    pages["agency.test/"] = html(
        "<h1>Loud</h1><script>open('/popup'); alert(1); confirm(2); prompt(3); print();"
        "navigator.geolocation.getCurrentPosition(() => 0);"
        "addEventListener('beforeunload', e => { e.preventDefault(); e.returnValue = 'stay' })"
        "</script>"
    )
    pages["agency.test/popup"] = html("<script>open('/popup')</script>")
    pages["agency.test/good"] = html("<h1>Good")
    assert render("/").rendering.gaps == ()
    assert render("/good").rendering.title == "A page"
    browser = bench.run(pool.driver.browser())
    # A window is told to go as soon as it is heard of, and goes a moment later.
    for _ in range(100):
        if sum(len(context.pages) for context in browser.contexts) > len(browser.contexts):
            bench.run(asyncio.sleep(0.1))
    assert all(len(context.pages) <= 1 for context in browser.contexts)


@pytest.mark.parametrize(
    ("kind", "disposition"),
    [
        pytest.param("application/pdf", "inline", id="a PDF"),
        pytest.param("application/octet-stream", "attachment", id="a download"),
        pytest.param("text/html", "attachment", id="a page as a download"),
        pytest.param("application/json", "inline", id="data"),
        pytest.param("image/png", "inline", id="a picture"),
    ],
)
def test_what_is_no_page_says_so(pages: Any, render: Any, kind: str, disposition: str) -> None:
    async def file(_: web.Request) -> web.Response:
        headers = {"Content-Disposition": f"{disposition}; filename=x"}
        return web.Response(body=b"%PDF-1.4", content_type=kind, headers=headers)

    pages["agency.test/file"] = file
    with pytest.raises(RenderFailed) as failed:
        render("/file")
    assert failed.value.reason is Reason.NOT_HTML


def test_a_page_that_starts_a_download_is_seen_without_it(
    pages: Any, render: Any, html: Any
) -> None:
    async def file(_: web.Request) -> web.Response:
        headers = {"Content-Disposition": "attachment; filename=x.bin"}
        return web.Response(body=b"x", headers=headers)

    pages["agency.test/"] = html(
        "<h1>Wait</h1><a href=/x download id=a>x</a><script>a.click()</script>"
    )
    pages["agency.test/x"] = file
    assert "Wait" in render("/").rendering.html


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        pytest.param("http://nowhere.invalid/", Reason.DNS, id="an unknown name"),
        pytest.param("http://127.0.0.1:8081/", Reason.PRIVATE_ADDRESS, id="a private address"),
        pytest.param("http://dap.digitalgov.gov/", Reason.BLOCKED, id="a counter of visitors"),
        pytest.param("https://agency.test/", Reason.TLS, id="no TLS there"),
        pytest.param("http://agency.test/loop", Reason.REDIRECT_LOOP, id="a loop"),
        pytest.param("http://agency.test/never", Reason.TIMEOUT, id="no answer"),
        pytest.param("http://agency.test/private", Reason.PRIVATE_ADDRESS, id="sent to a private"),
        pytest.param("chrome://crash", Reason.CRASHED, id="a crash"),
    ],
)
def test_a_page_that_cannot_be_opened_says_why(
    pages: Any, render: Any, url: str, reason: Reason
) -> None:
    async def loop(_: web.Request) -> web.Response:
        raise web.HTTPFound("/loop")

    async def private(_: web.Request) -> web.Response:
        raise web.HTTPFound("http://10.0.0.1/")

    async def never(_: web.Request) -> web.Response:
        await asyncio.sleep(10)
        return web.Response()

    pages.update({"agency.test/loop": loop, "agency.test/private": private})
    pages["agency.test/never"] = never
    with pytest.raises(RenderFailed) as failed:
        render(url)
    assert failed.value.reason is reason
    assert failed.value.detail
    assert "\n" not in failed.value.detail


def test_a_document_that_cannot_be_written_down_is_not_seen(
    pages: Any, render: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages["agency.test/"] = "<h1>Good</h1>"
    monkeypatch.setattr("crawler.browser.load.observe_dom", _breaks)
    with pytest.raises(RenderFailed) as failed:
        render("/")
    assert failed.value.reason is Reason.ERROR
    assert "is not a function" in failed.value.detail


async def _breaks(world: Any, _: int) -> Any:
    return await world.call("audit.nothing")


def test_an_error_page_is_a_page(render: Any) -> None:
    rendering = render("/missing").rendering
    assert rendering.status == 404
    assert "nothing here" in rendering.html


def test_a_secret_goes_to_the_sites_own_origin_only(bench: Any, pages: Any, html: Any) -> None:
    pages["agency.test/"] = html(
        "<img src=/own.png alt=''><img src=//other.test/their.png alt=''>"
        "<iframe src=http://third.test/frame title=x></iframe><img src=/hop alt=''>"
    )

    async def hop(_: web.Request) -> web.Response:
        raise web.HTTPFound("http://other.test/hopped.png")

    pages["agency.test/hop"] = hop

    async def scene() -> None:
        pool = bench.pool(http_headers={"X-Staging": "s3cret"}, http_credentials=("me", "word"))
        async with pool:
            await pool.render(RenderJob("http://agency.test/", "agency.test"))

    bench.run(scene())
    seen = bench.web.headers
    for own in ("agency.test/", "agency.test/own.png", "agency.test/hop"):
        assert seen[own]["X-Staging"] == "s3cret"
        assert seen[own]["Authorization"] == "Basic bWU6d29yZA=="
    for other in ("other.test/their.png", "third.test/frame", "other.test/hopped.png"):
        assert "X-Staging" not in seen[other]
        assert "Authorization" not in seen[other]
