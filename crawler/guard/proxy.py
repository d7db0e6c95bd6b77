"""A small SOCKS 5 proxy: the browser's only way out."""

import asyncio
from collections.abc import Callable

from crawler.guard.analytics import Analytics, analytics
from crawler.guard.contact import Contact, Decision
from crawler.guard.guard import Guard, Refused, Unresolved
from crawler.guard.splice import Client, Upstream

MAX_CONTACTS = 1000
MAX_CONNECTIONS = 256
# Of one page: what is longer has no end.
MAX_BYTES = 256 * 2**20


class GuardProxy:
    """Resolves with the guard, refuses what must not be reached, and carries the rest.

    One for each page slot, so that its contacts can be told of one page. It listens on loopback
    only, and only within `async with` or between `start` and `close`.

    Args:
        guard: who judges addresses.
        blocked: hosts that are recorded and cut off.
        connect_deadline: seconds to look up and connect.
        idle_deadline: seconds without a byte in either direction.
        max_bytes: that come for the browser until `forget`; whatever brings more is cut.
    """

    def __init__(
        self,
        guard: Guard,
        blocked: Analytics | None = None,
        *,
        connect_deadline: float = 10.0,
        idle_deadline: float = 60.0,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        self._max_bytes = max_bytes
        self._carried = 0
        self._guard = guard
        self._blocked = blocked or analytics()
        self._connect_deadline = connect_deadline
        self.idle_deadline = idle_deadline
        self._server: asyncio.Server | None = None
        self._clients: set[Client] = set()
        self._contacts: dict[Contact, None] = {}
        self._sweeper: asyncio.TimerHandle | None = None
        self.port = 0

    @property
    def url(self) -> str:
        """The proxy as Chromium wants it written."""
        return f"socks5://127.0.0.1:{self.port}"

    async def start(self) -> "GuardProxy":
        """Listen on a free port of loopback.

        Raises:
            OSError: no port is to be had.
        """
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: Client(self), "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        self._sweep()
        return self

    async def close(self) -> None:
        """Stop listening and cut every connection."""
        if self._sweeper:
            self._sweeper.cancel()
        if self._server:
            self._server.close()
        for client in tuple(self._clients):
            client.abort()

    async def __aenter__(self) -> "GuardProxy":
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def contacts(self) -> tuple[Contact, ...]:
        """What was asked for since the start or `forget`, each once, in order; at most 1,000."""
        return tuple(self._contacts)

    def forget(self) -> None:
        """Begin a new list of contacts, and a new count of bytes."""
        self._contacts = {}
        self._carried = 0

    def carry(self, size: int) -> bool:
        """Count bytes that came for the browser; False where there are too many."""
        self._carried += size
        return self._carried <= self._max_bytes

    def enter(self, client: Client) -> bool:
        """A client has come; False where there are too many."""
        if len(self._clients) >= MAX_CONNECTIONS:
            return False
        self._clients.add(client)
        return True

    def leave(self, client: Client) -> None:
        """A client has gone."""
        self._clients.discard(client)

    async def dial(
        self, host: str, port: int, upstream: Callable[[], Upstream]
    ) -> tuple[Decision, Upstream | None]:
        """Judge a request and connect; what came of it is remembered as a contact."""
        decision, detail, carried = await self._dial(host, port, upstream)
        if len(self._contacts) < MAX_CONTACTS:
            self._contacts[Contact(host, port, decision, detail)] = None
        return decision, carried

    async def _dial(
        self, host: str, port: int, upstream: Callable[[], Upstream]
    ) -> tuple[Decision, str, Upstream | None]:
        if self._carried > self._max_bytes:
            return Decision.ERROR, "more was sent than any page needs", None
        if self._blocked.counts(host):
            return Decision.ANALYTICS, "it counts visitors", None
        try:
            async with asyncio.timeout(self._connect_deadline):
                return Decision.CONNECTED, "", await self._connect(host, port, upstream)
        except Refused as error:
            return Decision.GUARD, str(error), None
        except Unresolved as error:
            return Decision.DNS, str(error), None
        except ConnectionRefusedError:
            return Decision.REFUSED, f"{host}:{port} refused the connection.", None
        except TimeoutError:
            return Decision.TIMEOUT, f"{host}:{port} did not answer in time.", None
        except OSError as error:
            return Decision.ERROR, f"{host}:{port}: {error.strerror or error}", None

    async def _connect(self, host: str, port: int, upstream: Callable[[], Upstream]) -> Upstream:
        loop = asyncio.get_running_loop()
        last: OSError = Unresolved(host)
        for address in await self._guard.resolve(host, port):
            try:
                _, carried = await loop.create_connection(upstream, address.ip, address.port)
            except OSError as error:
                last = error
            else:
                return carried
        raise last

    def _sweep(self) -> None:
        loop = asyncio.get_running_loop()
        for client in tuple(self._clients):
            client.abort_if_idle(loop.time() - self.idle_deadline)
        self._sweeper = loop.call_later(self.idle_deadline / 4, self._sweep)
