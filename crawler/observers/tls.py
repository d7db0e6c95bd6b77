"""TLS on a host: verified first, then not; the certificate, and the protocols it takes."""

import asyncio
import ssl
from functools import partial
from typing import Any

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from crawler.client import trusting
from crawler.guard import open_connection
from crawler.observers.hello import (
    SSL3,
    SSL3_SUITES,
    TLS12,
    WEAK,
    chosen_by,
    client_hello,
)
from crawler.reasons import reason_of
from crawler.turns import Turns
from ideaaudit.models import Certificate, TlsSeen

# OpenSSL's X509_V_ERR_* in our words.
FAULTS = {
    9: "not-yet-valid",
    10: "expired",
    18: "self-signed",
    19: "untrusted",
    20: "untrusted",
    21: "untrusted",
    62: "hostname",
    64: "hostname",
}
VERSIONS = (
    ssl.TLSVersion.TLSv1,
    ssl.TLSVersion.TLSv1_1,
    ssl.TLSVersion.TLSv1_2,
    ssl.TLSVersion.TLSv1_3,
)
HANDSHAKE_SHARE = 0.25
CERTIFICATE_REQUEST = 13
SECONDS_FOR_AN_ANSWER = 10
# A ServerHello up to its suite: headers, version, random, a session id of 32 bytes, the suite.
LONGEST_SERVER_HELLO = 78
# What OpenSSL says where this machine itself cannot offer a protocol.
OUR_OWN = ("NO_PROTOCOLS_AVAILABLE", "NO_CIPHERS_AVAILABLE")
Shaken = tuple[str, bytes, int, str]


class TlsObserver:
    """Shakes hands with one port until it knows what the port offers.

    Args:
        verifying: the context with the trust store that verdicts stand on; it is changed here,
            and nobody else may use it.
        ciphers: whether weak suites are tried too, which takes a dozen handshakes more.
    """

    def __init__(
        self, turns: Turns, guard: Any, verifying: ssl.SSLContext, *, ciphers: bool = False
    ) -> None:
        self._turns = turns
        self._guard = guard
        self._verifying = verifying
        self._ciphers = ciphers

    async def observe(self, host: str, port: int = 443) -> TlsSeen:
        """What a client meets there.

        Raises:
            OSError, TimeoutError: no handshake, verified or not, could be tried to its end.
        """
        faults: tuple[str, ...] = ()
        shaken: Shaken | None = None
        verified: bool | None = True
        detail = ""
        broken: ConnectionResetError | None = None
        try:
            shaken = await self._shake(host, port, self._verifying)
        except ssl.SSLCertVerificationError as error:
            verified, detail = False, error.verify_message
            shaken = await self._shake(host, port, trusting())
            faults = _faults(error.verify_code, shaken)
        except (ssl.SSLError, ConnectionResetError) as error:
            # Too old for us to verify, or it wants a certificate of ours: look all the same.
            verified, detail = None, reason_of(error)[1]
            shaken = await self._unverified(host, port)
            broken = error if isinstance(error, ConnectionResetError) else None
        versions, refused, asks = await self._versions(host, port, shaken[0] if shaken else "")
        if broken and not (shaken or versions or asks):
            raise broken
        weak = await self._weak(host, port) if self._ciphers else None
        return TlsSeen(
            host=host,
            port=port,
            verified=verified,
            faults=faults,
            certificate=_certificate(shaken[1], shaken[2]) if shaken else None,
            versions=versions,
            alpn=shaken[3] if shaken else "",
            client_certificate=asks,
            detail=detail,
            ciphers=weak,
            refused_versions=refused,
        )

    async def _unverified(self, host: str, port: int) -> Shaken | None:
        try:
            return await self._shake(host, port, trusting())
        except (ssl.SSLError, ConnectionResetError):
            return None

    async def _versions(
        self, host: str, port: int, known: str
    ) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
        """The protocols taken, those refused, and whether a certificate of ours was asked for."""
        tried: dict[str, bool | None] = {"SSLv3": await self._takes_ssl3(host, port)}
        asks = False
        for version in VERSIONS:
            context = trusting()
            context.minimum_version = context.maximum_version = version
            # Nothing public tells of a CertificateRequest (RFC 8446 4.3.2).
            asked: list[bool] = []
            context._msg_callback = partial(_note_request, asked)  # type: ignore[attr-defined]
            name = version.name.replace("v1_", "v1.")
            taken = await self._accepts(host, port, context)
            # Who asks for our certificate has taken the protocol, whatever comes of it.
            tried[name] = True if asked or name == known else taken
            asks = asks or bool(asked)
        accepted = tuple(name for name, taken in tried.items() if taken)
        return accepted, tuple(name for name, taken in tried.items() if taken is False), asks

    async def _accepts(self, host: str, port: int, context: ssl.SSLContext) -> bool | None:
        """Whether a handshake comes to its end; None where that was not the host's decision."""
        try:
            await self._shake(host, port, context)
        except ssl.SSLError as error:
            return None if error.reason in OUR_OWN else False
        except ConnectionResetError:
            return False
        except OSError:
            return None
        return True

    async def _takes_ssl3(self, host: str, port: int) -> bool | None:
        try:
            chosen = await self._hello(host, port, SSL3, SSL3_SUITES)
        except OSError:
            return None
        return chosen is not None and chosen[0] == SSL3

    async def _weak(self, host: str, port: int) -> tuple[str, ...] | None:
        """Weak suites that are taken, each of a family until the host takes no more of it."""
        found: list[str] = []
        for family in WEAK.values():
            left = dict(family)
            while left:
                try:
                    chosen = await self._hello(host, port, TLS12, tuple(left))
                except OSError:
                    return None
                if chosen is None or chosen[1] not in left:
                    break
                found.append(left.pop(chosen[1]))
        return tuple(found)

    async def _hello(
        self, host: str, port: int, version: int, suites: tuple[int, ...]
    ) -> tuple[int, int] | None:
        """What the host chose of an offer of ours, or None where it chose nothing.

        Raises:
            OSError, TimeoutError: no connection was made, or nothing was said on it.
        """
        await self._turns.take(host, port, share=HANDSHAKE_SHARE)
        reader, writer = await open_connection(self._guard, host, port)
        try:
            writer.write(client_hello(host, version, suites))
            async with asyncio.timeout(SECONDS_FOR_AN_ANSWER):
                return chosen_by(await _beginning(reader))
        except ConnectionResetError:
            return None
        finally:
            writer.transport.abort()

    async def _shake(self, host: str, port: int, context: ssl.SSLContext) -> Shaken:
        await self._turns.take(host, port, share=HANDSHAKE_SHARE)
        context.set_alpn_protocols(["h2", "http/1.1"])
        _, writer = await open_connection(self._guard, host, port, ssl=context)
        try:
            tls = writer.get_extra_info("ssl_object")
            # Public only from Python 3.13 on; the length of the chain tells a missing link.
            chain = tls._sslobj.get_unverified_chain() or ()
            der = tls.getpeercert(binary_form=True) or b""
            return tls.version() or "", der, len(chain), tls.selected_alpn_protocol() or ""
        finally:
            writer.transport.abort()


async def _beginning(reader: asyncio.StreamReader) -> bytes:
    """The start of an answer, as far as a ServerHello can reach; what there is where it ends."""
    data = b""
    while len(data) < LONGEST_SERVER_HELLO and data[:1] in (b"", b"\x16"):
        more = await reader.read(LONGEST_SERVER_HELLO)
        if not more:
            break
        data += more
    return data


def _note_request(asked: list[bool], *message: Any) -> None:
    """OpenSSL's callback: connection, direction, version, content type, message type, data."""
    if message[1] == "read" and message[4] == CERTIFICATE_REQUEST:
        asked.append(True)


def _faults(code: int, shaken: Shaken) -> tuple[str, ...]:
    fault = FAULTS.get(code, "other")
    certificate = _certificate(shaken[1], shaken[2])
    lonely = certificate is not None and shaken[2] == 1 and not certificate.self_signed
    if fault == "untrusted" and code in (20, 21) and lonely:
        return ("missing-intermediate",)
    return (fault,)


def _certificate(der: bytes, chain_length: int) -> Certificate | None:
    """The certificate in our words, or None where its bytes are none."""
    try:
        found = x509.load_der_x509_certificate(der)
        return Certificate(
            subject=found.subject.rfc4514_string()[:300],
            issuer=found.issuer.rfc4514_string()[:300],
            names=_names(found),
            not_before=found.not_valid_before_utc.strftime("%Y-%m-%dT%H:%M:%SZ"),
            not_after=found.not_valid_after_utc.strftime("%Y-%m-%dT%H:%M:%SZ"),
            self_signed=found.issuer == found.subject,
            key=_key(found),
            signature_hash=_hash(found),
            chain_length=chain_length,
        )
    except (ValueError, TypeError, x509.InvalidVersion, x509.UnsupportedGeneralNameType):
        return None


def _names(found: x509.Certificate) -> tuple[str, ...]:
    try:
        extension = found.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    except (x509.ExtensionNotFound, ValueError):
        return ()
    return tuple(extension.value.get_values_for_type(x509.DNSName))[:100]


def _hash(found: x509.Certificate) -> str:
    """The name of the hash that it is signed by, "" for what this program does not know."""
    try:
        return getattr(found.signature_hash_algorithm, "name", "") or ""
    except UnsupportedAlgorithm:
        return ""


def _key(found: x509.Certificate) -> str:
    try:
        key = found.public_key()
    except UnsupportedAlgorithm:
        return "other"
    if isinstance(key, rsa.RSAPublicKey):
        return f"RSA {key.key_size}"
    return f"EC {key.curve.name}" if isinstance(key, ec.EllipticCurvePublicKey) else "other"
