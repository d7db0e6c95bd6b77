"""Connections that the guard has allowed, for aiohttp and for bare TLS probes."""

import asyncio
import socket
import ssl as tls
from typing import Any

from aiohttp import TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult

from crawler.guard.guard import Guard, Refused

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def open_socket(guard: Guard, host: str, port: int, *, deadline: float = 10) -> socket.socket:
    """A connected, non-blocking TCP socket to the first address that answers.

    Raises:
        Refused, Unresolved: as `Guard.resolve` says.
        OSError: no address answered; TimeoutError where one took longer than `deadline`.
    """
    last: OSError = OSError("no address")
    for address in await guard.resolve(host, port):
        family = socket.AF_INET6 if ":" in address.ip else socket.AF_INET
        plug = socket.socket(family, socket.SOCK_STREAM)
        plug.setblocking(False)
        try:
            where = (address.ip, address.port)
            await asyncio.wait_for(asyncio.get_running_loop().sock_connect(plug, where), deadline)
        except OSError as error:
            plug.close()
            last = error
        except BaseException:
            plug.close()
            raise
        else:
            return plug
    raise last


async def open_connection(
    guard: Guard,
    host: str,
    port: int,
    *,
    ssl: tls.SSLContext | None = None,
    server_hostname: str | None = None,
    deadline: float = 10,
) -> Streams:
    """asyncio's streams over `open_socket`, with TLS where a context is given.

    Raises:
        ssl.SSLError: the handshake failed; and as `open_socket` says.
    """
    plug = await open_socket(guard, host, port, deadline=deadline)
    name = (server_hostname or host) if ssl else None
    try:
        return await asyncio.wait_for(
            asyncio.open_connection(sock=plug, ssl=ssl, server_hostname=name), deadline
        )
    except BaseException:
        plug.close()
        raise


def aiohttp_connector(guard: Guard, **options: Any) -> TCPConnector:
    """A connector for `aiohttp.ClientSession`; options go to `TCPConnector`, for example ssl.

    aiohttp asks no resolver about IP addresses in URLs, so each address is judged once more
    where its socket is made.
    """

    def plug(info: Any) -> socket.socket:
        family, kind, protocol, _, where = info
        if not guard.permits(where[0], where[1]):
            raise Refused(f"{where[0]} is a private address; see --allow-private.")
        made = socket.socket(family, kind, protocol)
        made.setblocking(False)
        return made

    return TCPConnector(
        resolver=_Resolver(guard), socket_factory=plug, use_dns_cache=False, **options
    )


class _Resolver(AbstractResolver):
    """The guard's answers in the form that aiohttp wants."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,  # noqa: ARG002  aiohttp's
    ) -> list[ResolveResult]:
        found = await self._guard.resolve(host, port)
        return [
            ResolveResult(
                hostname=host,
                host=address.ip,
                port=address.port,
                family=socket.AF_INET6 if ":" in address.ip else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in found
        ]

    async def close(self) -> None:
        """Nothing is held open."""
