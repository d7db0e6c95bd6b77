"""The guard as the resolver of Scrapy's reactor.

Wired by `TWISTED_DNS_RESOLVER = "crawler.guard.twisted.GuardResolver"`; the guard itself is the
object in `settings["GUARD"]`. Twisted's endpoints ask this resolver about IP literals too, so
nothing that Scrapy's HTTP handlers connect to goes past it.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

from scrapy.crawler import Crawler
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IAddress, IHostnameResolver, IHostResolution
from zope.interface import implementer  # type: ignore[import-untyped]

from crawler.guard.guard import Guard


@implementer(IHostResolution)
class _Resolution:
    """A look-up under way."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.task: asyncio.Task[None] | None = None

    def cancel(self) -> None:
        """Give the look-up up."""
        if self.task:
            self.task.cancel()


@implementer(IHostnameResolver)
class GuardResolver:
    """Answers with the addresses that the guard allows, under the port it says, or with none.

    Twisted has no way to say why there is none: ask `Guard.resolve` again, it remembers.
    """

    def __init__(self, reactor: Any, guard: Guard) -> None:
        self._reactor = reactor
        self._guard = guard

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> "GuardResolver":
        """Scrapy's way to make one.

        Raises:
            TypeError: `settings["GUARD"]` is no guard.
        """
        guard = crawler.settings.get("GUARD")
        if not isinstance(guard, Guard):
            raise TypeError('settings["GUARD"] must be a crawler.guard.Guard.')
        return cls(reactor, guard)

    def install_on_reactor(self) -> None:
        """Make the reactor ask here; Scrapy's CrawlerProcess calls it, a CrawlerRunner does not."""
        self._reactor.installNameResolver(self)

    def resolveHostName(  # noqa: N802  Twisted's name
        self,
        resolutionReceiver: Any,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803, ARG002
        transportSemantics: str = "TCP",  # noqa: N803, ARG002
    ) -> Any:
        """See `IHostnameResolver`."""
        resolution = _Resolution(hostName)
        work = self._answer(resolution, resolutionReceiver, portNumber)
        resolution.task = asyncio.ensure_future(work)
        return resolution

    async def _answer(self, resolution: _Resolution, receiver: Any, port: int) -> None:
        receiver.resolutionBegan(resolution)
        try:
            for address in await self._guard.resolve(resolution.name, port):
                kind = IPv6Address if ":" in address.ip else IPv4Address
                receiver.addressResolved(kind("TCP", address.ip, address.port))
        except OSError:
            pass  # no address is the answer
        finally:
            receiver.resolutionComplete()
