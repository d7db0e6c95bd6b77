"""The processes of an audit, told apart by their command lines."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

PREY = ("crawler", "browser", "driver")


def pid_of(prey: str, audit: int) -> int | None:
    """The process of this kind below an audit's own, or None where there is none now."""
    if prey == "crawler":
        return audit if is_running(audit) else None
    for pid in below(audit):
        line = _line(pid)
        if prey == "driver" and "run-driver" in line:
            return pid
        # The browser's own process: neither one of its children nor what starts it.
        is_browser = "--remote-debugging-pipe" in line and "--type=" not in line
        if prey == "browser" and is_browser and "/sh" not in line.split(" ", 1)[0]:
            return pid
    return None


def below(pid: int) -> Iterator[int]:
    """All processes that descend from one."""
    for listed in Path("/proc").glob(f"{pid}/task/*/children"):
        try:
            children = [int(word) for word in listed.read_text().split()]
        except OSError:
            continue
        for child in children:
            yield child
            yield from below(child)


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def busy_renderers(audit: int, seconds: float = 0.5) -> list[int]:
    """The renderers below an audit that use at least half a core for so long."""
    before = {pid: _ticks(pid) for pid in below(audit) if "--type=renderer" in _line(pid)}
    time.sleep(seconds)
    least = seconds / 2 * os.sysconf("SC_CLK_TCK")
    return [pid for pid, ticks in before.items() if _ticks(pid) - ticks >= least]


def left_after(pids: list[int], seconds: float = 20) -> list[int]:
    """Those that still run when the time is up."""
    ends = time.monotonic() + seconds
    while (left := [pid for pid in pids if is_running(pid)]) and time.monotonic() < ends:
        time.sleep(0.05)
    return left


def _ticks(pid: int) -> int:
    """The time of a processor that a process has used; 0 for one that has ended."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return int(words[11]) + int(words[12])


def _line(pid: int) -> str:
    try:
        return (
            Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace").replace("\0", " ")
        )
    except OSError:
        return ""
