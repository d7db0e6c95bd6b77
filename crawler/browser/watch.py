"""No page takes this machine's memory: a renderer that grows too large is ended, and its page with
it."""

import asyncio
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

# Resident bytes of one renderer; federal pages need a tenth to a quarter of this.
MOST_MEMORY = 1536 * 2**20
SECONDS = 1.0
PROC = Path("/proc")
PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")


async def watch_memory(most: int = MOST_MEMORY, seconds: float = SECONDS) -> None:
    """Looks at every renderer below this process, until it is canceled."""
    kinds: dict[int, bool] = {}
    while True:
        await asyncio.sleep(seconds)
        for pid in renderers(os.getpid(), kinds):
            if resident(pid) > most:
                with suppress(OSError):
                    os.kill(pid, signal.SIGKILL)


def renderers(parent: int, kinds: dict[int, bool]) -> Iterator[int]:
    """The renderers below a process; none where the system does not tell.

    Args:
        kinds: whether each process below is one, as it was told the last time.
    """
    known = dict(kinds)
    kinds.clear()
    waiting = [parent]
    while waiting:
        for pid in _children(waiting.pop()):
            kinds[pid] = known[pid] if pid in known else _is_renderer(pid)
            if kinds[pid]:
                yield pid
            else:
                waiting.append(pid)


def _children(parent: int) -> Iterator[int]:
    """Its children, whichever of its threads began them."""
    with suppress(OSError):
        for thread in (PROC / str(parent) / "task").iterdir():
            with suppress(OSError):
                yield from map(int, (thread / "children").read_text().split())


def _is_renderer(pid: int) -> bool:
    with suppress(OSError):
        return b"--type=renderer" in (PROC / str(pid) / "cmdline").read_bytes()
    return False


def resident(pid: int) -> int:
    """Bytes of memory that a process holds; 0 for one that is gone."""
    with suppress(OSError, ValueError, IndexError):
        return int((PROC / str(pid) / "statm").read_text().split()[1]) * PAGE_SIZE
    return 0
