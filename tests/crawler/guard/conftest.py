"""A listener on loopback that counts who comes."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

import pytest


@dataclass
class Listener:
    """Answers each connection with its first line, and counts them."""

    port: int = 0
    came: int = 0

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.came += 1
        try:
            line = await reader.readline()
            writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: ")
            writer.write(f"{len(line)}\r\n\r\n".encode() + line)
            await writer.drain()
        except ConnectionResetError:
            pass  # the proxy cut it, which is what some tests ask for
        finally:
            writer.close()


@pytest.fixture
def listening() -> Callable[[], AbstractAsyncContextManager[Listener]]:
    """`async with listening() as listener` gives a listener on a free port."""

    @asynccontextmanager
    async def listen() -> AsyncIterator[Listener]:
        listener = Listener()
        server = await asyncio.start_server(listener.answer, "127.0.0.1", 0)
        listener.port = server.sockets[0].getsockname()[1]
        yield listener
        server.close()

    return listen
