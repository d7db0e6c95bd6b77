"""Whatever befalls an audit, it says so in one line, and with --resume ends as an undisturbed one.

The long round of kills is `python -m tests.faults`.
"""

import contextlib
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ideaaudit.storage import StoreError
from tests.faults.digest import Line, difference, digest, stored
from tests.faults.kills import Injector
from tests.faults.prey import PREY
from tests.faults.site import HOST, Slow
from tests.flow.loopback import Loopback, audit, command, loopback
from tests.flow.test_resume import wait_for

OPTIONS = ["--delay", "0", "--render", "3", "--pages", "12", "--documents", "0", "--seed", "7"]
SECONDS = 200
ALTERED = [sys.executable, "-m", "tests.faults.altered"]


@pytest.fixture(scope="module")
def site() -> Slow:
    return Slow(slowness=0.5)


@pytest.fixture(scope="module")
def served(site: Slow) -> Iterator[Loopback]:
    with loopback({HOST: site.answer}) as made:
        yield made


@pytest.fixture(scope="module")
def undisturbed(served: Loopback, tmp_path_factory: pytest.TempPathFactory) -> frozenset[Line]:
    folder = tmp_path_factory.mktemp("undisturbed")
    done = audit(folder, f"http://{HOST}/", *served.connect_to, *OPTIONS)
    assert done.returncode in (0, 1), done.stderr
    return digest(folder)


def assert_equal(folder: Path, undisturbed: frozenset[Line]) -> None:
    found = digest(folder)
    assert found == undisturbed, difference(undisturbed, found)


def begun(folder: Path, served: Loopback) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command(folder, f"http://{HOST}/", *served.connect_to, *OPTIONS),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
    )


def walked(folder: Path) -> int:
    if not list((folder / "store" / "runs").glob("*.sqlite")):
        return 0
    with contextlib.suppress(StoreError):
        run = stored(folder)
        return run.coverage(HOST).walked if run.targets() else 0
    return 0


def in_one_line(said: str) -> str:
    """The one line that says what was wrong."""
    assert "Traceback" not in said, said
    errors = [line for line in said.splitlines() if line.startswith("Error:")]
    assert len(errors) == 1, said
    return errors[0]


def resumed(folder: Path, served: Loopback) -> None:
    done = audit(folder, *served.connect_to, "--resume")
    assert done.returncode in (0, 1), done.stderr


def test_kills_of_crawler_browser_and_driver_change_nothing(
    tmp_path: Path, served: Loopback, site: Slow, undisturbed: frozenset[Line]
) -> None:
    options = [f"http://{HOST}/", *OPTIONS]
    prey = ["crawler", "browser", "driver", "crawler"]
    injector = Injector(1, tmp_path, served, site, random.Random(5), prey, options)
    assert injector.audit() in (0, 1), injector.said
    assert {kill.prey for kill in injector.kills} == set(PREY)
    assert "Traceback" not in injector.said
    assert injector.left == []
    assert_equal(tmp_path, undisturbed)


@pytest.mark.parametrize(("name", "times"), [("SIGTERM", 1), ("SIGINT", 2)])
def test_a_signal_loses_nothing(
    tmp_path: Path, served: Loopback, undisturbed: frozenset[Line], name: str, times: int
) -> None:
    process = begun(tmp_path, served)
    wait_for(lambda: walked(tmp_path) >= 4, SECONDS)
    for _ in range(times):
        process.send_signal(getattr(signal, name))
        time.sleep(0.1)
    _, said = process.communicate(timeout=SECONDS)
    assert process.returncode in ((130,) if times == 2 else (0, 1, 3)), said
    assert "Traceback" not in said
    resumed(tmp_path, served)
    assert_equal(tmp_path, undisturbed)


def test_a_full_disk_loses_nothing(
    tmp_path: Path, served: Loopback, undisturbed: frozenset[Line]
) -> None:
    process = begun(tmp_path, served)
    wait_for(lambda: walked(tmp_path) >= 4, SECONDS)
    # Not before: the browser would inherit it, and fail at files of its own.
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (1, 1))
    _, said = process.communicate(timeout=SECONDS)
    assert process.returncode == 2
    assert "is full: free some space, then use --resume" in in_one_line(said)
    resumed(tmp_path, served)
    assert_equal(tmp_path, undisturbed)


def test_a_store_that_another_program_holds_for_a_while_is_waited_for(
    tmp_path: Path, served: Loopback, undisturbed: frozenset[Line]
) -> None:
    process = begun(tmp_path, served)
    wait_for(lambda: walked(tmp_path) >= 3, SECONDS)
    (file,) = (tmp_path / "store" / "runs").glob("*.sqlite")
    with contextlib.closing(sqlite3.connect(file, timeout=10, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        time.sleep(3)
        other.execute("ROLLBACK")
    _, said = process.communicate(timeout=SECONDS)
    assert process.returncode in (0, 1), said
    assert_equal(tmp_path, undisturbed)


def altered(folder: Path, world: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [*ALTERED, world, *command(folder, *arguments, closed=False)[3:]],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
    )


def test_a_resolver_that_is_lost_stops_the_audit_and_loses_no_page(
    tmp_path: Path, served: Loopback, undisturbed: frozenset[Line]
) -> None:
    table = tmp_path / "names"
    table.touch()
    world = f"dns:{table}"
    by_name = ["--connect-to", f"{HOST}:80:edge.test:{served.port}", "--connect-to-only"]
    process = altered(tmp_path, world, f"http://{HOST}/", *by_name, *OPTIONS)
    wait_for(lambda: walked(tmp_path) >= 4, SECONDS)
    table.unlink()
    _, said = process.communicate(timeout=SECONDS)
    assert process.returncode in (0, 1, 3), said
    assert "Names lead nowhere any more" in said
    assert "Traceback" not in said
    assert "go on with: ideaaudit audit --resume" in said
    table.touch()
    altered(tmp_path, world, "--resume").communicate(timeout=SECONDS)
    assert_equal(tmp_path, undisturbed)


def test_a_clock_that_jumps_changes_nothing(
    tmp_path: Path, served: Loopback, undisturbed: frozenset[Line]
) -> None:
    month = f"clock:{30 * 86_400}"
    asked = [f"http://{HOST}/", *served.connect_to, *OPTIONS, "--connect-to-only"]
    process = altered(tmp_path, month, *asked)
    wait_for(lambda: walked(tmp_path) >= 4, SECONDS)
    process.kill()
    process.communicate()
    process = altered(tmp_path, month, "--resume")
    _, said = process.communicate(timeout=SECONDS)
    assert process.returncode in (0, 1), said
    assert_equal(tmp_path, undisturbed)
