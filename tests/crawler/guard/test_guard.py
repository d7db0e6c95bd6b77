import asyncio

import pytest

from crawler.guard import Address, Guard, Refused, Unresolved


def resolve(guard: Guard, host: str, port: int = 80) -> tuple[Address, ...]:
    return asyncio.run(guard.resolve(host, port))


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("127.0.0.1", id="dotted"),
        pytest.param("2130706433", id="decimal"),
        pytest.param("0177.0.0.1", id="octal"),
        pytest.param("0x7f.0.0.1", id="hexadecimal"),
        pytest.param("0x7f000001", id="hexadecimal in one"),
        pytest.param("127.1", id="short"),
        pytest.param("[::1]", id="IPv6"),
        pytest.param("::ffff:127.0.0.1", id="mapped"),
        pytest.param("localhost", id="a name"),
        pytest.param("LOCALHOST.", id="the same name, rooted"),
    ],
)
def test_every_way_to_write_this_machine_is_refused(host: str) -> None:
    with pytest.raises(Refused, match="private address"):
        resolve(Guard(), host)
    assert resolve(Guard(allow_private=True), host)


def test_a_public_address_is_its_own_answer() -> None:
    assert resolve(Guard(), "8.8.8.8", 443) == (Address("8.8.8.8", 443),)


def test_the_table_sends_a_name_elsewhere_and_allows_what_it_names() -> None:
    guard = Guard(["agency.gov:443:127.0.0.1:8443"])
    assert resolve(guard, "AGENCY.gov.", 443) == (Address("127.0.0.1", 8443),)
    assert guard.permits("127.0.0.1", 8443)


def test_the_table_opens_no_other_port_of_the_address_it_names() -> None:
    guard = Guard(["agency.gov:443:127.0.0.1:8443"])
    assert not guard.permits("127.0.0.1", 6379)
    with pytest.raises(Refused):
        resolve(guard, "127.0.0.1", 6379)


def test_another_port_on_the_same_host_allows_nothing_by_itself() -> None:
    with pytest.raises(Refused):
        resolve(Guard(["localhost:80::8080"]), "localhost", 80)


def test_a_closed_guard_knows_the_table_only() -> None:
    guard = Guard(["agency.gov::127.0.0.1:8080"], closed=True)
    assert resolve(guard, "agency.gov") == (Address("127.0.0.1", 8080),)
    with pytest.raises(Unresolved, match="connect-to"):
        resolve(guard, "8.8.8.8")
    assert not guard.permits("8.8.8.8", 80)


@pytest.mark.parametrize("host", ["nowhere.invalid", "", "a..b", "x" * 300, "bad host"])
def test_a_name_that_leads_nowhere_says_so(host: str) -> None:
    with pytest.raises(Unresolved):
        resolve(Guard(), host)


def test_what_was_looked_up_is_remembered_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def addresses(name: str) -> tuple[str, ...]:
        asked.append(name)
        return ("8.8.8.8",)

    monkeypatch.setattr("crawler.guard.guard._addresses", addresses)
    guard = Guard()
    assert resolve(guard, "agency.gov", 80) == (Address("8.8.8.8", 80),)
    assert resolve(guard, "agency.gov", 443) == (Address("8.8.8.8", 443),)
    assert asked == ["agency.gov"]


def test_the_private_ones_among_a_names_addresses_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("crawler.guard.guard._addresses", lambda _: ("10.0.0.1", "8.8.8.8"))
    assert resolve(Guard(), "agency.gov") == (Address("8.8.8.8", 80),)
