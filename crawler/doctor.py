"""What is missing on this machine, proven by trying: for `ideaaudit doctor`."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from crawler.browser import (
    AxeMissing,
    BrowserMissing,
    Rendered,
    RenderFailed,
    RenderJob,
    RenderPool,
    RenderSettings,
)
from crawler.browser.second_engine import SeleniumPool, disagreement
from crawler.browser.webdriver import find_webdriver
from crawler.guard import Guard, Unresolved
from ideaaudit.models import AxeResult
from ideaaudit.storage import Store, StoreError

SITE, OTHER = "doctor.test", "frame.test"
PLAIN = f"http://{SITE}/plain"
KNOWN_NAME = "www.usa.gov"
PAGES = {
    SITE: """<!doctype html><html lang="en"><head><title>Self-test</title></head><body>
<main style="display:inline-block;font-family:sans-serif">iiiiiiii</main>
<search style="display:inline-block;font-family:sans-serif">MMMMMMMM</search>
<iframe title="A frame of another site" src="http://frame.test/"></iframe></body></html>""",
    OTHER: '<!doctype html><html lang="en"><title>Frame</title><img src="x.png"></html>',
    f"{SITE}/plain": """<!doctype html><html lang="en"><head><title>Plain</title></head><body>
<h3>Start</h3><p style="color:#999">Pale</p><img src="x.png"><input></body></html>""",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that an audit needs.

    Attributes:
        detail: what was found, in plain words.
        how_to_fix: what to do where it is not ok.
    """

    name: str
    ok: bool
    detail: str
    how_to_fix: str = ""


async def self_test(store: str = "") -> tuple[Finding, ...]:
    """Try everything that an audit needs, without visiting any site.

    Args:
        store: where runs are kept, as `--store` has it.
    """
    return (*await browser_findings(), store_finding(store), await dns_finding(Guard()))


async def browser_findings(settings: RenderSettings | None = None) -> tuple[Finding, ...]:
    """Browser, sandbox, axe and fonts, proven on a page with a frame of another site."""
    async with _served() as guard:
        try:
            pool = RenderPool(settings or RenderSettings(size=1), guard)
        except AxeMissing as error:
            return (_missing("axe-core", error),)
        try:
            await pool.start()
            return (*_started(pool), *await _tried(pool, guard))
        except BrowserMissing as error:
            return (_missing("browser", error),)
        finally:
            await pool.close()


def store_finding(store: str) -> Finding:
    """Whether runs can be kept."""
    try:
        runs = len(Store.open(store).runs())
    except StoreError as error:
        return _missing("store", error)
    return Finding("store", True, f"it can be written and has {runs} runs")


async def dns_finding(guard: Guard, name: str = KNOWN_NAME) -> Finding:
    """Whether names can be looked up."""
    try:
        found = await guard.resolve(name, 443)
    except Unresolved as error:
        fix = "Check /etc/resolv.conf. Without DNS, only sites in --connect-to can be audited."
        return Finding("DNS", False, str(error), fix)
    except OSError as error:
        fix = "The network answers public names with private addresses; see --allow-private."
        return Finding("DNS", False, str(error), fix)
    return Finding("DNS", True, f"{name} is at {found[0].ip}")


def frame_finding(axe: AxeResult | None, version: str) -> Finding:
    """Whether axe saw the fault in the frame of the other site."""
    rules = axe.violations if axe else ()
    targets = [node.target for rule in rules if rule.id == "image-alt" for node in rule.nodes]
    if targets == [("iframe", "img")]:
        detail = f"axe-core {version} found the planted fault in a frame of another site"
        return Finding("self-test", True, detail)
    detail = f"axe-core {version} missed the planted fault in a frame of another site: {targets}"
    return Finding("self-test", False, detail, "Update the browser, and Playwright with it.")


def fonts_finding(rendered: Rendered) -> Finding:
    """Whether letters have shapes: without a font, each is the same empty box."""
    layouts = rendered.rendering.layouts
    boxes = dict(layouts[0].regions) if layouts else {}
    narrow, wide = (boxes[name].width if name in boxes else 0 for name in ("main", "search"))
    if 0 < narrow < wide:
        return Finding("fonts", True, "the browser has a font with Latin letters")
    fix = "Install one, on Debian with `apt install fonts-dejavu-core fonts-liberation`."
    return Finding("fonts", False, "the browser has no font with Latin letters", fix)


def _missing(name: str, error: Exception) -> Finding:
    """A message of ours: what is wrong, then what to do."""
    detail, _, fix = str(error).partition(". ")
    return Finding(name, False, detail, fix)


def _started(pool: RenderPool) -> Iterator[Finding]:
    found, axe = pool.driver.found, pool.axe
    if found:
        yield Finding("browser", True, f"Chromium {found.version} ({found.kind}), {found.path}")
    if pool.driver.sandboxed:
        yield Finding("sandbox", True, "the browser runs in its sandbox")
    else:
        fix = "Run as an ordinary user, on a kernel that allows user namespaces."
        yield Finding("sandbox", False, " ".join(pool.notes), fix)
    detail = f"{axe.version}, sha256 {axe.sha256[:16]}..., {_where(axe.path)}"
    yield Finding("axe-core", True, detail)


def _where(path: Path) -> str:
    return "/".join(path.parts[-2:])


async def _tried(pool: RenderPool, guard: Guard) -> tuple[Finding, ...]:
    try:
        rendered = await pool.render(RenderJob(f"http://{SITE}/", SITE))
        plain = await pool.render(RenderJob(PLAIN, SITE, frozenset({"axe"})))
    except RenderFailed as error:
        fix = "Update the browser, and Playwright with it."
        return (Finding("self-test", False, f"a page on loopback was not rendered: {error}", fix),)
    return (
        frame_finding(rendered.rendering.axe, pool.axe.version),
        await second_engine_finding(guard, plain.rendering.axe),
        fonts_finding(rendered),
    )


async def second_engine_finding(guard: Guard, ours: AxeResult | None) -> Finding:
    """Whether `--engine selenium` works; an audit without it needs no chromedriver."""
    name = "second engine"
    try:
        pool = SeleniumPool(RenderSettings(size=1), guard, find_webdriver())
    except BrowserMissing as error:
        return Finding(name, True, f"{error} Only --engine selenium needs it.")
    try:
        await pool.start()
        rendered = await pool.render(RenderJob(PLAIN, SITE))
    except (BrowserMissing, RenderFailed) as error:
        return Finding(name, False, f"it does not run: {error}", "Update chromedriver.")
    finally:
        await pool.close()
    return second_finding(ours, rendered.rendering.axe)


def second_finding(ours: AxeResult | None, theirs: AxeResult | None) -> Finding:
    """Whether the second engine (axe-selenium-python) finds the same on a plain page."""
    different = disagreement(ours, theirs) if ours and theirs else ["axe did not run"]
    if not different and ours and ours.violations:
        count = len(ours.violations)
        return Finding("second engine", True, f"it finds the same {count} rules broken")
    detail = f"it finds something else: {', '.join(different)}"
    return Finding("second engine", False, detail, "Update the browser, and Playwright with it.")


@asynccontextmanager
async def _served() -> AsyncIterator[Guard]:
    """The test pages on loopback, and a guard that leads to them and nowhere else."""

    async def answer(request: web.Request) -> web.Response:
        page = PAGES.get(f"{request.host}{request.path.rstrip('/')}")
        text, status = (page, 200) if page else ("", 404)
        return web.Response(text=text, status=status, content_type="text/html")

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = runner.addresses[0][1]
        yield Guard([f"{name}:80:127.0.0.1:{port}" for name in (SITE, OTHER)], closed=True)
    finally:
        await runner.cleanup()
