"""What is kept of a page that has more than anybody needs: cookies by the hundred, and frames."""

from typing import Any

import pytest
from aiohttp import web

from crawler.browser import RenderFailed
from crawler.observers.axe import MAX_FRAMES
from ideaaudit.models import Reason

# Chromium's own bounds: so many cookies of one domain, of so many bytes.
MOST_COOKIES, LONGEST_COOKIE = 180, 4096
HOARD = (
    "<script>for (i = 0; i < 400; i++) document.cookie = 'c' + i + '=' + 'x'.repeat(%d)</script>"
)


def names(seen: Any) -> set[str]:
    return {cookie.name for cookie in seen.rendering.cookies}


def test_of_cookies_by_the_hundred_as_many_are_told_as_a_browser_keeps(
    pages: Any, render: Any, html: Any
) -> None:
    pages["third.test/"] = html(HOARD % 5)
    seen = render("http://third.test/", site="hoard.test")
    assert MOST_COOKIES / 2 < len(names(seen)) <= MOST_COOKIES
    assert "c399" in names(seen)
    assert "c0" not in names(seen)
    assert not [gap for gap in seen.rendering.gaps if gap.part == "cookies"]


def test_a_cookie_that_is_too_large_is_none(pages: Any, render: Any, html: Any) -> None:
    sizes = {"fits": LONGEST_COOKIE - 10, "large": LONGEST_COOKIE + 1}
    sets = "".join(f"document.cookie = '{x}=' + 'x'.repeat({n});" for x, n in sizes.items())

    async def answer(_: web.Request) -> web.Response:
        made = web.Response(text=html(f"<script>{sets}</script>"), content_type="text/html")
        made.headers["Set-Cookie"] = f"sent={'x' * (LONGEST_COOKIE + 1)}"
        return made

    pages["third.test/"] = answer
    seen = render("http://third.test/", site="large.test")
    assert names(seen) == {"fits"}
    assert "xxxx" not in repr(seen.rendering.cookies)


def test_a_site_whose_cookies_no_server_takes_loses_its_own_next_page(
    pages: Any, render: Any, html: Any
) -> None:
    pages["third.test/"] = html(HOARD % 4000)
    pages["other.test/"] = html("<h1>Good")
    render("http://third.test/", site="heavy.test")
    with pytest.raises(RenderFailed, match="The browser got HTTP 400") as lost:
        render("http://third.test/", site="heavy.test")
    assert lost.value.reason is Reason.HTTP_ERROR
    assert render("http://other.test/", site="other.test").rendering.status == 200


def test_of_many_frames_the_first_thirty_are_tested_and_the_others_are_for_review(
    pages: Any, render: Any, html: Any
) -> None:
    frames = "<iframe title=x srcdoc='<title>x</title><img src=x>'></iframe>" * (MAX_FRAMES + 10)
    pages["agency.test/"] = html(f"<main><h1>Frames</h1>{frames}</main>")
    axe = render("/").rendering.axe
    found = {rule.id: rule.count for rule in axe.violations}
    assert axe.frames == MAX_FRAMES + 1
    assert found["image-alt"] == MAX_FRAMES
    assert {rule.id: rule.count for rule in axe.incomplete}["frame-tested"] == 10
