"""Which site is begun next: in order, but few at one address, for they share its pace."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from itertools import islice
from urllib.parse import urlsplit

from crawler.guard import Guard
from ideaaudit.models import Target
from ideaaudit.web import DEFAULT_PORTS

# With more of them the probes of each would wait longer for their turns than they have time.
MOST_AT_AN_ADDRESS = 2
LOOKED_AHEAD = 200
MOMENT = 0.5


class Lineup:
    """The sites that wait.

    Args:
        stopping: says whether none is to be begun any more.
        paced: whether requests to one address wait for each other at all.
    """

    def __init__(
        self, targets: Iterable[Target], guard: Guard, stopping: Callable[[], bool], *, paced: bool
    ) -> None:
        # A dict, for any of them may be taken out.
        self._waiting = {target.site: target for target in targets}
        self._guard = guard
        self._stopping = stopping
        self._paced = paced
        self._addresses: dict[str, str] = {}
        self._busy: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._waiting)

    @asynccontextmanager
    async def next(self) -> AsyncIterator[Target | None]:
        """The next site, in flight until the context ends; None where none is left to begin."""
        target = await self._take()
        address = self._addresses.pop(target.site, "") if target else ""
        try:
            yield target
        finally:
            self._busy[address] -= 1

    async def _take(self) -> Target | None:
        while self._waiting and not self._stopping():
            for target in list(islice(self._waiting.values(), LOOKED_AHEAD)):
                address = await self._address(target)
                free = not address or self._busy[address] < MOST_AT_AN_ADDRESS
                # Another worker may have taken it while its name was looked up.
                taken = self._waiting.pop(target.site, None) if free else None
                if taken is not None:
                    self._busy[address] += 1
                    return taken
            await asyncio.sleep(MOMENT)
        return None

    async def _address(self, target: Target) -> str:
        """Where a site is; "" where that does not matter, or is not known."""
        if not self._paced or target.excluded:
            return ""
        if target.site not in self._addresses:
            parts = urlsplit(target.url)
            port = parts.port or DEFAULT_PORTS.get(parts.scheme, 443)
            try:
                found = (await self._guard.resolve(parts.hostname or "", port))[0].ip
            except OSError:
                found = ""
            self._addresses[target.site] = found
        return self._addresses[target.site]
