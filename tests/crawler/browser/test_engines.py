import asyncio
from pathlib import Path
from typing import Any

import pytest

from crawler.browser import BrowserMissing, RenderJob, RenderSettings
from crawler.browser.engines import Engines, check_engines
from crawler.browser.find import find_browser
from crawler.guard import Guard
from ideaaudit.models import Reason


def test_no_engine_is_asked_for_by_default(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html("<h1>Hello")
    assert render("/").rendering.engines is None
    check_engines(())


def test_an_unknown_engine_is_refused_in_one_line() -> None:
    with pytest.raises(ValueError, match="knows firefox and webkit, and not 'presto'"):
        check_engines(("firefox", "presto"))


def test_an_engine_that_is_not_installed_is_refused_with_a_way_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    with pytest.raises(BrowserMissing, match="playwright install --with-deps webkit") as refused:
        check_engines(("webkit",))
    assert "\n" not in str(refused.value)


def test_an_engine_that_does_not_start_is_a_gap(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))

    async def scene() -> Any:
        engines = Engines(RenderSettings(engines=("firefox",)), Guard(closed=True))
        try:
            return await engines.see("http://agency.test/", {"hello": 1})
        finally:
            await engines.close()

    seen, (gap,) = asyncio.run(scene())
    assert seen == ()
    assert (gap.part, gap.reason) == ("engines", Reason.ERROR)
    assert gap.detail.startswith("firefox: ")


def test_words_and_errors_are_compared(
    bench: Any, pages: Any, html: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No other engine can be had everywhere: a second Chromium stands in for one."""
    pages["agency.test/"] = html(
        "<p>Same words here</p><p id=p></p><script>p.textContent = window.chrome ? '' : ''</script>"
        "<script>if (navigator.userAgent.includes('ideaaudit')) p.textContent = 'one more';"
        "else lost()</script>"
    )

    async def browser(self: Engines, name: str) -> Any:
        if not self._browsers:
            from playwright.async_api import async_playwright

            self._playwright = await async_playwright().start()
            path = find_browser().path
            self._browsers[name] = await self._playwright.chromium.launch(executable_path=path)
        return self._browsers[name]

    monkeypatch.setattr(Engines, "_browser", browser)

    async def scene() -> Any:
        async with bench.pool(engines=("firefox",), user_agent="ideaaudit") as pool:
            return await pool.render(
                RenderJob("http://agency.test/", "agency.test", frozenset({"html"}))
            )

    rendering = bench.run(scene()).rendering
    assert rendering.gaps == ()
    (seen,) = rendering.engines
    assert (seen.name, seen.words) == ("firefox", (5, 3))
    assert seen.errors == ("lost is not defined",)
    assert seen.version
