"""What this process and all below it have used of the processor."""

import os
from collections import defaultdict
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def cpu_seconds(besides: frozenset[int] = frozenset()) -> float:
    """User and system time of the living process tree and of what it has reaped.

    Args:
        besides: processes that are left out, with all below them.
    """
    children: defaultdict[int, list[int]] = defaultdict(list)
    ticks: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        pid = int(entry.name)
        children[int(fields[1])].append(pid)
        ticks[pid] = sum(int(field) for field in fields[11:15])
    total, waiting = 0, [os.getpid()]
    while waiting:
        pid = waiting.pop()
        if pid not in besides:
            total += ticks.get(pid, 0)
            waiting += children[pid]
    return total / TICK
