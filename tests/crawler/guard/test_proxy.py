import asyncio
import contextlib
import socket
from typing import Any

import pytest

from crawler.guard import Contact, Decision, Guard, GuardProxy

GREETING = b"\x05\x01\x00"


def by_name(host: str, port: int) -> bytes:
    return b"\x05\x01\x00\x03" + bytes([len(host)]) + host.encode() + port.to_bytes(2, "big")


def by_ip(ip: str, port: int) -> bytes:
    family, kind = (socket.AF_INET6, 4) if ":" in ip else (socket.AF_INET, 1)
    return b"\x05\x01\x00" + bytes([kind]) + socket.inet_pton(family, ip) + port.to_bytes(2, "big")


async def talk(proxy: GuardProxy, *said: bytes) -> bytes:
    """Everything that the proxy answers, until it or we are done."""
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
    for words in said:
        writer.write(words)
        await writer.drain()
        await asyncio.sleep(0.01)
    writer.write_eof()
    heard = await asyncio.wait_for(reader.read(), 5)
    writer.close()
    return heard


async def _rest(reader: asyncio.StreamReader) -> bytes:
    """What still comes; a connection that is reset brings nothing."""
    try:
        return await reader.read()
    except ConnectionResetError:
        return b""


def test_it_carries_what_the_guard_allows(listening: Any) -> None:
    async def scene() -> tuple[bytes, tuple[Contact, ...]]:
        async with listening() as listener:
            guard = Guard([f"agency.gov:80:127.0.0.1:{listener.port}"])
            async with GuardProxy(guard) as proxy:
                heard = await talk(proxy, GREETING, by_name("agency.gov", 80), b"hello\n")
                return heard, proxy.contacts()

    heard, contacts = asyncio.run(scene())
    assert heard.startswith(b"\x05\x00" + b"\x05\x00")
    assert heard.endswith(b"hello\n")
    assert contacts == (Contact("agency.gov", 80, Decision.CONNECTED),)


def test_early_words_are_not_lost(listening: Any) -> None:
    async def scene() -> bytes:
        async with listening() as listener:
            guard = Guard(allow_private=True)
            async with GuardProxy(guard) as proxy:
                return await talk(proxy, GREETING + by_ip("127.0.0.1", listener.port) + b"hi\n")

    assert asyncio.run(scene()).endswith(b"hi\n")


@pytest.mark.parametrize(
    ("request_", "decision", "code"),
    [
        pytest.param(by_name("localhost", 80), Decision.GUARD, 2, id="a private name"),
        pytest.param(by_ip("127.0.0.1", 80), Decision.GUARD, 2, id="a private address"),
        pytest.param(by_ip("::1", 80), Decision.GUARD, 2, id="a private IPv6 address"),
        pytest.param(by_ip("::ffff:127.0.0.1", 80), Decision.GUARD, 2, id="a mapped one"),
        pytest.param(by_name("2130706433", 80), Decision.GUARD, 2, id="a number"),
        pytest.param(by_name("www.GOOGLE-analytics.com", 443), Decision.ANALYTICS, 2, id="counter"),
        pytest.param(by_name("nowhere.invalid", 80), Decision.DNS, 4, id="an unknown name"),
    ],
)
def test_it_refuses_the_rest_and_remembers(request_: bytes, decision: Decision, code: int) -> None:
    async def scene() -> tuple[bytes, tuple[Contact, ...]]:
        async with GuardProxy(Guard()) as proxy:
            return await talk(proxy, GREETING, request_), proxy.contacts()

    heard, (contact,) = asyncio.run(scene())
    assert heard[2:4] == b"\x05" + bytes([code])
    assert contact.decision is decision
    assert contact.detail


def test_a_closed_port_is_told_as_refused() -> None:
    async def scene() -> Decision:
        async with GuardProxy(Guard(allow_private=True)) as proxy:
            await talk(proxy, GREETING, by_ip("127.0.0.1", 1))
            return proxy.contacts()[0].decision

    assert asyncio.run(scene()) is Decision.REFUSED


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        pytest.param(b"GET / HTTP/1.1\r\n\r\n", b"\x05\xff", id="HTTP"),
        pytest.param(b"\x04\x01\x00\x50", b"\x05\xff", id="SOCKS 4"),
        pytest.param(b"\x05\x01\x02", b"\x05\xff", id="with a password only"),
        pytest.param(GREETING + b"\x05\x03\x00\x01" + bytes(6), b"\x05\x07", id="UDP"),
        pytest.param(GREETING + b"\x05\x02\x00\x01" + bytes(6), b"\x05\x07", id="BIND"),
        pytest.param(GREETING + b"\x05\x01\x00\x09" + bytes(6), b"\x05\x08", id="odd address"),
    ],
)
def test_anything_but_a_connection_is_turned_away(said: bytes, answer: bytes) -> None:
    async def scene() -> bytes:
        async with GuardProxy(Guard(allow_private=True)) as proxy:
            return await talk(proxy, said)

    assert answer in asyncio.run(scene())


def test_large_answers_come_whole() -> None:
    size = 20_000_000

    async def pour(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(bytes(size))
        await writer.drain()
        writer.close()

    async def scene() -> int:
        server = await asyncio.start_server(pour, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with GuardProxy(Guard(allow_private=True)) as proxy:
            heard = await talk(proxy, GREETING, by_ip("127.0.0.1", port))
        server.close()
        return len(heard)

    assert asyncio.run(scene()) == size + 2 + 10


def test_a_silent_connection_is_cut(listening: Any) -> None:
    async def scene() -> bytes:
        async with (
            listening() as listener,
            GuardProxy(Guard(allow_private=True), idle_deadline=0.2) as proxy,
        ):
            reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
            writer.write(GREETING + by_ip("127.0.0.1", listener.port))
            await reader.readexactly(12)
            return await asyncio.wait_for(_rest(reader), 3)

    assert asyncio.run(scene()) == b""


def test_closing_cuts_everything(listening: Any) -> None:
    async def scene() -> bool:
        async with listening() as listener:
            async with GuardProxy(Guard(allow_private=True)) as proxy:
                reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
                writer.write(GREETING + by_ip("127.0.0.1", listener.port))
                await reader.readexactly(12)
            assert await asyncio.wait_for(_rest(reader), 3) == b""
            with pytest.raises(ConnectionRefusedError):
                await asyncio.open_connection("127.0.0.1", proxy.port)
            return True

    assert asyncio.run(scene())


def test_what_brings_more_than_any_page_needs_is_cut(listening: Any) -> None:
    async def scene() -> tuple[bytes, bytes, bytes]:
        async with listening() as listener:
            where = by_ip("127.0.0.1", listener.port)
            async with GuardProxy(Guard(allow_private=True), max_bytes=150) as proxy:
                first = await talk(proxy, GREETING, where, b"a" * 20 + b"\n")
                with contextlib.suppress(ConnectionResetError):
                    await talk(proxy, GREETING, where, b"b" * 200 + b"\n")
                refused = await talk(proxy, GREETING, where)
                proxy.forget()
                return first, refused, await talk(proxy, GREETING, where, b"d\n")

    first, refused, after = asyncio.run(scene())
    assert first.endswith(b"a" * 20 + b"\n")
    assert refused[3:4] == b"\x01"
    assert after.endswith(b"d\n")
