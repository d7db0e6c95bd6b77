"""The second engine: a page in a browser over WebDriver, as far as that can see it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from crawler.browser.second_engine import SeleniumPool, disagreement
from crawler.browser.webdriver import WebDriverFound, find_webdriver
from crawler.browser.words import RenderFailed, RenderJob, RenderSettings
from crawler.guard import Guard
from ideaaudit.models import Reason
from tests.crawler.browser.conftest import QUICK, Bench

pytestmark = pytest.mark.usefixtures("webdriver")
SITE = "agency.test"
FAULTS = (
    "<h2>Start</h2><p style='color:#999'>pale</p><img src=x.png><input><a href=/></a>"
    "<ul><div>x</div></ul><div role=banana>y</div>"
)


def second_pool(bench: Bench, found: WebDriverFound | None = None) -> SeleniumPool:
    settings = RenderSettings(size=1, deadlines=replace(QUICK, axe=15), user_agent="ideaaudit/x")
    return SeleniumPool(settings, bench.guard(), found or find_webdriver())


@pytest.fixture(scope="module")
def second(bench: Bench) -> Iterator[SeleniumPool]:
    made = second_pool(bench)
    yield made
    bench.run(made.close())


@pytest.fixture
def look(bench: Bench, second: SeleniumPool) -> Callable[[str], Any]:
    return lambda path: bench.run(second.render(RenderJob(f"http://{SITE}{path}", SITE)))


def refusal(look: Callable[[str], Any], path: str) -> tuple[Reason, str]:
    with pytest.raises(RenderFailed) as refused:
        look(path)
    return refused.value.reason, refused.value.detail


def test_it_finds_what_we_find_to_the_letter(
    bench: Bench, pages: Any, render: Any, html: Any, look: Any
) -> None:
    pages[f"{SITE}/"] = html(FAULTS)
    ours, theirs = render("/").rendering, look("/").rendering
    assert len(ours.axe.violations) >= 6
    assert ours.axe == theirs.axe
    assert (ours.title, ours.html, ours.status) == (theirs.title, theirs.html, theirs.status)
    fewer = replace(theirs.axe, violations=theirs.axe.violations[1:])
    assert disagreement(ours.axe, fewer) == [theirs.axe.violations[0].id]
    assert bench.web.headers[f"{SITE}/"]["User-Agent"] == "ideaaudit/x"


def test_what_it_does_not_look_at_has_its_reason(pages: Any, html: Any, look: Any) -> None:
    pages[f"{SITE}/"] = html("<p>Here")
    gaps = {gap.part: gap.reason for gap in look("/").rendering.gaps}
    assert {"phone", "layouts", "requests", "cookies", "keyboard", "vitals"} <= gaps.keys()
    assert set(gaps.values()) == {Reason.UNSUPPORTED}


def test_axe_that_a_page_replaced_is_a_gap(pages: Any, html: Any, look: Any) -> None:
    fake = "Object.defineProperty(window,'axe',{value:{run:()=>Promise.resolve({})}})"
    pages[f"{SITE}/fake"] = html(f"<p>x<script>{fake}</script>")
    seen = look("/fake").rendering
    assert seen.axe is None
    assert Reason.ERROR in {gap.reason for gap in seen.gaps if gap.part == "axe"}


def test_what_is_no_page_of_this_address_is_not_taken_for_one(
    pages: Any, html: Any, look: Any
) -> None:
    async def paper(_request: web.Request) -> web.Response:
        return web.Response(body=b"%PDF-1.7", content_type="application/pdf")

    pages |= {f"{SITE}/": html("home"), f"{SITE}/paper": paper}
    pages[f"{SITE}/on"] = html("<script>location = '/'</script>")
    assert refusal(look, "/paper")[0] is Reason.NOT_HTML
    assert refusal(look, "/on") == (Reason.REDIRECTED, f"It went on to http://{SITE}/.")
    assert look("/missing").rendering.status == 404


def test_a_hung_page_costs_itself_and_leaves_nothing_running(
    bench: Bench, pages: Any, html: Any
) -> None:
    pages[f"{SITE}/"] = html("home")
    pages[f"{SITE}/hang"] = html("<script>setTimeout(() => { while (true) {} }, 9)</script>")
    pool = second_pool(bench)
    before = drivers()
    try:
        with pytest.raises(RenderFailed) as hung:
            bench.run(pool.render(RenderJob(f"http://{SITE}/hang", SITE)))
        assert hung.value.reason is Reason.TIMEOUT
        bench.run(pool.render(RenderJob(f"http://{SITE}/", SITE)))
        assert drivers() - before
    finally:
        bench.run(pool.close())
    assert not drivers() - before


@pytest.mark.parametrize("prey", ["chromedriver", "--remote-debugging-pipe"])
def test_a_killed_driver_or_browser_costs_nothing(
    bench: Bench, pages: Any, html: Any, prey: str
) -> None:
    pages[f"{SITE}/"] = html(FAULTS)
    pool = second_pool(bench)
    before = drivers("chromedriver") | drivers("--remote-debugging-pipe")
    try:
        clean = bench.run(pool.render(RenderJob(f"http://{SITE}/", SITE))).rendering
        for pid in drivers(prey) - before:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.3)
        again = bench.run(pool.render(RenderJob(f"http://{SITE}/", SITE))).rendering
    finally:
        bench.run(pool.close())
    assert again.axe == clean.axe


def drivers(word: str = "chromedriver") -> set[int]:
    """Processes below this one whose command line has the word and is no renderer's."""
    found, open_ = set(), [os.getpid()]
    while open_:
        for listed in Path("/proc").glob(f"{open_.pop()}/task/*/children"):
            for pid in map(int, listed.read_text().split()):
                open_.append(pid)
                line = Path(f"/proc/{pid}/cmdline").read_bytes().decode().replace("\0", " ")
                if word in line and "--type=" not in line and "setpriv" not in line.split(" ")[0]:
                    found.add(pid)
    return found


def test_it_reaches_nothing_that_the_guard_does_not_allow(
    bench: Bench, pages: Any, html: Any
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        inside = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        pages[f"{SITE}/"] = html(f"<p>x<img src='{inside}'><iframe src='{inside}'></iframe>")
        pool = second_pool(bench)
        try:
            bench.run(pool.render(RenderJob(f"http://{SITE}/", SITE)))
            with pytest.raises(RenderFailed) as refused:
                bench.run(pool.render(RenderJob(inside, "127.0.0.1")))
        finally:
            bench.run(pool.close())
        listener.settimeout(0)
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert refused.value.reason is Reason.PRIVATE_ADDRESS


def test_an_address_is_looked_at_before_a_grid_elsewhere_is_sent_there(bench: Bench) -> None:
    far = WebDriverFound("", "", "156", "http://192.0.2.7:4444")
    pool = SeleniumPool(RenderSettings(size=1), Guard(), far)
    assert "nothing held it" in " ".join(pool.notes)
    for url, reason in (
        ("http://10.0.0.1/", Reason.PRIVATE_ADDRESS),
        ("http://169.254.169.254/", Reason.PRIVATE_ADDRESS),
        ("http://nowhere.invalid/", Reason.DNS),
    ):
        with pytest.raises(RenderFailed) as refused:
            bench.run(pool.render(RenderJob(url, "a.test")))
        assert refused.value.reason is reason


def test_a_driver_ends_with_an_audit_that_is_killed() -> None:
    """chromedriver by itself would stay for good, and its browser with it."""
    program = (
        "import asyncio, sys\n"
        "from crawler.browser.second_engine import SeleniumPool\n"
        "from crawler.browser.webdriver import find_webdriver\n"
        "from crawler.browser.words import RenderSettings\n"
        "from crawler.guard import Guard\n"
        "async def main():\n"
        "    pool = SeleniumPool(RenderSettings(size=1), Guard(), find_webdriver())\n"
        "    await pool.start()\n"
        "    print('started', flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    others = drivers("chromedriver") | drivers("--remote-debugging-pipe")
    begun = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert begun.stdout
    assert begun.stdout.readline() == "started\n"
    left = (drivers("chromedriver") | drivers("--remote-debugging-pipe")) - others
    assert len(left) >= 2
    begun.kill()
    begun.wait(10)
    ends = time.monotonic() + 10
    while any(is_running(pid) for pid in left) and time.monotonic() < ends:
        time.sleep(0.1)
    assert [pid for pid in left if is_running(pid)] == []


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
