"""Turns: however many hosts share an address, and whoever asks, one at a time, and no faster than
the slowest of what we were told: --delay, a Crawl-delay, slow answers, 429 and 503.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Coroutine
from typing import Any, TypeVar
from urllib.parse import urlsplit

from crawler.guard import Guard
from crawler.patience import Closed, Pace, seconds_of
from ideaaudit.web import DEFAULT_PORTS

PACES_REMEMBERED = 20_000
# They ask us to come again later (RFC 6585 4, RFC 9110 15.6.4).
LATER = (429, 503)
T = TypeVar("T")


class Stopped(Exception):  # noqa: N818  a state, not a fault
    """The audit was asked to come to its end before this turn came."""


class Turns:
    """Spaces requests to one address and to one host; Scrapy, the probes and the browser all take
    theirs here, and tell what was answered.

    Attributes:
        delay: seconds between two requests to one address, at least.
        stopping: once it is set, nobody waits here any more.
    """

    def __init__(self, guard: Guard, delay: float) -> None:
        self.delay = delay
        self.stopping = asyncio.Event()
        self._guard = guard
        self._paces: OrderedDict[tuple[str, str], Pace] = OrderedDict()

    async def take_for(self, url: str, *, delay: float = 0.0) -> None:
        """Waits until the host that a URL names may be asked again; see `take`."""
        await self.take(*_place(url), delay=delay)

    async def take(self, host: str, port: int, *, delay: float = 0.0, share: float = 1.0) -> None:
        """Waits until this host, and the address that it leads to, may be asked again.

        Args:
            delay: seconds that the host asks for (Crawl-delay), where it is longer than ours.
            share: how much of a request this is; a bare TLS handshake is a quarter.

        Raises:
            OSError: the name leads nowhere, or where it must not; `Closed` where the host asked
                us to stay away for longer than an audit can wait.
            Stopped: the turn had not come when the audit was asked to end.
        """
        address = self._pace("address", (await self._guard.resolve(host, port))[0].ip)
        own = self._pace("host", host.lower())
        own.address = address
        own.asked = max(own.asked, delay)
        # Whoever waits for its host keeps no other host at the address waiting.
        async with own.lock:
            await self._reach(own)
            async with address.lock:
                await self._reach(address, own)
                self._spend(own, address, share)

    def spend(self, url: str) -> None:
        """Counts a request that was made without its turn, as a browser's that is sent on."""
        own = self._pace("host", _place(url)[0].lower())
        self._spend(own, own.address or own, 1.0)

    def heard(
        self, url: str, status: int, *, seconds: float = 0.0, after: str = ""
    ) -> float | None:
        """Notes an answer, so that what comes next keeps the pace that the host can bear.

        Args:
            status: 0 where nothing answered.
            seconds: until it began; 0 where that is not known.
            after: Retry-After, as it was sent.

        Returns:
            In how many seconds the host wants to be asked the same again, None where this was its
            answer.
        """
        own = self._pace("host", _place(url)[0].lower())
        own.note(seconds)
        known = [pace for pace in (own, own.address) if pace]
        if status in LATER:
            for pace in known if status == 429 else known[:1]:
                pace.slow()
            return own.hold(self._now(), seconds_of(after), self.delay, told=status == 429)
        if 0 < status < 500:
            for pace in known:
                pace.ease()
        else:
            own.slow()
        return None

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

    def _pace(self, kind: str, name: str) -> Pace:
        pace = self._paces.setdefault((kind, name), Pace())
        self._paces.move_to_end((kind, name))
        if len(self._paces) > PACES_REMEMBERED:
            self._paces.popitem(last=False)
        return pace

    async def _reach(self, *paces: Pace) -> None:
        """Waits until all of them are free; one may be held anew meanwhile."""
        while True:
            if self.stopping.is_set():
                raise Stopped("the audit was asked to end")
            if closed := next((pace.closed for pace in paces if pace.closed), ""):
                raise Closed(closed)
            left = max(pace.next for pace in paces) - self._now()
            if left <= 0:
                return
            await self._wait(left, paces)

    async def _wait(self, seconds: float, paces: tuple[Pace, ...]) -> None:
        """Until then, or until the audit ends or the host closes."""
        ends = [asyncio.ensure_future(self.stopping.wait())]
        ends += [asyncio.ensure_future(pace.shut.wait()) for pace in paces]
        try:
            await asyncio.wait(ends, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in ends:
                one.cancel()

    def _spend(self, own: Pace, address: Pace, share: float) -> None:
        for pace in {own, address}:
            pace.next = max(self._now(), pace.next) + pace.pause(self.delay) * share

    def _now(self) -> float:
        return asyncio.get_running_loop().time()


def _place(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or DEFAULT_PORTS.get(parts.scheme, 80)
