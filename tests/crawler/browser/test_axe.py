from collections.abc import Iterator
from typing import Any

import pytest

from crawler.browser import RenderJob, RenderPool
from crawler.browser.scripts import axe_script
from ideaaudit.models import AxeResult, AxeRule

BAD_IMAGE = "<!doctype html><html lang=en><title>x</title><main><img src=x.png></main>"


def violation(axe: AxeResult | None, rule: str) -> AxeRule | None:
    assert axe is not None
    return next((found for found in axe.violations if found.id == rule), None)


def targets(axe: AxeResult | None, rule: str) -> set[tuple[str, ...]]:
    found = violation(axe, rule)
    return {node.target for node in found.nodes} if found else set()


def test_what_is_wrong_comes_with_where_and_why(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html(
        "<main><h1>Hi</h1><p style='color:#aaa'>pale</p><img src=x.png></main>"
    )
    axe = render("/").rendering.axe
    found = violation(axe, "color-contrast")
    assert found is not None
    (node,) = found.nodes
    assert found.impact == "serious"
    assert "wcag143" in found.tags
    assert found.help_url.startswith("https://")
    assert node.target == ("p",)
    assert node.ancestry == "html > body > main > p:nth-child(2)"
    assert node.markup.startswith("<p style=")
    assert node.datum == "fg #aaaaaa on #ffffff 2.32:1 needs 4.5:1"
    assert "insufficient color contrast" in node.message
    assert axe.version.startswith("4.")
    assert "document-title" in axe.passes
    assert "video-caption" in axe.inapplicable
    assert axe.frames == 1


def test_a_color_is_read_alike_each_time(pages: Any, render: Any, html: Any) -> None:
    colors = (
        "#aaa",
        "rgb(0 0 0 / 30%)",
        "hsl(120 40% 70%)",
        "color(display-p3 .6 .9 .6)",
        "oklch(.8 .1 200)",
    )
    once = "".join(f"<p style='color:{color};background:#fffe'>pale</p>" for color in colors)
    pages["agency.test/"] = html(f"<main>{once * 2}</main>")
    axe = render("/").rendering.axe
    found = violation(axe, "color-contrast")
    assert found is not None
    data = [node.datum for node in found.nodes]
    assert len(set(data)) == len(colors)
    assert data[: len(colors)] == data[len(colors) :]


@pytest.fixture(scope="module")
def unquickened(bench: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RenderPool]:
    """A pool with the same axe under a version's name in which nothing is known of its insides."""
    script = tmp_path_factory.mktemp("axe") / "axe.min.js"
    script.write_text(axe_script().source.replace("/*! axe v4.12.", "/*! axe v4.99.", 1))
    pool = bench.pool(axe=str(script))
    assert pool.axe.version.startswith("4.99.")
    yield pool
    bench.run(pool.close())


def test_a_quickened_axe_finds_the_same(
    bench: Any, pages: Any, render: Any, html: Any, unquickened: RenderPool
) -> None:
    pages["agency.test/"] = html(
        "<main style='background:#eef'>"
        "<p style='color:#aaab;background:#1238'>layers</p><p style='color:hsl(40 90% 60%)'>hue</p>"
        "<p style='opacity:.4'>faint <b style='text-shadow:0 0 2px #888'>shadow</b></p>"
        "<p>A <a href=/x style='color:#555;text-decoration:none'>link</a> in words</p>"
        "<div style='position:relative'><i style='position:absolute;inset:0;background:#777c'></i>"
        "<p style='color:color(display-p3 .4 .6 .4)'>below</p></div></main>"
    )
    plain = bench.run(unquickened.render(RenderJob("http://agency.test/", "agency.test")))
    quick = render("/").rendering.axe
    assert violation(quick, "color-contrast")
    assert quick == plain.rendering.axe


def test_all_places_are_counted_and_twenty_kept(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html("<main>" + "<img src=x.png>" * 33 + "</main>")
    found = violation(render("/").rendering.axe, "image-alt")
    assert found is not None
    assert (found.count, len(found.nodes)) == (33, 20)


def test_what_axe_leaves_for_review_is_kept_apart(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html(
        "<main><p style='background:linear-gradient(#fff,#777);color:#888'>on a gradient</main>"
    )
    axe = render("/").rendering.axe
    assert "color-contrast" in {rule.id for rule in axe.incomplete}
    assert violation(axe, "color-contrast") is None


def test_small_targets_of_wcag_22_are_looked_for(pages: Any, render: Any, html: Any) -> None:
    small = "<button style='width:8px;height:8px;padding:0;border:0' aria-label=x></button>"
    pages["agency.test/"] = html(f"<main><div style='font-size:0'>{small * 3}</div></main>")
    assert violation(render("/").rendering.axe, "target-size")


FRAMES = {
    "agency.test/": "<iframe title=same src=/same></iframe>"
    "<iframe title=cross src=http://other.test/></iframe>"
    "<iframe title=inner srcdoc='<img src=x.png>'></iframe>",
    "agency.test/same": BAD_IMAGE,
    "other.test/": f"{BAD_IMAGE}<iframe title=back src=http://agency.test/same></iframe>",
}
IN_FRAMES = {
    ('iframe[title="same"]', "img"),
    ('iframe[title="cross"]', "img"),
    ('iframe[title="cross"]', "iframe", "img"),
    ('iframe[title="inner"]', "img"),
}


def framed(html: Any) -> dict[str, str]:
    return FRAMES | {"agency.test/": html(f"<main><h1>Frames</h1>{FRAMES['agency.test/']}</main>")}


def test_every_frame_is_tested_that_of_another_site_too(pages: Any, render: Any, html: Any) -> None:
    pages.update(framed(html))
    axe = render("/").rendering.axe
    assert targets(axe, "image-alt") == IN_FRAMES
    assert axe.frames == 5


def test_so_it_is_where_each_site_has_a_process_of_its_own(
    bench: Any, pages: Any, html: Any
) -> None:
    pages.update(framed(html))

    async def scene() -> Any:
        async with bench.pool(arguments=("--site-per-process",)) as pool:
            job = RenderJob("http://agency.test/", "agency.test", frozenset({"axe"}))
            return (await pool.render(job)).rendering.axe

    axe = bench.run(scene())
    assert targets(axe, "image-alt") == IN_FRAMES
    assert axe is not None
    assert axe.frames == 5


def test_a_frame_that_hangs_costs_itself(bench: Any, pages: Any, html: Any) -> None:
    pages["agency.test/"] = html("<main><img src=x.png><iframe title=x src=//other.test/>")
    pages["other.test/"] = "<img src=x.png><script>setTimeout(() => { for (;;); }, 300)</script>"

    async def scene() -> Any:
        pool = bench.pool(arguments=("--site-per-process",), settle=0.4)
        async with pool:
            job = RenderJob("http://agency.test/", "agency.test", frozenset({"axe"}))
            return (await pool.render(job)).rendering.axe

    axe = bench.run(scene())
    assert axe is not None
    assert axe.frames == 1
    assert targets(axe, "image-alt") == {("img",)}


TRICKS = {
    "its own axe": "window.axe = {run: async () => ({violations: []}), runPartial: () => ({})};"
    "Object.freeze(window.axe); Object.defineProperty(window, 'axe', {writable: false})",
    "its own audit": "window.audit = {axe: {whole: () => '{}'}}",
    "patched arrays": "Array.prototype.filter = Array.prototype.map = () => []",
    "patched selectors": "Document.prototype.querySelectorAll = () => []",
    "patched styles": "window.getComputedStyle = () => ({})",
    "a module loader": "window.define = () => 0; window.define.amd = {}; window.module = {}",
    "patched JSON": "JSON.stringify = () => '{}'; Promise = null",
    "answers in axe's name": "addEventListener('message', e => e.source.postMessage("
    "JSON.stringify({channelId: e.data.channelId, payload: []}), '*'))",
}


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS.keys())
def test_no_page_can_fool_the_audit(pages: Any, render: Any, html: Any, trick: str) -> None:
    pages["agency.test/"] = html(
        f"<script>{trick}</script><main><img src=x.png>"
        "<iframe title=x src=//other.test/></iframe></main>"
    )
    pages["other.test/"] = f"<script>{trick}</script>{BAD_IMAGE}"
    axe = render("/").rendering.axe
    assert targets(axe, "image-alt") == {("img",), ("iframe", "img")}


def test_a_content_security_policy_does_not_keep_the_audit_out(
    pages: Any, render: Any, html: Any
) -> None:
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
    pages["agency.test/"] = html(f"{policy}<main><img src=x.png></main>")
    assert violation(render("/").rendering.axe, "image-alt")


def test_style_sheets_are_not_fetched_once_more(
    bench: Any, pages: Any, render: Any, html: Any
) -> None:
    pages["agency.test/"] = html("<link rel=stylesheet href=http://other.test/x.css><main>Hi")
    render("/")
    assert bench.web.asked["other.test/x.css"] == 1
