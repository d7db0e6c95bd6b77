"""A ClientHello of our own making: for what today's OpenSSL cannot offer (SSLv3, weak suites)."""

import os
import struct
from collections.abc import Sequence

HANDSHAKE, SERVER_HELLO = 22, 2
SSL3, TLS12 = 0x0300, 0x0303
# What any SSLv3 server of its time could choose.
SSL3_SUITES = (0x0005, 0x0004, 0x000A, 0x0009, 0x002F, 0x0035, 0x0039, 0x0033, 0x0016, 0x0003)

# IANA's TLS cipher suites with RC4, 3DES or DES, NULL, EXPORT or no authentication, by family;
# the last are suites of export grade (RFC 2246 and draft-ietf-tls-56-bit-ciphersuites).
WEAK = {
    "RC4": {
        0x0004: "TLS_RSA_WITH_RC4_128_MD5",
        0x0005: "TLS_RSA_WITH_RC4_128_SHA",
        0xC002: "TLS_ECDH_ECDSA_WITH_RC4_128_SHA",
        0xC007: "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA",
        0xC00C: "TLS_ECDH_RSA_WITH_RC4_128_SHA",
        0xC011: "TLS_ECDHE_RSA_WITH_RC4_128_SHA",
    },
    "3DES": {
        0x000A: "TLS_RSA_WITH_3DES_EDE_CBC_SHA",
        0x000D: "TLS_DH_DSS_WITH_3DES_EDE_CBC_SHA",
        0x0010: "TLS_DH_RSA_WITH_3DES_EDE_CBC_SHA",
        0x0013: "TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA",
        0x0016: "TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA",
        0xC003: "TLS_ECDH_ECDSA_WITH_3DES_EDE_CBC_SHA",
        0xC008: "TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA",
        0xC00D: "TLS_ECDH_RSA_WITH_3DES_EDE_CBC_SHA",
        0xC012: "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA",
    },
    "DES": {
        0x0009: "TLS_RSA_WITH_DES_CBC_SHA",
        0x0012: "TLS_DHE_DSS_WITH_DES_CBC_SHA",
        0x0015: "TLS_DHE_RSA_WITH_DES_CBC_SHA",
    },
    "NULL": {
        0x0001: "TLS_RSA_WITH_NULL_MD5",
        0x0002: "TLS_RSA_WITH_NULL_SHA",
        0x003B: "TLS_RSA_WITH_NULL_SHA256",
        0xC001: "TLS_ECDH_ECDSA_WITH_NULL_SHA",
        0xC006: "TLS_ECDHE_ECDSA_WITH_NULL_SHA",
        0xC00B: "TLS_ECDH_RSA_WITH_NULL_SHA",
        0xC010: "TLS_ECDHE_RSA_WITH_NULL_SHA",
    },
    "EXPORT": {
        0x0003: "TLS_RSA_EXPORT_WITH_RC4_40_MD5",
        0x0006: "TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5",
        0x0008: "TLS_RSA_EXPORT_WITH_DES40_CBC_SHA",
        0x0011: "TLS_DHE_DSS_EXPORT_WITH_DES40_CBC_SHA",
        0x0014: "TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA",
        0x0062: "TLS_RSA_EXPORT1024_WITH_DES_CBC_SHA",
        0x0064: "TLS_RSA_EXPORT1024_WITH_RC4_56_SHA",
    },
    "anon": {
        0x0017: "TLS_DH_anon_EXPORT_WITH_RC4_40_MD5",
        0x0018: "TLS_DH_anon_WITH_RC4_128_MD5",
        0x0019: "TLS_DH_anon_EXPORT_WITH_DES40_CBC_SHA",
        0x001A: "TLS_DH_anon_WITH_DES_CBC_SHA",
        0x001B: "TLS_DH_anon_WITH_3DES_EDE_CBC_SHA",
        0x0034: "TLS_DH_anon_WITH_AES_128_CBC_SHA",
        0x003A: "TLS_DH_anon_WITH_AES_256_CBC_SHA",
        0x006C: "TLS_DH_anon_WITH_AES_128_CBC_SHA256",
        0x006D: "TLS_DH_anon_WITH_AES_256_CBC_SHA256",
        0x00A6: "TLS_DH_anon_WITH_AES_128_GCM_SHA256",
        0x00A7: "TLS_DH_anon_WITH_AES_256_GCM_SHA384",
        0xC015: "TLS_ECDH_anon_WITH_NULL_SHA",
        0xC016: "TLS_ECDH_anon_WITH_RC4_128_SHA",
        0xC017: "TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA",
        0xC018: "TLS_ECDH_anon_WITH_AES_128_CBC_SHA",
        0xC019: "TLS_ECDH_anon_WITH_AES_256_CBC_SHA",
    },
}
# Every curve, hash and signature that a server may want to see before it chooses.
GROUPS = (29, 23, 24, 25, 30)
SIGNATURES = (0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203,
              0x0201, 0x0402, 0x0202)  # fmt: skip


def client_hello(host: str, version: int, suites: Sequence[int]) -> bytes:
    """The bytes that begin a handshake (RFC 5246 7.4.1.2), or SSLv3's (RFC 6101 5.6.1.2)."""
    chosen = b"".join(struct.pack("!H", suite) for suite in suites)
    body = struct.pack("!H", version) + os.urandom(32) + b"\0" + _vector(chosen, 2) + b"\1\0"
    if version > SSL3:
        body += _vector(_extensions(host), 2)
    message = b"\1" + struct.pack("!I", len(body))[1:] + body
    return struct.pack("!BHH", HANDSHAKE, min(version, 0x0301), len(message)) + message


def chosen_by(answer: bytes) -> tuple[int, int] | None:
    """Version and suite of the ServerHello that an answer begins with; None where it has none.

    Raises nothing, whatever the bytes.
    """
    if len(answer) < 9 or answer[0] != HANDSHAKE or answer[5] != SERVER_HELLO:
        return None
    at = 9 + 2 + 32
    if len(answer) <= at:
        return None
    at += 1 + answer[at]
    if len(answer) < at + 2:
        return None
    version, suite = struct.unpack_from("!H", answer, 9)[0], struct.unpack_from("!H", answer, at)[0]
    return version, suite


def _vector(data: bytes, width: int) -> bytes:
    return len(data).to_bytes(width, "big") + data


def _extensions(host: str) -> bytes:
    """Server name (not for an address), curves, point formats and signatures."""
    groups = b"".join(struct.pack("!H", group) for group in GROUPS)
    signatures = b"".join(struct.pack("!H", one) for one in SIGNATURES)
    found = [(10, _vector(groups, 2)), (11, b"\1\0"), (13, _vector(signatures, 2))]
    if not (host.replace(".", "").isdigit() or ":" in host):
        name = host.encode("idna") if not host.isascii() else host.encode()
        found.insert(0, (0, _vector(b"\0" + _vector(name, 2), 2)))
    return b"".join(struct.pack("!H", kind) + _vector(data, 2) for kind, data in found)
