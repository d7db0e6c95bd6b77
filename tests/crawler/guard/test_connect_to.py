import pytest

from crawler.guard.connect_to import Detour, parse_detours


@pytest.mark.parametrize(
    ("entry", "detour"),
    [
        pytest.param("A.gov:443:127.0.0.1:8443", Detour("a.gov", 443, "127.0.0.1", 8443), id="all"),
        pytest.param("a.gov::127.0.0.1:", Detour("a.gov", 0, "127.0.0.1", 0), id="any port"),
        pytest.param("::127.0.0.1:8080", Detour("", 0, "127.0.0.1", 8080), id="any host"),
        pytest.param("a.gov:80::8080", Detour("a.gov", 80, "", 8080), id="another port only"),
        pytest.param("[::1]:80:[fd00::2]:81", Detour("::1", 80, "fd00::2", 81), id="IPv6"),
    ],
)
def test_an_entry_reads_as_curl_reads_it(entry: str, detour: Detour) -> None:
    assert parse_detours([entry]) == (detour,)


@pytest.mark.parametrize(
    "entry",
    ["", "a.gov", "a.gov:443:127.0.0.1", "a.gov:443:::1:80", "a.gov:x:b:80", "a.gov:0:b:80"],
)
def test_what_cannot_be_read_is_named_in_one_line(entry: str) -> None:
    with pytest.raises(ValueError, match="connect-to") as error:
        parse_detours([entry])
    assert repr(entry) in str(error.value)
    assert "\n" not in str(error.value)


def test_a_detour_leads_its_own_host_and_port_only() -> None:
    (detour,) = parse_detours(["a.gov:443:127.0.0.1:1"])
    assert detour.leads("a.gov", 443)
    assert not detour.leads("a.gov", 80)
    assert not detour.leads("b.gov", 443)
