"""Turns at an address: however many hosts share it, and whoever asks, one at a time."""

import asyncio
from collections import OrderedDict
from collections.abc import Coroutine
from typing import Any, TypeVar
from urllib.parse import urlsplit

from crawler.guard import Guard
from ideaaudit.web import DEFAULT_PORTS

ADDRESSES_REMEMBERED = 10_000
T = TypeVar("T")


class Stopped(Exception):  # noqa: N818  a state, not a fault
    """The audit was asked to come to its end before this turn came."""


class Turns:
    """Spaces requests to one address; Scrapy, the probes and the browser all take theirs here.

    Attributes:
        stopping: once it is set, nobody waits here any more.
    """

    def __init__(self, guard: Guard, delay: float) -> None:
        self.delay = delay
        self.stopping = asyncio.Event()
        self._guard = guard
        self._next: OrderedDict[str, float] = OrderedDict()

    async def take_for(self, url: str, *, delay: float = 0.0) -> None:
        """Waits until the address that a URL leads to may be asked again; see `take`."""
        parts = urlsplit(url)
        await self.take(
            parts.hostname or "", parts.port or DEFAULT_PORTS.get(parts.scheme, 80), delay=delay
        )

    async def take(self, host: str, port: int, *, delay: float = 0.0, share: float = 1.0) -> None:
        """Waits until this address may be asked again.

        Args:
            delay: seconds that the site asks for (Crawl-delay), where it is longer than ours.
            share: how much of a request this is; a bare TLS handshake is a quarter.

        Raises:
            OSError: the name leads nowhere, or where it must not.
            Stopped: the turn had not come when the audit was asked to end.
        """
        address = (await self._guard.resolve(host, port))[0].ip
        now = asyncio.get_running_loop().time()
        start = max(now, self._next.get(address, 0.0))
        self._next[address] = start + max(self.delay, delay) * share
        self._next.move_to_end(address)
        if len(self._next) > ADDRESSES_REMEMBERED:
            self._next.popitem(last=False)
        await self._wait(start - now)

    async def unless_stopped(self, work: Coroutine[Any, Any, T]) -> T | None:
        """What the work comes to, or None where it was given up because the audit must end."""
        task = asyncio.ensure_future(work)
        stop = asyncio.ensure_future(self.stopping.wait())
        try:
            await asyncio.wait({task, stop}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in (task, stop):
                one.cancel()
        if self.stopping.is_set():
            await asyncio.gather(task, return_exceptions=True)
            return None
        return task.result()

    async def _wait(self, seconds: float) -> None:
        if seconds > 0 and not self.stopping.is_set():
            try:
                await asyncio.wait_for(self.stopping.wait(), seconds)
            except TimeoutError:
                return
        if self.stopping.is_set():
            raise Stopped("the audit was asked to end")
