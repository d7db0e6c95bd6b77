"""What is asked of one page over WebDriver, in the thread of its browser."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from axe_selenium_python import Axe
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver import Remote

from crawler.browser.scripts import AxeScript, own_scripts
from crawler.browser.words import (
    ALL_SENSES,
    AXE,
    ENGINES,
    HTML,
    Deadlines,
    Rendered,
    RenderFailed,
    RenderJob,
)
from crawler.browser.world import ScriptFailed, shaped
from crawler.observers.axe import OPTIONS, result_of
from crawler.observers.page_dom import LIMIT
from ideaaudit.models import AxeResult, Gap, Reason, Rendering
from ideaaudit.web import identity

HTML_TYPES = ("text/html", "application/xhtml+xml")
UNSEEN = "the second engine (--engine selenium) does not look at it"
# `name` is the URL of the document that was loaded, whatever a script wrote into the address bar.
LOADED = """const entry = performance.getEntriesByType("navigation")[0] || {};
return {url: entry.name || location.href, status: entry.responseStatus || 0,
        type: document.contentType, state: document.readyState};"""
LOST = ("crashed", "invalid session id", "disconnected", "not reachable", "no such window")


def look(driver: Remote, job: RenderJob, script: AxeScript, limits: Deadlines) -> Rendered:
    """Open a page and see what of it can be seen.

    Raises:
        RenderFailed: what was loaded is no page, or another one.
        selenium.common.exceptions.WebDriverException: it could not be opened, or was lost.
    """
    gaps = [
        Gap(part, Reason.UNSUPPORTED, UNSEEN)
        for part in sorted((ALL_SENSES | {ENGINES}) - {HTML, AXE})
    ]
    driver.get(job.url)
    if not _settled(driver, limits.load, limits.quiet):
        said = f"After {limits.load:g} s it was still loading; it was seen as it was."
        gaps.append(Gap("load", Reason.TIMEOUT, said))
    loaded = driver.execute_script(LOADED)
    _refuse(loaded, job.url)
    told = driver.execute_script(f"{_ours()}\nreturn audit.dom(arguments[0]);", LIMIT)
    dom = shaped(told, dict[str, Any])
    html = str(dom["html"]) if dom["html"] is not None else None
    if html is None:
        said = f"The document has {dom['length']:,} characters."
        gaps.append(Gap(HTML, Reason.TOO_LARGE, said))
    axe = _run_axe(driver, script, gaps)
    seen = Rendering(
        url=driver.current_url,
        status=int(loaded["status"]) or None,
        rendered_at=datetime.now(UTC).isoformat(timespec="seconds"),
        title=str(dom["title"]),
        html=html if HTML in job.senses else None,
        axe=axe if AXE in job.senses else None,
        gaps=tuple(gaps),
    )
    with suppress(WebDriverException):
        driver.get("about:blank")
    return Rendered(seen)


def first_line(error: Exception) -> str:
    words = (getattr(error, "msg", None) or str(error)).strip()
    return words.splitlines()[0][:200] if words else ""


def _run_axe(driver: Remote, axe: AxeScript, gaps: list[Gap]) -> AxeResult | None:
    """What axe says of the main frame of the page that is shown; None, and a gap, where nothing.

    Raises:
        selenium.common.exceptions.WebDriverException: the page was lost.
    """
    runner = Axe(driver, script_url=str(axe.path))
    try:
        runner.inject()
        found = runner.run(options=json.dumps(OPTIONS))
        trimmed = f"{_ours()}\nreturn audit.axe.trim(arguments[0], 1);"
        return result_of(driver.execute_script(trimmed, found))
    except TimeoutException:
        gaps.append(Gap(AXE, Reason.TIMEOUT, "axe did not come to its end."))
    except ScriptFailed as error:
        gaps.append(Gap(AXE, Reason.ERROR, str(error)))
    except WebDriverException as error:
        if any(word in str(error) for word in LOST):
            raise
        gaps.append(Gap(AXE, Reason.ERROR, first_line(error)))
    return None


def _ours() -> str:
    return "\n".join(own_scripts())


def _settled(driver: Remote, load: float, quiet: float) -> bool:
    """Whether the page came to its load event; then fonts and pictures in view are waited for."""
    wait = """const done = arguments[arguments.length - 1];
    const still = () => document.readyState === "complete" ? done(true) : setTimeout(still, 50);
    setTimeout(() => done(false), arguments[0]); still();"""
    loaded = bool(driver.execute_async_script(wait, load * 1000))
    settle = f"""{_ours()}
    audit.settle(arguments[0]).then(arguments[arguments.length - 1]);"""
    driver.execute_async_script(settle, quiet * 1000)
    return loaded


def _refuse(loaded: dict[str, Any], url: str) -> None:
    """Raises RenderFailed where what was loaded is no page, or another one."""
    if not str(loaded["url"]).startswith("http"):
        raise RenderFailed(Reason.NOT_HTML, "It is a download, not a page.")
    if loaded["type"] not in HTML_TYPES:
        raise RenderFailed(Reason.NOT_HTML, f"It is {str(loaded['type'])[:100]}, not a page.")
    try:
        here = identity(str(loaded["url"]))
    except ValueError:
        here = str(loaded["url"])[:200]
    if here.rstrip("/") != url.rstrip("/"):
        raise RenderFailed(Reason.REDIRECTED, f"It went on to {here}.")
