import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest

from crawler.guard import Guard
from crawler.observers.dns import DnsObserver, machine_has_v6, server_address
from crawler.turns import Turns
from ideaaudit.models import DnsSeen, Gap, Reason

ZONE = {
    ("agency.gov", "A"): ["192.0.2.1", "192.0.2.2"],
    ("agency.gov", "AAAA"): ["2001:db8::1"],
    ("agency.gov", "CAA"): ['0 issue "ca.example"'],
    ("agency.gov", "MX"): ["10 Mail.Agency.gov."],
    ("agency.gov", "TXT"): ['"v=spf1 " "-all"', '"site-verification=1"'],
    ("_dmarc.agency.gov", "TXT"): ['"v=DMARC1; p=reject"'],
    ("1.2.0.192.in-addr.arpa", "PTR"): ["edge.cdn.example."],
    ("www.agency.gov", "CNAME"): ["Agency.cdn.example."],
    ("agency.cdn.example", "CNAME"): ["edge.cdn.example."],
    ("edge.cdn.example", "A"): ["192.0.2.9"],
    ("bureau.agency.gov", "A"): ["192.0.2.3"],
    ("lost.gov", "CNAME"): ["gone.cdn.example."],
}
BROKEN = {("broken.gov", kind): dns.rcode.SERVFAIL for kind in ("A", "AAAA", "CAA", "MX", "TXT")}


class Zone(asyncio.DatagramProtocol):
    """A tiny resolver: answers from `ZONE` with CNAMEs followed, and NXDOMAIN for the rest."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, address: tuple[str, int]) -> None:
        query = dns.message.from_wire(data)
        question = query.question[0]
        name = question.name.to_text(omit_final_dot=True).lower()
        kind = dns.rdatatype.to_text(question.rdtype)
        self.asked.append((name, kind))
        if name == "silent.gov" or name.endswith(".silent.gov"):
            return
        answer = dns.message.make_response(query)
        answer.flags |= dns.flags.RA
        while alias := ZONE.get((name, "CNAME")):
            answer.answer.append(dns.rrset.from_text(f"{name}.", 60, "IN", "CNAME", *alias))
            name = alias[0].rstrip(".").lower()
        if (name, kind) in ZONE:
            records = ZONE[(name, kind)]
            answer.answer.append(dns.rrset.from_text(f"{name}.", 60, "IN", kind, *records))
        elif (name, kind) in BROKEN:
            answer.set_rcode(dns.rcode.SERVFAIL)
        elif not any(known == name for known, _ in ZONE):
            answer.set_rcode(dns.rcode.NXDOMAIN)
        self.transport.sendto(answer.to_wire(), address)  # type: ignore[attr-defined]


@contextlib.asynccontextmanager
async def zone() -> AsyncIterator[tuple[Zone, str]]:
    loop = asyncio.get_running_loop()
    transport, served = await loop.create_datagram_endpoint(Zone, local_addr=("127.0.0.1", 0))
    try:
        yield served, "127.0.0.1:{}".format(transport.get_extra_info("sockname")[1])
    finally:
        transport.close()


def seen(site: str, *, v6: bool = False) -> tuple[dict[str, DnsSeen], tuple[Gap, ...]]:
    async def main() -> tuple[dict[str, DnsSeen], tuple[Gap, ...]]:
        async with zone() as (_, server):
            guard = Guard(closed=True)
            observer = DnsObserver(guard, Turns(guard, 0), server, has_v6=lambda: v6)
            found, gaps = await observer.observe(site)
            assert found is not None
            return {one.name: one for one in found}, gaps

    return asyncio.run(main())


def test_a_registered_domain_is_seen_with_its_www_twin_and_its_mail() -> None:
    found, gaps = seen("agency.gov")
    assert gaps == ()
    assert found == {
        "agency.gov": DnsSeen(
            "agency.gov",
            a=("192.0.2.1", "192.0.2.2"),
            aaaa=("2001:db8::1",),
            cname=(),
            ptr="edge.cdn.example",
            caa=('0 issue "ca.example"',),
            mx=("10 mail.agency.gov",),
            txt=("v=spf1 -all",),
            dmarc=("v=DMARC1; p=reject",),
        ),
        "www.agency.gov": DnsSeen(
            "www.agency.gov",
            a=("192.0.2.9",),
            aaaa=(),
            cname=("agency.cdn.example", "edge.cdn.example"),
            ptr="",
            caa=('0 issue "ca.example"',),
        ),
    }


def test_a_host_below_a_domain_has_the_mail_of_the_domain_beside_it() -> None:
    found, gaps = seen("bureau.agency.gov")
    assert (list(found), gaps) == (["bureau.agency.gov", "www.bureau.agency.gov", "agency.gov"], ())
    assert found["bureau.agency.gov"].caa == ('0 issue "ca.example"',)
    assert found["bureau.agency.gov"].mx is None
    assert found["agency.gov"].dmarc == ("v=DMARC1; p=reject",)
    assert found["agency.gov"].a is None


def test_a_name_that_is_none_has_nothing_and_no_gap() -> None:
    found, gaps = seen("nowhere.gov")
    assert gaps == ()
    assert found["nowhere.gov"] == DnsSeen(
        "nowhere.gov", a=(), aaaa=(), cname=(), ptr="", caa=(), mx=(), txt=(), dmarc=()
    )


def test_an_alias_to_a_name_that_is_none_is_told() -> None:
    found, _ = seen("lost.gov")
    assert (found["lost.gov"].a, found["lost.gov"].cname) == ((), ("gone.cdn.example",))


def test_a_host_with_a_port_has_no_www_twin() -> None:
    assert list(seen("agency.gov:8080")[0]) == ["agency.gov"]


def test_a_resolver_that_fails_is_a_gap_and_not_an_answer() -> None:
    found, gaps = seen("broken.gov")
    bare = found["broken.gov"]
    assert (bare.a, bare.aaaa, bare.caa, bare.mx, bare.txt) == (None,) * 5
    assert (bare.cname, bare.ptr, bare.dmarc) == (None, None, ())
    assert {gap.reason for gap in gaps} == {Reason.DNS}
    assert any(gap.detail.startswith("broken.gov AAAA: ") for gap in gaps)


def test_silence_is_a_gap_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.observers.dns.SECONDS", 0.3)
    monkeypatch.setattr("crawler.observers.dns.SECONDS_A_TRY", 0.1)
    found, gaps = seen("silent.gov")
    assert found["silent.gov"].a is None
    assert gaps


@pytest.mark.parametrize(
    ("site", "server", "said"),
    [
        ("agency.gov", "", "--connect-to-only"),
        ("127.0.0.1:8080", "127.0.0.1", "by its address"),
        ("[::1]:8080", "127.0.0.1", "by its address"),
    ],
)
def test_where_nothing_can_be_asked_the_gap_says_so(site: str, server: str, said: str) -> None:
    guard = Guard(closed=True)
    observer = DnsObserver(guard, Turns(guard, 0), server)
    found, gaps = asyncio.run(observer.observe(site))
    assert (found, len(gaps), gaps[0].reason) == (None, 1, Reason.UNSUPPORTED)
    assert said in gaps[0].detail


def test_an_address_that_the_guard_forbids_is_not_connected_to() -> None:
    assert seen("agency.gov", v6=True)[0]["agency.gov"].reached_v6 is None


@pytest.mark.parametrize(("port", "reached"), [(443, True), (80, True), (0, False)])
def test_a_connection_over_ipv6_is_tried(
    monkeypatch: pytest.MonkeyPatch, port: int, reached: bool
) -> None:
    async def connects(_guard: Guard, host: str, asked: int, **_: float) -> socket.socket:
        assert host == "2001:db8::1"
        if asked != port:
            raise ConnectionRefusedError
        return socket.socket()

    async def take(*_: object, **__: object) -> None:
        return None

    monkeypatch.setattr("crawler.observers.dns.open_socket", connects)
    monkeypatch.setattr(Turns, "take", take)
    assert seen("agency.gov", v6=True)[0]["agency.gov"].reached_v6 is reached


def test_whether_this_machine_has_ipv6_is_found_without_a_packet() -> None:
    assert machine_has_v6() in (True, False)


@pytest.mark.parametrize(
    ("server", "address"),
    [
        ("192.0.2.1", ("192.0.2.1", 53)),
        ("192.0.2.1:5353", ("192.0.2.1", 5353)),
        ("::1", ("::1", 53)),
        ("[::1]:5353", ("::1", 5353)),
    ],
)
def test_a_resolver_is_named_by_its_address(server: str, address: tuple[str, int]) -> None:
    assert server_address(server) == address


@pytest.mark.parametrize("server", ["", "dns.example", "192.0.2.1:x", "192.0.2.1:0", "a:53"])
def test_what_is_no_address_is_refused(server: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - ipaddress has messages of its own
        server_address(server)
