"""What the Domain Name System says of a site's names; asked of a resolver, never of the site."""

import asyncio
import ipaddress
import socket
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

import dns.asyncresolver
import dns.exception
import dns.message
import dns.name
import dns.rdatatype
import dns.resolver
import dns.reversename

from crawler.guard import Guard, Refused, Unresolved, open_socket
from crawler.turns import Turns
from ideaaudit.models import DnsSeen, Gap, Reason
from ideaaudit.web import registered_domain

SECONDS = 10.0
SECONDS_A_TRY = 3.0
SECONDS_TO_CONNECT = 5.0
CONNECTION_SHARE = 0.25
MOST_RECORDS = 50
LONGEST_RECORD = 1_000
MOST_LABELS = 10
PORT = 53
# Any address of the public internet: nothing is sent to it.
SOMEWHERE_V6 = ("2001:4860:4860::8888", 443)
Answers = tuple[str, ...]


class DnsObserver:
    """Asks one resolver about names.

    Args:
        server: "ADDRESS" or "ADDRESS:PORT" of a resolver, "" for the system's own.
        has_v6: whether this machine can reach anything over IPv6.

    Raises:
        ValueError: `server` names no address.
    """

    def __init__(
        self,
        guard: Guard,
        turns: Turns,
        server: str = "",
        *,
        has_v6: Callable[[], bool] | None = None,
    ) -> None:
        self._guard = guard
        self._turns = turns
        self._has_v6 = has_v6 or machine_has_v6
        self._address = server_address(server) if server else None
        self._resolver: dns.asyncresolver.Resolver | None = None
        self._lost: dict[str, str] = {}

    async def observe(self, site: str) -> tuple[tuple[DnsSeen, ...] | None, tuple[Gap, ...]]:
        """A site's bare and www host, and its registered domain where that is another name.

        Says nothing of an address, and asks nothing where names are mapped and no resolver is
        named. Raises nothing that the network can do.
        """
        unasked = self._unasked(site)
        if unasked:
            return None, (Gap("dns", Reason.UNSUPPORTED, unasked),)
        self._lost.clear()
        host = urlsplit(f"//{site}").hostname or site
        domain = registered_domain(host)
        names = (host,) if ":" in site else (host, f"www.{host}")
        found = await asyncio.gather(*(self._host(name) for name in names))
        mail = await self._mail(found[0] if host == domain else DnsSeen(domain))
        seen = (mail, *found[1:]) if host == domain else (*found, mail)
        gaps = tuple(
            Gap("dns", Reason.DNS, f"{asked}: {said}") for asked, said in self._lost.items()
        )
        return seen, gaps

    def _unasked(self, site: str) -> str:
        """Why nothing is asked, or ""."""
        try:
            ipaddress.ip_address((urlsplit(f"//{site}").hostname or "").strip("[]"))
        except ValueError:
            pass
        else:
            return "the site is named by its address"
        if self._guard.closed and not self._address:
            return "names are mapped by --connect-to-only"
        try:
            self._resolver = self._resolver or _resolver(self._address)
        except dns.exception.DNSException as error:
            return f"this machine names no resolver: {error}"
        return ""

    async def _host(self, name: str) -> DnsSeen:
        four, six, caa = await asyncio.gather(
            self._ask(name, "A"), self._ask(name, "AAAA"), self._caa(name)
        )
        a, aaaa = (records for records, _ in (four, six))
        return DnsSeen(
            name=name,
            a=a,
            aaaa=aaaa,
            cname=four[1] if a is not None else six[1] if aaaa is not None else None,
            ptr=await self._ptr(a[0]) if a else "" if a is not None else None,
            caa=caa,
            reached_v6=await self._reached(aaaa[0]) if aaaa else None,
        )

    async def _mail(self, seen: DnsSeen) -> DnsSeen:
        mx, txt, dmarc = await asyncio.gather(
            self._records(seen.name, "MX"),
            self._records(seen.name, "TXT"),
            self._records(f"_dmarc.{seen.name}", "TXT"),
        )
        spf = None if txt is None else tuple(x for x in txt if x.lower().startswith("v=spf1"))
        return replace(seen, mx=mx, txt=spf, dmarc=dmarc)

    async def _records(self, name: str, kind: str) -> Answers | None:
        return (await self._ask(name, kind))[0]

    async def _ptr(self, address: str) -> str | None:
        found = await self._records(str(dns.reversename.from_address(address)), "PTR")
        return None if found is None else next(iter(found), "")

    async def _caa(self, name: str) -> Answers | None:
        """The records of the closest name above that has any (RFC 8659 section 3)."""
        labels = name.split(".")
        for start in range(min(len(labels), MOST_LABELS)):
            found = await self._records(".".join(labels[start:]), "CAA")
            if found is None or found:
                return found
        return ()

    async def _ask(self, name: str, kind: str) -> tuple[Answers | None, Answers]:
        """Records as text, sorted, and the canonical names on the way; None without an answer."""
        assert self._resolver is not None
        try:
            absolute = dns.name.from_text(name)
            found = await self._resolver.resolve(absolute, kind, raise_on_no_answer=False)
            chain = found.chaining_result
            records = sorted(_text(record) for record in found.rrset or ())
        except dns.resolver.NXDOMAIN as error:
            response: dns.message.QueryMessage = error.response(absolute)  # type: ignore[no-untyped-call]
            records, chain = [], response.resolve_chaining()
        except (dns.exception.DNSException, OSError, UnicodeError) as error:
            self._lost[f"{name} {kind}"] = " ".join(str(error).split())[:200]
            return None, ()
        cname = tuple(_name(alias[0].target) for alias in chain.cnames)
        return tuple(records[:MOST_RECORDS]), cname

    async def _reached(self, address: str) -> bool | None:
        """Whether a connection to this address is made; None where that cannot be tried."""
        if not self._has_v6():
            return None
        for port in (443, 80):
            try:
                await self._turns.take(address, port, share=CONNECTION_SHARE)
                deadline = SECONDS_TO_CONNECT
                (await open_socket(self._guard, address, port, deadline=deadline)).close()
            except (Refused, Unresolved):
                return None
            except OSError:
                continue
            return True
        return False


def server_address(server: str) -> tuple[str, int]:
    """The address and port of a resolver.

    Raises:
        ValueError: where it is neither "ADDRESS" nor "ADDRESS:PORT"; brackets for IPv6.
    """
    try:
        return str(ipaddress.ip_address(server.strip("[]"))), PORT
    except ValueError:
        address, _, port = server.rpartition(":")
        if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
            raise
        return str(ipaddress.ip_address(address.strip("[]"))), int(port)


def machine_has_v6() -> bool:
    """Whether there is a way into the internet over IPv6; nothing is sent."""
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as plug:
            plug.connect(SOMEWHERE_V6)
    except OSError:
        return False
    return True


def _resolver(address: tuple[str, int] | None) -> dns.asyncresolver.Resolver:
    resolver = dns.asyncresolver.Resolver(configure=address is None)
    if address:
        resolver.nameservers, resolver.port = [address[0]], address[1]
    resolver.lifetime, resolver.timeout = SECONDS, SECONDS_A_TRY
    resolver.cache = dns.resolver.LRUCache(1_000)
    return resolver


def _name(name: dns.name.Name) -> str:
    return name.to_text(omit_final_dot=True).lower()


def _text(record: dns.rdatatype.RdataType | object) -> str:
    """A record as it is kept: names without the last dot, texts joined."""
    strings = getattr(record, "strings", None)
    if strings is not None:
        return b"".join(strings).decode("utf-8", "replace")[:LONGEST_RECORD]
    target = getattr(record, "target", None)
    if isinstance(target, dns.name.Name):
        return _name(target)
    exchange = getattr(record, "exchange", None)
    if isinstance(exchange, dns.name.Name):
        return f"{getattr(record, 'preference', 0)} {_name(exchange)}"
    return str(record)[:LONGEST_RECORD]
