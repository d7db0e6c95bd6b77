import gzip
from typing import Any

import pytest
from aiohttp import web

from crawler.observers.vitals import PaceSeen, vitals_of
from ideaaudit.models import RequestSeen

SENSES = frozenset({"vitals", "requests"})


def serve(body: bytes, **headers: str) -> Any:
    """A handler that serves these bytes with these headers."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=body, headers={k.replace("_", "-"): v for k, v in headers.items()})

    return answer


def test_a_page_tells_how_fast_it_came(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html("<h1>A large heading</h1>")
    seen = render("/", senses=SENSES).rendering.vitals
    assert 0 < seen.ttfb < seen.lcp < 5000
    assert seen.cls == 0
    assert seen.transferred > 50
    assert seen.requests == 1
    assert seen.load >= 0
    assert seen.throttle == ""


def test_what_pushes_the_page_down_is_a_shift(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html(
        "<div id=t></div><p style='height:300px'>Text</p><script>"
        "onload = () => requestAnimationFrame("
        "() => setTimeout(() => t.style.height = '300px', 50))</script>"
    )
    assert render("/", senses=SENSES).rendering.vitals.cls > 0.05


def test_requests_tell_their_type_size_and_encoding(pages: Any, render: Any, html: Any) -> None:
    script = b"// " + b"x" * 4000
    packed = gzip.compress(script)
    pages["agency.test/"] = html("<script src=/a.js></script><img src=//other.test/i.gif alt=''>")
    pages["agency.test/a.js"] = serve(
        packed,
        Content_Type="Text/JavaScript; charset=utf-8",
        Content_Encoding="gzip",
        Cache_Control="max-age=60, public",
    )
    pages["other.test/i.gif"] = serve(b"GIF89a", Content_Type="image/gif")
    rendering = render("/", senses=SENSES).rendering
    rows = {seen.url: seen for seen in rendering.requests}
    row = rows["http://agency.test/a.js"]
    assert (row.media_type, row.encoding, row.cache) == (
        "text/javascript",
        "gzip",
        "max-age=60, public",
    )
    assert (row.size, row.decoded) == (len(packed), len(script))
    foreign = rows["http://other.test/i.gif"]
    assert (foreign.size, foreign.decoded, foreign.cache) == (6, 6, "")
    assert rendering.vitals.transferred == sum(row.size for row in rows.values())


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        pytest.param("<img src='/gtag/js?id=G-CSLL4ZEK4L'>", ("G-CSLL4ZEK4L",), id="in a URL"),
        pytest.param(
            "<img src='/x?tid=UA-33523145-1&z=UA-33523145-1'>", ("UA-33523145-1",), id="older"
        ),
        pytest.param(
            "<script>fetch('/c', {method: 'POST', body: 'v=2&tid=G-CSLL4ZEK4L'})</script>",
            ("G-CSLL4ZEK4L",),
            id="posted",
        ),
        pytest.param("<img src='/BIG-G-STRING.png'>", (), id="a name like it"),
        pytest.param("<img src='/g-csll4zek4l.png'>", (), id="in lower case"),
    ],
)
def test_google_tags_are_told_by_their_ids(
    pages: Any, render: Any, html: Any, body: str, ids: tuple[str, ...]
) -> None:
    pages["agency.test/"] = html(body)
    *_, last = render("/", senses=SENSES).rendering.requests
    assert last.ids == ids


@pytest.mark.parametrize(
    ("text", "version"),
    [
        pytest.param(
            "var oCONFIG={VERSION:'20240712 v8.2 - GA4'}", "20240712 v8.2 - GA4", id="named"
        ),
        pytest.param('var o={"VERSION" : "20160520 v3.1"}', "20160520 v3.1", id="quoted"),
        pytest.param("var o={}", "", id="none"),
    ],
)
def test_a_sites_own_copy_of_the_dap_script_names_its_version(
    pages: Any, render: Any, html: Any, text: str, version: str
) -> None:
    pages["agency.test/"] = html("<script src=/Universal-Federated-Analytics-Min.js></script>")
    pages["agency.test/Universal-Federated-Analytics-Min.js"] = serve(
        text.encode(), Content_Type="text/javascript"
    )
    assert render("/", senses=SENSES).rendering.dap_version == version


def test_what_told_no_size_weighs_nothing() -> None:
    pace = PaceSeen(lcp=None, cls=0.123456, ttfb=None, sizes={}, load=0.5)
    rows = (
        RequestSeen("http://a.test/", "document", size=10),
        RequestSeen("http://a.test/b", "image"),
    )
    seen = vitals_of(pace, rows)
    assert (seen.lcp, seen.cls, seen.ttfb, seen.transferred, seen.requests) == (
        None,
        0.1235,
        None,
        10,
        2,
    )
