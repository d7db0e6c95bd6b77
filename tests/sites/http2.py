"""HTTP/2 (RFC 9113) for the samples, beside HTTP/1.1: the handshake chooses (RFC 7301)."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aiohttp import web
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import DataReceived, Event, RequestReceived, StreamEnded, StreamReset
from h2.exceptions import ProtocolError

HTTP1 = "http/1.1"
HTTP2 = "h2"
HTTP1_ONLY = "http1-only"


@dataclass(frozen=True, slots=True)
class Told:
    """A whole answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes


# What answers a request: its pseudo-headers and headers, by their names.
Answerer = Callable[[dict[str, str]], Told]


class EitherServer(web.Server):  # type: ignore[type-arg]
    """A server of HTTP/1.1, with an `answerer` for connections that chose HTTP/2."""

    answerer: Answerer

    def __call__(self) -> "_Either":  # type: ignore[override]
        return _Either(super().__call__, lambda: Http2(self.answerer))


class _Either(asyncio.Protocol):
    """A connection until it is known what it speaks."""

    def __init__(self, *makers: Callable[[], asyncio.BaseProtocol]) -> None:
        self._http1, self._http2 = makers

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        tls = transport.get_extra_info("ssl_object")
        chosen = self._http2() if tls and tls.selected_alpn_protocol() == HTTP2 else self._http1()
        transport.set_protocol(chosen)
        chosen.connection_made(transport)


class Http2(asyncio.Protocol):
    """One connection."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer
        self._h2 = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
        self._asked: dict[int, dict[str, str]] = {}
        self._unsent: dict[int, bytes] = {}
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._h2.initiate_connection()
        transport.write(self._h2.data_to_send())

    def data_received(self, data: bytes) -> None:
        assert self._transport
        try:
            for event in self._h2.receive_data(data):
                self._note(event)
            for stream in list(self._unsent):
                self._send(stream)
        except ProtocolError:
            self._transport.close()
        self._transport.write(self._h2.data_to_send())

    def _note(self, event: Event) -> None:
        if isinstance(event, RequestReceived):
            self._asked[event.stream_id] = dict(event.headers)  # type: ignore[arg-type]
        elif isinstance(event, DataReceived):
            self._h2.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
        elif isinstance(event, StreamEnded):
            self._answer(event.stream_id)
        elif isinstance(event, StreamReset):
            self._asked.pop(event.stream_id, None)
            self._unsent.pop(event.stream_id, None)

    def _answer(self, stream: int) -> None:
        told = self._answerer(self._asked.pop(stream))
        headers = [(name.lower(), value) for name, value in told.headers.items()]
        self._h2.send_headers(stream, [(":status", str(told.status)), *headers])
        self._unsent[stream] = told.body

    def _send(self, stream: int) -> None:
        """As much as the window has room for; the rest goes once there is more."""
        room = self._h2.local_flow_control_window(stream)
        now, later = self._unsent[stream][:room], self._unsent[stream][room:]
        size = self._h2.max_outbound_frame_size
        for start in range(0, len(now), size):
            self._h2.send_data(stream, now[start : start + size])
        if later:
            self._unsent[stream] = later
        else:
            self._h2.end_stream(stream)
            del self._unsent[stream]
