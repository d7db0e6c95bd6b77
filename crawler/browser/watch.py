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
SECONDS = 0.5
PROC = Path("/proc")
PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")


async def watch_memory(most: int = MOST_MEMORY, seconds: float = SECONDS) -> None:
    """Looks at every renderer below this process, until it is canceled."""
    while True:
        await asyncio.sleep(seconds)
        for pid in _renderers(os.getpid()):
            if _resident(pid) > most:
                with suppress(OSError):
                    os.kill(pid, signal.SIGKILL)


def _renderers(parent: int) -> Iterator[int]:
    """The renderers among the processes below one; none where the system does not tell."""
    for listed in PROC.glob(f"{parent}/task/*/children"):
        with suppress(OSError, ValueError):
            for pid in map(int, listed.read_text().split()):
                if b"--type=renderer" in (PROC / str(pid) / "cmdline").read_bytes():
                    yield pid
                else:
                    yield from _renderers(pid)


def _resident(pid: int) -> int:
    with suppress(OSError, ValueError, IndexError):
        return int((PROC / str(pid) / "statm").read_text().split()[1]) * PAGE_SIZE
    return 0
