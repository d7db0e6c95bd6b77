"""A site that sends whatever it likes: each URL has its end, and the audit has its own."""

import gzip
from collections.abc import Callable

import pytest
from aiohttp import web

from ideaaudit.models import PageRow
from ideaaudit.storage import Store
from tests.flow.loopback import audit, loopback, page

HOST = "hostile.test"


def sent_to(location: str) -> Callable[[], web.Response]:
    return lambda: web.Response(status=302, headers={"Location": location})


def html(body: bytes, **headers: str) -> Callable[[], web.Response]:
    return lambda: web.Response(body=body, headers={"Content-Type": "text/html"} | headers)


PAGES: dict[str, tuple[Callable[[], web.Response], tuple[str, str]]] = {
    "/bad-location": (sent_to("http://[bad"), ("lost", "unsupported")),
    "/script-location": (sent_to("javascript:alert(1)"), ("lost", "unsupported")),
    "/data-location": (sent_to("data:text/html,x"), ("lost", "unsupported")),
    "/port-location": (sent_to("http://hostile.test:99999/"), ("lost", "unsupported")),
    "/itself": (sent_to("/itself"), ("lost", "redirect-loop")),
    "/session": (sent_to("/session;jsessionid=1"), ("lost", "redirect-loop")),
    "/bomb": (
        html(gzip.compress(b"a" * 30_000_000), **{"Content-Encoding": "gzip"}),
        ("lost", "too-large"),
    ),
    "/large": (html(b"a" * 11_000_000), ("lost", "too-large")),
    "/long-header": (html(b"x", **{"X-Long": "a" * 200_000}), ("lost", "error")),
    "/no-text": (html(b"\xff\xfe\x00\x80" * 50), ("walked", "")),
    "/nothing": (html(b""), ("walked", "")),
    "/deep": (html(b"<div>" * 50_000), ("walked", "")),
    "/brackets": (html(b"<" * 300_000), ("walked", "")),
    "/scripts": (html(b"px-captcha<script" + b"<script" * 40_000), ("lost", "challenged")),
    "/reloads": (html(b'<meta http-equiv=refresh content="5;url=/reloads">'), ("walked", "")),
    "/strange-refresh": (
        html(b'<meta http-equiv=refresh content="0;url=http://[bad">'),
        ("lost", "unsupported"),
    ),
    "/strange-links": (
        html(b"<base href='http://[x'><a href='http://[1'><a href='&#xD800;'><a href='\xff'>"),
        ("walked", ""),
    ),
    "/own-type": (html(b"x", **{"Content-Type": "odd/;;;"}), ("skipped", "not-html")),
}


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PageRow]:
    folder = tmp_path_factory.mktemp("hostile")

    async def site(request: web.Request) -> web.StreamResponse:
        path = request.path.partition(";")[0]
        if path in PAGES:
            return PAGES[path][0]()
        links = "".join(f'<a href="{path}">x</a>' for path in PAGES)
        return page(f"<h1>Here</h1>{links}") if path == "/" else web.Response(status=404)

    with loopback({HOST: site}) as served:
        done = audit(folder, f"http://{HOST}/", *served.connect_to, "--render", "1")
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    store = Store.open(str(folder / "store")).run()
    assert store.site_state(HOST) == "done"
    return {row.url.removeprefix(f"http://{HOST}"): row for row in store.pages(HOST)}


@pytest.mark.parametrize("path", PAGES)
def test_each_page_has_its_end(rows: dict[str, PageRow], path: str) -> None:
    assert (rows[path].state.value, rows[path].reason) == PAGES[path][1], rows[path].detail
