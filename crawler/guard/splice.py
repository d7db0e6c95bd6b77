"""The proxy's two ends of one connection, with flow control from transport to transport."""

import asyncio
from collections.abc import Callable
from typing import Protocol, cast

from crawler.guard import socks
from crawler.guard.contact import Decision

BUFFER = 256 * 1024
MAX_HANDSHAKE = 1024


class Exchange(Protocol):
    """What a client needs of the proxy."""

    def enter(self, client: "Client") -> bool: ...

    def leave(self, client: "Client") -> None: ...

    async def dial(
        self, host: str, port: int, upstream: Callable[[], "Upstream"]
    ) -> tuple[Decision, "Upstream | None"]: ...

    def carry(self, size: int) -> bool: ...


class _End(asyncio.Protocol):
    """One end; what comes in goes out at its peer, no faster than the peer takes it."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.peer: _End | None = None
        self.ended = False
        self.last = 0.0
        self._clock = asyncio.get_running_loop().time

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self.transport.set_write_buffer_limits(high=BUFFER)
        self.last = self._clock()

    def data_received(self, data: bytes) -> None:
        self.last = self._clock()
        if self.peer and self.peer.transport:
            self.peer.transport.write(data)

    def eof_received(self) -> bool:
        """Half a close is passed on as half a close; True keeps the other half open."""
        self.ended = True
        if not self.peer or not self.peer.transport or self.peer.ended:
            return False
        self.peer.transport.write_eof()
        return True

    def pause_writing(self) -> None:
        if self.peer and self.peer.transport:
            self.peer.transport.pause_reading()

    def resume_writing(self) -> None:
        if self.peer and self.peer.transport:
            self.peer.transport.resume_reading()

    def connection_lost(self, exc: Exception | None) -> None:
        if self.peer and self.peer.transport:
            if exc:
                self.peer.transport.abort()
            else:
                self.peer.transport.close()
        self.peer = None


class Upstream(_End):
    """The end at the server; it listens once the browser has its answer."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        if self.transport:
            self.transport.pause_reading()

    def data_received(self, data: bytes) -> None:
        if not isinstance(self.peer, Client) or self.peer.carries(len(data)):
            super().data_received(data)


class Client(_End):
    """The end at the browser: first SOCKS, then bytes."""

    def __init__(self, exchange: Exchange) -> None:
        super().__init__()
        self._exchange = exchange
        self._pending = b""
        self._greeted = False
        self._dialing: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        if not self._exchange.enter(self):
            self.abort()

    def data_received(self, data: bytes) -> None:
        if self.peer:
            super().data_received(data)
            return
        self._pending += data
        try:
            self._handshake()
        except socks.BadRequest as error:
            self._send(error.reply)
            self._finish()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._exchange.leave(self)
        if self._dialing:
            self._dialing.cancel()

    def carries(self, size: int) -> bool:
        """Whether so many bytes more may come; where not, this connection is cut."""
        allowed = self._exchange.carry(size)
        if not allowed:
            self.abort()
        return allowed

    def abort(self) -> None:
        """Cut the connection at both ends."""
        for end in (self.peer, self):
            if end and end.transport:
                end.transport.abort()

    def abort_if_idle(self, since: float) -> None:
        """Cut it where no byte has come from either end since then (the loop's clock)."""
        if max(self.last, self.peer.last if self.peer else 0.0) < since:
            self.abort()

    def _handshake(self) -> None:
        if len(self._pending) > MAX_HANDSHAKE and not self._dialing:
            raise socks.BadRequest(b"")
        if not self._greeted:
            length = socks.read_greeting(self._pending)
            if not length:
                return
            self._greeted, self._pending = True, self._pending[length:]
            self._send(socks.NO_AUTHENTICATION)
        if self._dialing or not (asked := socks.read_request(self._pending)):
            return
        self._pending = self._pending[asked.length :]
        if self.transport:
            self.transport.pause_reading()
        self._dialing = asyncio.ensure_future(self._dial(asked.host, asked.port))

    async def _dial(self, host: str, port: int) -> None:
        decision, upstream = await self._exchange.dial(host, port, Upstream)
        self._send(socks.reply(decision))
        if not upstream or not upstream.transport or not self.transport:
            self._finish()
        elif self.transport.is_closing():
            upstream.transport.abort()
        else:
            self.peer, upstream.peer = upstream, self
            upstream.transport.write(self._pending)
            self._pending = b""
            upstream.transport.resume_reading()
            self.transport.resume_reading()

    def _send(self, data: bytes) -> None:
        if self.transport and not self.transport.is_closing():
            self.transport.write(data)

    def _finish(self) -> None:
        if self.transport:
            self.transport.close()
