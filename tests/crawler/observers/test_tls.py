import asyncio
import ssl
from datetime import timedelta
from pathlib import Path

import pytest

from crawler.client import ProbeClient, verifying
from crawler.guard import Guard
from crawler.observers.endpoints import Door, observe_endpoint
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
    assert seen(tmp_path, made).versions == (name,)


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
    assert seen(tmp_path, made).client_certificate


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
