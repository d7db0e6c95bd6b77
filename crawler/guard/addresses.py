"""Which IP addresses belong to the public internet?"""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")
_NEVER = tuple(
    IPv6Network(text)
    for text in (
        "::/96",  # IPv4-compatible, RFC 4291: deprecated, routed nowhere
        "64:ff9b:1::/48",  # local-use NAT64, RFC 8215
        "100::/48",  # discard-only and dummy prefixes, RFC 6666 and RFC 9780
        "3fff::/20",  # documentation, RFC 9637
        "5f00::/16",  # SRv6 segment identifiers, RFC 9602
        "fec0::/10",  # site-local, RFC 3879
    )
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where to connect: an IP address in its usual notation, and a port."""

    ip: str
    port: int


def is_public(ip: str) -> bool:
    """Whether an IP address (as `getaddrinfo` gives it) is one that anybody may visit.

    Global by the IANA registries and not multicast; for IPv6 forms that carry an IPv4 address
    (mapped, 6to4, Teredo, NAT64) the carried address must be public as well.

    Raises:
        ValueError: the text is no IP address.
    """
    address = ip_address(ip.partition("%")[0])
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast
    carried = _carried(address)
    if carried:
        return all(is_public(str(inner)) for inner in carried)
    if any(address in network for network in _NEVER):
        return False
    return address.is_global and not address.is_multicast


def _carried(address: IPv6Address) -> tuple[IPv4Address, ...]:
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    if address in _NAT64:
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    return ()
