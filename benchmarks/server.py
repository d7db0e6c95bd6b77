"""A web server that costs little, in a process of its own on the machine's last core."""

import asyncio
import os
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

LAST_CORE = max(os.sched_getaffinity(0))
OTHER_CORES = os.sched_getaffinity(0) - {LAST_CORE} or {LAST_CORE}
# Origin and path to status, media type and body (of a redirect: where to); made in the server's
# process.
Answer = Callable[[str, str], tuple[int, str, bytes]]
REASONS = {200: "OK", 301: "Moved Permanently", 404: "Not Found"}


@dataclass(frozen=True, slots=True)
class Server:
    """One that runs: its process and the ports that it listens at."""

    pid: int
    http: int
    https: int


class _Protocol(asyncio.Protocol):
    """HTTP/1.1 as far as a GET has it."""

    def __init__(self, answer: Answer, scheme: str) -> None:
        self._answer = answer
        self._scheme = scheme
        self._waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._waiting += data
        while b"\r\n\r\n" in self._waiting:
            head, _, self._waiting = self._waiting.partition(b"\r\n\r\n")
            self._reply(head.decode("latin-1").split("\r\n"))

    def _reply(self, lines: list[str]) -> None:
        headers = {name.lower(): value.strip() for name, _, value in map(_parted, lines[1:])}
        path = lines[0].split(" ")[1]
        origin = f"{self._scheme}://{headers.get('host', '')}"
        status, kind, body = self._answer(origin, path)
        to = f"Location: {body.decode()}\r\n" if status == 301 else ""
        fresh = "no-store" if kind.startswith("text/html") else "max-age=3600"
        ends = headers.get("connection", "").lower() == "close"
        self._transport.write(
            f"HTTP/1.1 {status} {REASONS[status]}\r\nContent-Type: {kind}\r\n{to}"
            f"Cache-Control: {fresh}\r\nContent-Length: {len(body)}\r\n"
            f"Connection: {'close' if ends else 'keep-alive'}\r\n\r\n".encode()
            + body
        )
        if ends:
            self._transport.close()


def _parted(line: str) -> tuple[str, str, str]:
    return line.partition(":")


@contextmanager
def serving(
    make: Callable[..., Answer],
    *given: object,
    addresses: Sequence[str] = ("127.0.0.1",),
    certificate: Path | None = None,
) -> Iterator[Server]:
    """A server that is gone at the end.

    Args:
        make: gives the answers, called with `given` in the server's process.
        addresses: those that it listens at, each at the same two ports.
        certificate: a PEM file with key and chain; without it nothing answers to HTTPS.
    """
    here, there = get_context("spawn").Pipe()
    made = (there, make, given, addresses, certificate)
    process = get_context("spawn").Process(target=_run, args=made, daemon=True)
    process.start()
    try:
        http, https = here.recv()
        yield Server(process.pid or 0, http, https)
    finally:
        process.terminate()
        process.join()


def _run(
    pipe: Connection,
    make: Callable[..., Answer],
    given: tuple[object, ...],
    addresses: Sequence[str],
    certificate: Path | None,
) -> None:
    os.sched_setaffinity(0, {LAST_CORE})
    asyncio.run(_serve(pipe, make(*given), addresses, certificate))


async def _serve(
    pipe: Connection, answer: Answer, addresses: Sequence[str], certificate: Path | None
) -> None:
    loop = asyncio.get_running_loop()

    async def listen(context: ssl.SSLContext | None) -> int:
        port, scheme = 0, "https" if context else "http"
        for address in addresses:
            made = await loop.create_server(
                lambda: _Protocol(answer, scheme), address, port, ssl=context, backlog=512
            )
            port = made.sockets[0].getsockname()[1]
        return port

    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    pipe.send((await listen(None), await listen(context) if context else 0))
    await asyncio.Event().wait()
