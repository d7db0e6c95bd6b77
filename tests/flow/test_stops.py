"""What ends an audit early: the user, time itself."""

import os
import signal
import subprocess
import time
from pathlib import Path

from aiohttp import web

from ideaaudit.models import Reason
from ideaaudit.storage import Store
from tests.flow.loopback import Manner, audit, command, loopback, page

HOST = "stop.test"


async def large(request: web.Request) -> web.Response:
    name = request.path.strip("/") or "0"
    links = "".join(f'<a href="/{int(name) + n}">x</a>' for n in range(1, 9))
    return page(links + os.urandom(100_000).hex()) if name.isdigit() else web.Response(status=404)


def interrupted(folder: Path, manner: Manner, *arguments: str) -> tuple[int, float]:
    """Ctrl-C half a second after the first request; the exit code, and how long it took."""
    with loopback({HOST: manner}) as served:
        process = subprocess.Popen(
            command(folder, f"http://{HOST}/", *served.connect_to, *arguments),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
        )
        ends = time.monotonic() + 60
        while not served.asked and time.monotonic() < ends:
            time.sleep(0.05)
        time.sleep(0.5)
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        return process.wait(60), time.monotonic() - start


def test_ctrl_c_between_probes_far_apart_ends_soon_and_the_site_was_not_audited(
    tmp_path: Path,
) -> None:
    code, seconds = interrupted(tmp_path, large, "--delay", "300")
    assert code == 3
    assert seconds < 30
    assert Store.open(str(tmp_path / "store")).run().site_state(HOST) == "new"
    assert (tmp_path / "out" / "index.html").exists()


def test_a_pause_longer_than_any_audit_leaves_the_site_alone(tmp_path: Path) -> None:
    async def site(request: web.Request) -> web.Response:
        rules = "User-agent: *\nCrawl-delay: 99999\n"
        return web.Response(text=rules) if request.path == "/robots.txt" else page("<h1>Here")

    with loopback({"robots.test": site}) as served:
        done = audit(tmp_path, "http://robots.test/", *served.connect_to)
        assert served.pages("robots.test") == []
    assert done.returncode == 3
    gap = Store.open(str(tmp_path / "store")).run().site_gap("robots.test")
    assert gap is not None
    assert gap.reason is Reason.ROBOTS
