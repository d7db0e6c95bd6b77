"""Turns at an address: however many hosts share it, and whoever asks, one at a time."""

import asyncio
from collections import OrderedDict

from crawler.guard import Guard

ADDRESSES_REMEMBERED = 10_000


class Turns:
    """Spaces requests to one address; Scrapy, the probes and the browser all take theirs here."""

    def __init__(self, guard: Guard, delay: float) -> None:
        self.delay = delay
        self._guard = guard
        self._next: OrderedDict[str, float] = OrderedDict()

    async def take(self, host: str, port: int, *, delay: float = 0.0, share: float = 1.0) -> None:
        """Waits until this address may be asked again.

        Args:
            delay: seconds that the site asks for (Crawl-delay), where it is longer than ours.
            share: how much of a request this is; a bare TLS handshake is a quarter.

        Raises:
            OSError: the name leads nowhere, or where it must not.
        """
        address = (await self._guard.resolve(host, port))[0].ip
        now = asyncio.get_running_loop().time()
        start = max(now, self._next.get(address, 0.0))
        self._next[address] = start + max(self.delay, delay) * share
        self._next.move_to_end(address)
        if len(self._next) > ADDRESSES_REMEMBERED:
            self._next.popitem(last=False)
        await asyncio.sleep(start - now)
