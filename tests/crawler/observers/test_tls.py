import asyncio
import ssl
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.client import ProbeClient, verifying
from crawler.guard import Guard
from crawler.observers.endpoints import Door, observe_endpoint
from crawler.observers.hello import chosen_by
from crawler.observers.tls import TlsObserver
from crawler.robots import Robots
from crawler.turns import Turns
from ideaaudit.models import TlsSeen
from tests.crawler.probing import probing
from tests.sites.certificates import make_leaf
from tests.sites.chains import (
    EXPIRED,
    NO_INTERMEDIATE,
    OTHER_NAME,
    SELF_SIGNED,
    UNTRUSTED,
    Chains,
)

HOST = "secure.test"
CHAINS = Chains()
PAGE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: text/html\r\n\r\nhi"


def context(folder: Path, pem: bytes) -> ssl.SSLContext:
    path = folder / "chain.pem"
    path.write_bytes(pem)
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(path)
    return made


def trusted(folder: Path) -> str:
    path = folder / "root.pem"
    path.write_bytes(CHAINS.root.pem)
    return str(path)


async def serve(made: ssl.SSLContext) -> tuple[asyncio.Server, str]:
    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(4096)
        writer.write(PAGE)
        writer.close()

    server = await asyncio.start_server(speak, "127.0.0.1", 0, ssl=made)
    return server, f"{HOST}:443:127.0.0.1:{server.sockets[0].getsockname()[1]}"


def seen(folder: Path, made: ssl.SSLContext) -> TlsSeen:
    async def main() -> TlsSeen:
        server, entry = await serve(made)
        guard = Guard([entry], closed=True)
        async with server:
            observer = TlsObserver(Turns(guard, 0), guard, verifying(trusted(folder)))
            return await observer.observe(HOST)

    return asyncio.run(main())


def test_a_sound_chain_is_verified(tmp_path: Path) -> None:
    found = seen(tmp_path, context(tmp_path, CHAINS.pem((HOST,))))
    assert (found.verified, found.faults) == (True, ())
    assert found.certificate is not None
    assert found.certificate.names == (HOST,)
    assert found.certificate.chain_length == 2
    assert found.certificate.key == "EC secp256r1"
    assert {"TLSv1.2", "TLSv1.3"} <= set(found.versions)


@pytest.mark.parametrize(
    ("behavior", "fault"),
    [
        (EXPIRED, "expired"),
        (OTHER_NAME, "hostname"),
        (SELF_SIGNED, "self-signed"),
        (UNTRUSTED, "untrusted"),
        (NO_INTERMEDIATE, "missing-intermediate"),
    ],
)
def test_each_fault_has_its_name_and_the_certificate_is_seen(
    tmp_path: Path, behavior: str, fault: str
) -> None:
    found = seen(tmp_path, context(tmp_path, CHAINS.pem((HOST,), frozenset({behavior}))))
    assert (found.verified, found.faults) == (False, (fault,))
    assert found.certificate is not None
    assert found.detail


def test_a_certificate_of_tomorrow_is_not_yet_valid(tmp_path: Path) -> None:
    leaf = make_leaf((HOST,), CHAINS.root, begins=timedelta(days=1), ends=timedelta(days=2))
    found = seen(tmp_path, context(tmp_path, leaf.key_pem + leaf.pem))
    assert found.faults == ("not-yet-valid",)


@pytest.mark.parametrize(
    ("version", "name"), [(ssl.TLSVersion.TLSv1_2, "TLSv1.2"), (ssl.TLSVersion.TLSv1_3, "TLSv1.3")]
)
def test_only_the_versions_that_are_taken_are_told(
    tmp_path: Path, version: ssl.TLSVersion, name: str
) -> None:
    made = context(tmp_path, CHAINS.pem((HOST,)))
    made.minimum_version = made.maximum_version = version
    found = seen(tmp_path, made)
    assert found.versions == (name,)
    others = {"SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"} - {name}
    assert set(found.refused_versions) == others


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_a_host_of_old_protocols_alone_is_not_verified_and_its_certificate_is_seen(
    tmp_path: Path,
) -> None:
    made = context(tmp_path, CHAINS.pem((HOST,)))
    made.set_ciphers("ALL:@SECLEVEL=0")
    made.minimum_version = made.maximum_version = ssl.TLSVersion.TLSv1_1
    found = seen(tmp_path, made)
    assert (found.verified, found.versions) == (None, ("TLSv1.1",))
    assert found.certificate is not None


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_a_host_that_wants_a_certificate_of_ours_is_told(
    tmp_path: Path, version: ssl.TLSVersion
) -> None:
    made = context(tmp_path, CHAINS.pem((HOST,)))
    made.minimum_version = made.maximum_version = version
    made.verify_mode = ssl.CERT_REQUIRED
    made.load_verify_locations(trusted(tmp_path))
    found = seen(tmp_path, made)
    assert found.client_certificate
    assert found.versions == (version.name.replace("v1_", "v1."),)
    assert not set(found.versions) & set(found.refused_versions)


@pytest.mark.parametrize(("offered", "chosen"), [(["h2", "http/1.1"], "h2"), ([], "")])
def test_http2_is_offered_and_what_the_host_chooses_is_told(
    tmp_path: Path, offered: list[str], chosen: str
) -> None:
    made = context(tmp_path, CHAINS.pem((HOST,)))
    if offered:
        made.set_alpn_protocols(offered)
    assert seen(tmp_path, made).alpn == chosen


def test_a_probe_speaks_http1_to_a_host_that_would_rather_speak_http2(tmp_path: Path) -> None:
    made = context(tmp_path, CHAINS.pem((HOST,)))
    made.set_alpn_protocols(["h2", "http/1.1"])
    chosen: list[str | None] = []

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        chosen.append(writer.get_extra_info("ssl_object").selected_alpn_protocol())
        await reader.read(4096)
        writer.write(PAGE)
        writer.close()

    async def ask(client: ProbeClient) -> Door:
        return await observe_endpoint(client, Robots(client, ignore=True), f"https://{HOST}/")

    async def main() -> Door:
        server = await asyncio.start_server(speak, "127.0.0.1", 0, ssl=made)
        entry = f"{HOST}:443:127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with server:
            return await asyncio.to_thread(lambda: probing(ask, [entry], ca_file=trusted(tmp_path)))

    assert asyncio.run(main()).seen.live
    assert set(chosen) == {"http/1.1"}


def served_by(answer: bytes, *, ciphers: bool = True) -> TlsSeen:
    """What is seen of a port that answers every greeting with the same bytes."""

    async def main() -> TlsSeen:
        async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read(4096)
            writer.write(answer)
            writer.close()

        server = await asyncio.start_server(speak, "127.0.0.1", 0)
        entry = f"{HOST}:443:127.0.0.1:{server.sockets[0].getsockname()[1]}"
        guard = Guard([entry], closed=True)
        async with server:
            observer = TlsObserver(Turns(guard, 0), guard, verifying(""), ciphers=ciphers)
            return await observer.observe(HOST)

    return asyncio.run(main())


def hello(version: int, suite: int, session: bytes = b"") -> bytes:
    body = version.to_bytes(2, "big") + bytes(32) + bytes([len(session)]) + session
    body += suite.to_bytes(2, "big") + b"\0"
    message = b"\2" + len(body).to_bytes(3, "big") + body
    return b"\x16" + version.to_bytes(2, "big") + len(message).to_bytes(2, "big") + message


ALERT = b"\x15\x03\x00\x00\x02\x02\x28"


@pytest.mark.parametrize(
    ("answer", "taken"),
    [
        (hello(0x0300, 0x0005), True),
        (hello(0x0300, 0x0005, bytes(32)), True),
        (hello(0x0301, 0x0005), False),
        (ALERT, False),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", False),
    ],
    ids=["taken", "with a session", "another version", "an alert", "no TLS"],
)
def test_sslv3_is_taken_where_the_host_answers_in_it(answer: bytes, taken: bool) -> None:
    found = served_by(answer, ciphers=False)
    assert ("SSLv3" in found.versions, "SSLv3" in found.refused_versions) == (taken, not taken)
    assert found.ciphers is None


@pytest.mark.parametrize("answer", [b"", b"\x16\x03\x00\x00\x05\x02"], ids=["silence", "cut"])
def test_a_port_that_breaks_every_greeting_off_says_nothing_of_tls(answer: bytes) -> None:
    with pytest.raises(ConnectionResetError):
        served_by(answer)


@pytest.mark.parametrize(
    ("answer", "suites"),
    [
        (hello(0x0303, 0x000A), ("TLS_RSA_WITH_3DES_EDE_CBC_SHA",)),
        (hello(0x0301, 0x0018), ("TLS_DH_anon_WITH_RC4_128_MD5",)),
        (hello(0x0303, 0xC02F), ()),
        (ALERT, ()),
    ],
    ids=["3DES", "no authentication", "a suite that was not offered", "an alert"],
)
def test_weak_suites_are_told_by_their_names(answer: bytes, suites: tuple[str, ...]) -> None:
    assert served_by(answer).ciphers == suites


def test_a_server_of_today_understands_our_greeting(tmp_path: Path) -> None:
    made = context(tmp_path, CHAINS.pem((HOST,)))
    made.set_ciphers("ALL:COMPLEMENTOFALL:@SECLEVEL=0")
    made.minimum_version = made.maximum_version = ssl.TLSVersion.TLSv1_2

    async def main() -> TlsSeen:
        server, entry = await serve(made)
        guard = Guard([entry], closed=True)
        async with server:
            observer = TlsObserver(Turns(guard, 0), guard, verifying(""), ciphers=True)
            return await observer.observe(HOST)

    found = asyncio.run(main()).ciphers
    assert found is not None
    assert "TLS_ECDH_anon_WITH_AES_128_CBC_SHA" in found
    assert "TLS_ECDHE_ECDSA_WITH_NULL_SHA" in found


@given(st.binary(max_size=120))
def test_any_bytes_are_a_choice_or_none(answer: bytes) -> None:
    found = chosen_by(answer)
    assert found is None or answer[0] == 22


def test_a_port_that_speaks_no_tls_is_not_verified() -> None:
    async def main() -> TlsSeen:
        async def speak(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            writer.close()

        server = await asyncio.start_server(speak, "127.0.0.1", 0)
        entry = f"{HOST}:443:127.0.0.1:{server.sockets[0].getsockname()[1]}"
        guard = Guard([entry], closed=True)
        async with server:
            observer = TlsObserver(Turns(guard, 0), guard, verifying(""))
            return await observer.observe(HOST)

    found = asyncio.run(main())
    assert (found.verified, found.versions, found.certificate) == (None, (), None)


@pytest.mark.parametrize(("behavior", "verified"), [((), True), ((EXPIRED,), False)])
def test_a_door_is_opened_verified_first_and_then_unverified(
    tmp_path: Path, behavior: tuple[str, ...], verified: bool
) -> None:
    made = context(tmp_path, CHAINS.pem((HOST,), frozenset(behavior)))

    async def main() -> Door:
        server, entry = await serve(made)
        async with server:
            return await asyncio.to_thread(lambda: probing(ask, [entry], ca_file=trusted(tmp_path)))

    async def ask(client: ProbeClient) -> Door:
        return await observe_endpoint(client, Robots(client, ignore=True), f"https://{HOST}/")

    found = asyncio.run(main())
    assert (found.seen.live, found.seen.gap, found.seen.verified) == (True, None, verified)
