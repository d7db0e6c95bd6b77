"""The probes' parts over loopback, as a crawl wires them."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from crawler.client import ProbeClient
from crawler.guard import Guard
from crawler.turns import Turns
from tests.flow.loopback import Loopback

T = TypeVar("T")


def table(served: Loopback) -> list[str]:
    """The connect-to entries of a server."""
    return [entry for entry in served.connect_to if entry != "--connect-to"]


def probing(
    work: Callable[[ProbeClient], Awaitable[T]],
    connect_to: list[str],
    *,
    delay: float = 0.0,
    ca_file: str = "",
    headers: dict[str, str] | None = None,
) -> T:
    """What some work with a probe client comes to, in a loop of its own."""

    async def main() -> T:
        guard = Guard(connect_to, closed=True)
        client = ProbeClient(
            guard,
            Turns(guard, delay),
            user_agent="Test",
            ca_file=ca_file,
            headers=lambda _url: headers or {},
        )
        try:
            return await work(client)
        finally:
            await client.close()
            guard.close()

    return asyncio.run(main())
