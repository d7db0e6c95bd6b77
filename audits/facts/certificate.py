"""What is wrong with how a host proves who it is, in words for a webmaster."""

import re

from ideaaudit.models import Certificate, TlsSeen

_WORDS = {
    "expired": "the certificate has expired",
    "not-yet-valid": "the certificate is not valid yet",
    "hostname": "the certificate is for another name",
    "self-signed": "the certificate is self-signed",
    "untrusted": "the certificate's issuer is not trusted",
    "missing-intermediate": "the server leaves out an intermediate certificate",
}
_SMALLEST_RSA = 2048


def faults_of(seen: TlsSeen) -> list[str]:
    """Faults that break trust, in words; [] where it held or the reason is not known."""
    named = [_WORDS[fault] for fault in seen.faults if fault in _WORDS] if not seen.verified else []
    return named + (_weak(seen.certificate) if seen.certificate else [])


def _weak(certificate: Certificate) -> list[str]:
    """Signatures and keys that NIST SP 800-52r2 (3.1) no longer allows."""
    found = []
    if re.search(r"sha-?1$|md5", certificate.signature_hash, re.IGNORECASE):
        found.append(f"the certificate is signed with {certificate.signature_hash}")
    size = re.search(r"rsa\D*(\d+)", certificate.key, re.IGNORECASE)
    if size and int(size[1]) < _SMALLEST_RSA:
        found.append(f"the certificate's key is {certificate.key}")
    return found
