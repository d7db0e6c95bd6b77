"""Every way to write this machine, through every door but the browser's: a listener counts."""

import asyncio
import contextlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from crawler.client import ProbeClient, verifying
from crawler.guard import Guard, is_public
from crawler.observers.endpoints import observe_endpoint
from crawler.observers.tls import TlsObserver
from crawler.robots import Robots
from crawler.turns import Turns

HOSTS = {
    "literal": "127.0.0.1",
    "decimal": "2130706433",
    "octal": "0177.0.0.1",
    "hexadecimal": "0x7f.0.0.1",
    "short": "127.1",
    "IPv6-mapped": "[::ffff:127.0.0.1]",
    "mapped in hexadecimal": "[::ffff:7f00:1]",
    "NAT64": "[64:ff9b::7f00:1]",
    "6to4": "[2002:7f00:1::]",
    "a name": "localhost",
    "a rooted name": "localhost.",
}
# Where allowed, these would leave the machine: only tried where they are refused.
UNROUTED = {"NAT64", "6to4"}
# What aiohttp takes for no host.
UNASKED = {"decimal", "octal", "short"}
REBOUND = "rebound.test"


def client(guard: Guard) -> ProbeClient:
    turns = Turns(guard, 0)
    return ProbeClient(guard, turns, user_agent="x", ca_file="", headers=lambda _: {})


async def by_probe(guard: Guard, host: str, port: int) -> None:
    asking = client(guard)
    try:
        await asking.get(f"http://{host}:{port}/")
    except (aiohttp.ClientError, OSError, ValueError):
        return
    finally:
        await asking.close()


async def by_tls(guard: Guard, host: str, port: int) -> None:
    with contextlib.suppress(OSError):
        await TlsObserver(Turns(guard, 0), guard, verifying("")).observe(host.strip("[]"), port)


async def by_door(guard: Guard, host: str, port: int) -> None:
    """A public door that sends the visitor there."""

    async def send(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        to = f"Location: http://{host}:{port}/".encode()
        writer.write(b"HTTP/1.1 302 Found\r\n" + to + b"\r\nContent-Length: 0\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(send, "127.0.0.1", 0) as server:
        there = server.sockets[0].getsockname()[1]
        led = Guard([f"door.test:80:127.0.0.1:{there}"], guard.allow_private)
        asking = client(led)
        await observe_endpoint(asking, Robots(asking, ignore=True), "http://door.test/")
        await asking.close()


DOORS = {"probe": by_probe, "TLS observer": by_tls, "redirect of a door": by_door}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("host", "allowed"),
    [(host, on) for host in HOSTS for on in (False, True)[: 2 - (host in UNROUTED)]],
)
def test_no_trick_leads_here(listening: Any, door: str, host: str, allowed: bool) -> None:
    async def scene() -> int:
        async with listening() as listener:
            await DOORS[door](Guard(allow_private=allowed), HOSTS[host], listener.port)
            return int(listener.came)

    shut = () if door == "TLS observer" else UNASKED
    assert (asyncio.run(scene()) > 0) is (allowed and host not in shut)


def rebinding() -> Callable[[str], tuple[str, ...]]:
    """A name that is public when it is asked for first, and here ever after."""
    answers = iter([("192.0.2.1",)])
    return lambda _: next(answers, ("127.0.0.1",))


@pytest.mark.parametrize("allowed", [False, True], ids=["refused", "allowed"])
@pytest.mark.parametrize("door", ["probe", "TLS observer"])
def test_nor_does_a_name_that_moves_here(
    listening: Any, monkeypatch: pytest.MonkeyPatch, door: str, allowed: bool
) -> None:
    monkeypatch.setattr("crawler.guard.guard.FOUND_TTL", 0.0)
    monkeypatch.setattr("crawler.guard.guard._addresses", rebinding())
    monkeypatch.setattr(
        "crawler.guard.guard.is_public", lambda ip: ip == "192.0.2.1" or is_public(ip)
    )

    async def scene() -> int:
        async with listening() as listener:
            guard = Guard(allow_private=allowed)
            assert (await guard.resolve(REBOUND, listener.port))[0].ip == "192.0.2.1"
            await DOORS[door](guard, REBOUND, listener.port)
            return int(listener.came)

    assert (asyncio.run(scene()) > 0) is allowed


SCRIPT = """
import sys
from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcess
from crawler.guard import Guard, guard

answers = iter([("192.0.2.1",)])
real = guard._addresses
guard._addresses = lambda n: next(answers, ("127.0.0.1",)) if n == "rebound.test" else real(n)
guard.FOUND_TTL = 0.0

class One(Spider):
    name = "one"
    async def start(self):
        for url in sys.argv[3:]:
            yield Request(url, dont_filter=True, errback=lambda failure: None)
    def parse(self, response):
        print("seen", response.url)

print("known", guard._addresses("rebound.test")[0])
judge = Guard(allow_private=sys.argv[1] == "allow")
process = CrawlerProcess({
    "GUARD": judge, "TWISTED_DNS_RESOLVER": "crawler.guard.twisted.GuardResolver",
    "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False, "RETRY_ENABLED": False,
    "LOG_ENABLED": False, "HTTPPROXY_ENABLED": False, "DOWNLOAD_TIMEOUT": 5,
})
process.crawl(One)
process.start()
"""


@pytest.mark.parametrize("allow", ["refuse", "allow"])
def test_nor_does_scrapy(listening: Any, allow: str) -> None:
    """All tricks in one process, for a reactor cannot be started twice."""

    async def scene() -> tuple[int, str]:
        async with listening() as listener:
            tried = HOSTS.keys() - (UNROUTED if allow == "allow" else set())
            there = [*(HOSTS[host] for host in tried), REBOUND]
            urls = [f"http://{host}:{listener.port}/{n}" for n, host in enumerate(there)]
            command = (sys.executable, "-c", SCRIPT, allow, str(listener.port), *urls)
            root = Path(__file__).parents[3]
            done = await asyncio.to_thread(
                subprocess.run, command, capture_output=True, text=True, timeout=60, cwd=root
            )
            return int(listener.came), done.stdout

    came, said = asyncio.run(scene())
    assert "known 192.0.2.1" in said
    reached = len(HOSTS) - len(UNROUTED) + 1
    assert (came, said.count("seen")) == ((reached, reached) if allow == "allow" else (0, 0))
