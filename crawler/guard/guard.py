"""Which addresses may be reached, decided when a connection is made."""

import asyncio
import ipaddress
import socket
import time
from collections import OrderedDict, deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from crawler.guard.addresses import Address, is_public
from crawler.guard.connect_to import Detour, parse_detours

FOUND_TTL = 60.0
LOST_TTL = 5.0
CACHE_SIZE = 2048
NAMES_ASKED_AGAIN = 3


class Refused(OSError):  # noqa: N818  a state, not a fault
    """The name leads to an address that is not of the public internet."""


class Unresolved(OSError):  # noqa: N818
    """The name leads nowhere."""


class Guard:
    """One judge of addresses for Scrapy, the TLS probes and the browser.

    A Scrapy component finds it as the object in `settings["GUARD"]`.

    Args:
        connect_to: entries in the form of curl's `--connect-to`, `HOST:PORT:ADDR:PORT`; the
            addresses that stand there are allowed by themselves.
        allow_private: let connections go to private addresses too.
        closed: no name outside of `connect_to` is looked up or reached.
        deadline: seconds for one look-up.

    Raises:
        ValueError: an entry of `connect_to` cannot be read.
    """

    def __init__(
        self,
        connect_to: Sequence[str] = (),
        allow_private: bool = False,
        *,
        closed: bool = False,
        deadline: float = 10.0,
    ) -> None:
        self.detours = parse_detours(connect_to)
        self.allow_private = allow_private
        self.closed = closed
        self._deadline = deadline
        self._named = {(_canonical(x.to_host), x.to_port) for x in self.detours if x.to_host}
        self._known: OrderedDict[str, tuple[float, tuple[str, ...]]] = OrderedDict()
        self._threads: ThreadPoolExecutor | None = None
        self._led: deque[str] = deque(maxlen=NAMES_ASKED_AGAIN)

    async def resolve(self, host: str, port: int) -> tuple[Address, ...]:
        """Where a connection to this host and port may go, in the order to try.

        Raises:
            Refused: to no public address; the message says so in plain words.
            Unresolved: the name is unknown, the look-up took too long, or the guard is closed.
        """
        name = host.strip("[]").rstrip(".").lower()
        detour = self._detour(name, port)
        if detour is None and self.closed:
            raise Unresolved(f"{name}:{port} is not in the connect-to table, and no other may be.")
        target = (detour.to_host if detour else "") or name
        to_port = (detour.to_port if detour else 0) or port
        found = await self._look_up(target)
        if detour and detour.to_host:
            self._named.update((_canonical(ip), detour.to_port) for ip in found)
        else:
            found = self._public(name, found, to_port)
        return tuple(Address(ip, to_port) for ip in found)

    async def is_cut_off(self) -> bool:
        """Whether no name leads anywhere any more that did of late: then the fault is ours."""
        for name in tuple(self._led):
            with suppress(Unresolved):
                if await self._ask(name):
                    return False
        return bool(self._led)

    def permits(self, ip: str, port: int) -> bool:
        """Whether this very address may be connected to: the last look before the socket."""
        if self._named & {(_canonical(ip), port), (_canonical(ip), 0)}:
            return True
        return not self.closed and (self.allow_private or is_public(ip))

    def close(self) -> None:
        """Let the threads of the look-ups go."""
        if self._threads:
            self._threads.shutdown(wait=False, cancel_futures=True)
            self._threads = None

    def _detour(self, name: str, port: int) -> Detour | None:
        return next((x for x in self.detours if x.leads(name, port)), None)

    def _public(self, name: str, found: tuple[str, ...], port: int) -> tuple[str, ...]:
        allowed = tuple(ip for ip in found if self.permits(ip, port))
        if not allowed:
            raise Refused(f"{name} is at the private address {found[0]}; see --allow-private.")
        return allowed

    async def _look_up(self, name: str) -> tuple[str, ...]:
        ends, found = self._known.get(name, (0.0, ()))
        if ends <= time.monotonic():
            found = await self._ask(name)
            if found and name not in self._led and name not in found:
                self._led.append(name)
            ends = time.monotonic() + (FOUND_TTL if found else LOST_TTL)
            self._known[name] = (ends, found)
            if len(self._known) > CACHE_SIZE:
                self._known.popitem(last=False)
        if not found:
            raise Unresolved(f"No address was found for {name}.")
        return found

    async def _ask(self, name: str) -> tuple[str, ...]:
        self._threads = self._threads or ThreadPoolExecutor(8, "look-up")
        loop = asyncio.get_running_loop()
        asked = loop.run_in_executor(self._threads, _addresses, name)
        try:
            return await asyncio.wait_for(asked, self._deadline)
        except TimeoutError:
            raise Unresolved(f"Looking up {name} took over {self._deadline:g} s.") from None
        except (OSError, UnicodeError):
            return ()


def _addresses(name: str) -> tuple[str, ...]:
    found = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def _canonical(ip: str) -> str:
    """One notation for one address; a name stays as it is."""
    try:
        return str(ipaddress.ip_address(ip.partition("%")[0]))
    except ValueError:
        return ip
