"""Runs a command to its end and says what all of it used, down to processes that outlived it.

    python -m benchmarks.metered FILE DEADLINE COMMAND...

Whatever the command leaves behind becomes this process's child (prctl(2), PR_SET_CHILD_SUBREAPER)
and is awaited, or ended, so that no browser takes its account with it. What a browser's sandbox
ends with itself nobody awaits, so the account is also read as it grows.
"""

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import cpu_seconds

# Of prctl(2): who dies with this process's parent, and who takes in its orphans.
DEATH_SIGNAL, SUBREAPER = 1, 36
PATIENCE = 5.0
LOOK = 0.5


@dataclass(frozen=True, slots=True)
class Used:
    """Seconds of wall and of CPU, and the command's exit code (-9: ended at its deadline)."""

    wall: float
    cpu: float
    code: int


class Abandoned(Exception):  # noqa: N818
    """The benchmark is gone."""


def metered(
    command: Sequence[str], log: Path, environment: Mapping[str, str], deadline: float = 1_800
) -> Used:
    """Run a command in a fresh process of its own; what it says is appended to `log`."""
    with tempfile.NamedTemporaryFile() as file, log.open("ab") as said:
        subprocess.run(
            [sys.executable, "-m", "benchmarks.metered", file.name, str(deadline), *command],
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            check=True,
        )
        return Used(**json.loads(Path(file.name).read_text()))


def _run(command: Sequence[str], deadline: float) -> Used:
    signal.signal(signal.SIGTERM, _abandoned)
    ctypes.CDLL(None).prctl(DEATH_SIGNAL, signal.SIGTERM, 0, 0, 0)
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    began = time.perf_counter()
    process = subprocess.Popen(command, start_new_session=True)
    code, grown = -signal.SIGKILL, 0.0
    try:
        while (left := began + deadline - time.perf_counter()) > 0:
            with suppress(subprocess.TimeoutExpired):
                code = process.wait(min(left, LOOK))
                break
            grown = max(grown, cpu_seconds() - time.process_time())
        else:
            process.kill()
    except Abandoned:
        process.kill()
    wall = time.perf_counter() - began
    _reap(time.monotonic() + (PATIENCE if code >= 0 else 0))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Used(wall, max(grown, used.ru_utime + used.ru_stime), code)


def _abandoned(*_: object) -> None:
    raise Abandoned


def _reap(until: float) -> None:
    """Await all children; from `until` on, end them."""
    while True:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            if time.monotonic() > until:
                _end_children()
            time.sleep(0.02)


def _end_children() -> None:
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    for pid in children.split():
        os.kill(int(pid), signal.SIGKILL)


if __name__ == "__main__":
    found = _run(sys.argv[3:], float(sys.argv[2]))
    Path(sys.argv[1]).write_text(
        json.dumps({"wall": found.wall, "cpu": found.cpu, "code": found.code})
    )
