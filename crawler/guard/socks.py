"""The words of SOCKS 5 that the proxy needs (RFC 1928), apart from any socket."""

import socket
from dataclasses import dataclass

from crawler.guard.contact import Decision

NO_AUTHENTICATION = b"\x05\x00"
NO_ACCEPTABLE_METHOD = b"\x05\xff"
UNSUPPORTED_COMMAND = b"\x07"
UNSUPPORTED_ADDRESS = b"\x08"

_REPLIES = {
    Decision.CONNECTED: b"\x00",
    Decision.ANALYTICS: b"\x02",
    Decision.GUARD: b"\x02",
    Decision.DNS: b"\x04",
    Decision.REFUSED: b"\x05",
    Decision.TIMEOUT: b"\x04",
    Decision.ERROR: b"\x01",
}


class BadRequest(ValueError):  # noqa: N818
    """What came is no CONNECT request; `reply` is what to answer with."""

    def __init__(self, reply: bytes) -> None:
        super().__init__("not a SOCKS 5 CONNECT request")
        self.reply = reply


@dataclass(frozen=True, slots=True)
class Asked:
    """A CONNECT request, and how many bytes it took."""

    host: str
    port: int
    length: int


def reply(decision: Decision) -> bytes:
    """The answer to a request; the bound address is none of the client's business."""
    return refusal(_REPLIES[decision])


def refusal(code: bytes) -> bytes:
    """A reply of that code, section 6."""
    return b"\x05" + code + b"\x00\x01" + bytes(6)


def read_greeting(data: bytes) -> int:
    """The length of the client's greeting (section 3), or 0 where more must come.

    Raises:
        BadRequest: another version, or authentication is insisted on.
    """
    if data[:1] != b"\x05":
        raise BadRequest(NO_ACCEPTABLE_METHOD)
    if len(data) < 2 or len(data) < 2 + data[1]:
        return 0
    if 0 not in data[2 : 2 + data[1]]:
        raise BadRequest(NO_ACCEPTABLE_METHOD)
    return 2 + data[1]


def read_request(data: bytes) -> Asked | None:
    """The request (section 4), or None where more must come.

    Raises:
        BadRequest: another command than CONNECT, or an address of an unknown kind.
    """
    if len(data) < 5:
        return None
    if data[:2] != b"\x05\x01":
        raise BadRequest(refusal(UNSUPPORTED_COMMAND))
    start, size = {1: (4, 4), 3: (5, data[4]), 4: (4, 16)}.get(data[3], (0, 0))
    if not size:
        raise BadRequest(refusal(UNSUPPORTED_ADDRESS))
    end = start + size
    if len(data) < end + 2:
        return None
    return Asked(
        _host(data[3], data[start:end]), int.from_bytes(data[end : end + 2], "big"), end + 2
    )


def _host(kind: int, raw: bytes) -> str:
    if kind == 3:
        return raw.decode("latin-1").rstrip(".").lower()
    return socket.inet_ntop(socket.AF_INET if kind == 1 else socket.AF_INET6, raw)
