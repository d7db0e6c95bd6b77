"""A killed audit loses at most the pages in flight, and goes on where it was."""

import asyncio
import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from aiohttp import web

from ideaaudit.models import RunState
from ideaaudit.storage import RunStore, Store, StoreError
from tests.flow.loopback import Loopback, audit, command, loopback, page

HOST = "long.test"
PAGES = 30
IN_FLIGHT = 4


async def site(request: web.Request) -> web.Response:
    await asyncio.sleep(0.05)
    name = request.path.strip("/") or "0"
    if not name.isdigit():
        return web.Response(status=404)
    n = int(name)
    links = "".join(f'<a href="/{m}">page {m}</a> ' for m in range(1, PAGES))
    return page(f"<main><h1>Page {n}</h1>{links}</main>", title=f"Page number {n} of the site")


def options(served: Loopback) -> list[str]:
    return [f"http://{HOST}/", *served.connect_to, "--delay", "0", "--render", "4", "--seed", "7"]


def begun(folder: Path, served: Loopback) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command(folder, *options(served)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        start_new_session=True,
    )


def wait_for(ready: Callable[[], bool], seconds: float = 60) -> None:
    ends = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < ends, "it never came to that"
        time.sleep(0.02)


def stored(folder: Path) -> RunStore | None:
    with contextlib.suppress(StoreError, OSError):
        return Store.open(str(folder / "store")).run()
    return None


def count(folder: Path, what: str) -> int:
    run = stored(folder)
    return getattr(run.coverage(HOST), what) if run and run.targets() else 0


def digest(folder: Path) -> tuple[object, ...]:
    """What two runs must have in common: URLs, reasons, sample, outcomes."""
    run = stored(folder)
    assert run is not None
    return tuple(
        (row.url, row.state, row.reason, row.sampled_as, row.rendered, row.outcomes)
        for row in run.pages(HOST)
    )


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[object, ...]:
    folder = tmp_path_factory.mktemp("undisturbed")
    with loopback({HOST: site}) as served:
        audit(folder, *options(served))
    return digest(folder)


@pytest.mark.parametrize(("what", "enough"), [("walked", 8), ("rendered", 1)])
def test_after_a_kill_it_goes_on(
    tmp_path: Path, undisturbed: tuple[object, ...], what: str, enough: int
) -> None:
    with loopback({HOST: site}) as served:
        process = begun(tmp_path, served)
        wait_for(lambda: count(tmp_path, what) >= enough)
        os.kill(process.pid, signal.SIGKILL)
        process.wait(10)
        walked_before = count(tmp_path, "walked")
        served.asked.clear()
        done = audit(tmp_path, *served.connect_to, "--resume")
        assert done.returncode in (0, 1), done.stderr
        walks = [agent for agent in served.agents[-len(served.asked) :] if "Chrome" not in agent]
        assert len(walks) <= PAGES - walked_before + IN_FLIGHT + 1  # and robots.txt
    assert digest(tmp_path) == undisturbed


def test_ctrl_c_once_tells_what_was_seen(tmp_path: Path) -> None:
    with loopback({HOST: site}) as served:
        process = begun(tmp_path, served)
        wait_for(lambda: count(tmp_path, "walked") >= 5)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        assert "Finishing the pages in flight" in said
        assert process.returncode in (0, 1)
        run = stored(tmp_path)
        assert run is not None
        assert run.run.state is RunState.INTERRUPTED
        assert (tmp_path / "out" / "index.html").exists()
        assert run.coverage(HOST).queued > 0
        audit(tmp_path, *served.connect_to, "--resume")
        assert run.coverage(HOST).walked == PAGES


def test_ctrl_c_twice_stops_at_once(tmp_path: Path) -> None:
    async def stuck(request: web.Request) -> web.Response:
        await asyncio.sleep(25 if request.path == "/stuck" else 0)
        return page('<h1>Here</h1><a href="/stuck">on</a>')

    with loopback({HOST: stuck}) as served:
        process = begun(tmp_path, served)
        wait_for(lambda: "/stuck" in served.pages(HOST))
        process.send_signal(signal.SIGINT)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        assert process.wait(5) == 130
