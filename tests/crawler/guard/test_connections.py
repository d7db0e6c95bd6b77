import asyncio
from typing import Any

import aiohttp
import pytest

from crawler.guard import Guard, Refused, aiohttp_connector, open_connection, open_socket


async def get(guard: Guard, url: str) -> str:
    async with (
        aiohttp.ClientSession(connector=aiohttp_connector(guard)) as session,
        session.get(url) as answer,
    ):
        return await answer.text()


def test_a_socket_goes_where_the_table_says(listening: Any) -> None:
    async def scene() -> str:
        async with listening() as listener:
            guard = Guard([f"agency.gov:443:127.0.0.1:{listener.port}"])
            with await open_socket(guard, "agency.gov", 443) as plug:
                return f"{plug.getpeername()[1] == listener.port} {plug.gettimeout()}"

    assert asyncio.run(scene()) == "True 0.0"


def test_streams_speak_over_such_a_socket(listening: Any) -> None:
    async def scene() -> bytes:
        async with listening() as listener:
            guard = Guard([f"agency.gov:80:127.0.0.1:{listener.port}"])
            reader, writer = await open_connection(guard, "agency.gov", 80)
            writer.write(b"hello\n")
            said = await reader.read()
            writer.close()
            return said

    assert asyncio.run(scene()).endswith(b"hello\n")


def test_a_closed_port_is_an_answer() -> None:
    with pytest.raises(ConnectionRefusedError):
        asyncio.run(open_socket(Guard(allow_private=True), "127.0.0.1", 1))


def test_no_socket_is_made_to_a_private_address(listening: Any) -> None:
    async def scene() -> int:
        async with listening() as listener:
            with pytest.raises(Refused):
                await open_socket(Guard(), "127.0.0.1", listener.port)
            return int(listener.came)

    assert asyncio.run(scene()) == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:7f00:1]"])
@pytest.mark.parametrize("allowed", [False, True])
def test_aiohttp_reaches_private_addresses_only_where_allowed(
    listening: Any, host: str, allowed: bool
) -> None:
    async def scene() -> int:
        async with listening() as listener:
            url = f"http://{host}:{listener.port}/"
            if allowed:
                assert "GET / HTTP" in await get(Guard(allow_private=True), url)
            else:
                with pytest.raises((aiohttp.ClientError, Refused)):
                    await get(Guard(), url)
            return int(listener.came)

    assert asyncio.run(scene()) == int(allowed)


def test_aiohttp_follows_the_table(listening: Any) -> None:
    async def scene() -> str:
        async with listening() as listener:
            guard = Guard([f"agency.gov::127.0.0.1:{listener.port}"], closed=True)
            return await get(guard, "http://agency.gov/x")

    assert asyncio.run(scene()).startswith("GET /x ")
