import pytest

from crawler.guard import is_public


@pytest.mark.parametrize(
    "ip",
    [
        pytest.param("8.8.8.8", id="a public address"),
        pytest.param("2600:1f18::1", id="a public IPv6 address"),
        pytest.param("::ffff:8.8.8.8", id="a public address, mapped"),
        pytest.param("64:ff9b::808:808", id="a public address behind NAT64"),
    ],
)
def test_the_public_internet_may_be_visited(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "ip",
    [
        pytest.param("127.0.0.1", id="loopback"),
        pytest.param("127.255.0.9", id="all of loopback"),
        pytest.param("0.0.0.0", id="this host"),
        pytest.param("10.1.2.3", id="private"),
        pytest.param("172.16.0.1", id="private, in the middle"),
        pytest.param("192.168.1.1", id="private, at home"),
        pytest.param("169.254.169.254", id="a cloud's metadata service"),
        pytest.param("100.64.0.1", id="carrier-grade NAT"),
        pytest.param("224.0.0.1", id="multicast"),
        pytest.param("255.255.255.255", id="broadcast"),
        pytest.param("192.0.2.1", id="documentation"),
        pytest.param("::1", id="IPv6 loopback"),
        pytest.param("::", id="IPv6 unspecified"),
        pytest.param("fe80::1%eth0", id="link-local with a zone"),
        pytest.param("fd00::1", id="unique local"),
        pytest.param("fec0::1", id="site-local"),
        pytest.param("ff02::1", id="IPv6 multicast"),
        pytest.param("::ffff:127.0.0.1", id="loopback, mapped"),
        pytest.param("::127.0.0.1", id="loopback, IPv4-compatible"),
        pytest.param("64:ff9b::7f00:1", id="loopback behind NAT64"),
        pytest.param("64:ff9b:1::808:808", id="local NAT64"),
        pytest.param("2002:7f00:1::", id="loopback by 6to4"),
        pytest.param("2001:0:7f00:1::", id="Teredo"),
    ],
)
def test_no_other_address_may(ip: str) -> None:
    assert not is_public(ip)
