"""Test certificates: a root that the caller trusts, an intermediate, and a leaf for each site."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

LEAF_USAGE = x509.KeyUsage(True, False, False, False, False, False, False, False, False)
CA_USAGE = x509.KeyUsage(True, False, False, False, False, True, True, False, False)


@dataclass(frozen=True, slots=True)
class Signer:
    """A certificate and the key that signs in its name."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        """The certificate as text."""
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        """The key as text, not encrypted: it lives as long as the samples are served."""
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def make_authority(name: str, above: Signer | None = None) -> Signer:
    """A certificate authority, signed by the one above it, or by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    builder = _builder(name, key, above, timedelta(days=-1), timedelta(days=90))
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    return _signed(builder.add_extension(CA_USAGE, critical=True), key, above)


def make_leaf(
    names: tuple[str, ...],
    above: Signer | None,
    *,
    begins: timedelta = timedelta(days=-1),
    ends: timedelta = timedelta(days=60),
    more: str = "",
) -> Signer:
    """A server's certificate for DNS `names`, signed by `above`, or self-signed without it.

    Args:
        more: the URL at which it says that its issuer and its state are to be had.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    alternatives = x509.SubjectAlternativeName([x509.DNSName(name) for name in names])
    builder = (
        _builder(names[0], key, above, begins, ends)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(LEAF_USAGE, critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(alternatives, critical=False)
    )
    if more:
        builder = builder.add_extension(_access(more), critical=False)
    return _signed(builder, key, above)


def _access(url: str) -> x509.AuthorityInformationAccess:
    ways = (AuthorityInformationAccessOID.CA_ISSUERS, AuthorityInformationAccessOID.OCSP)
    place = x509.UniformResourceIdentifier(url)
    return x509.AuthorityInformationAccess([x509.AccessDescription(way, place) for way in ways])


def _builder(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    above: Signer | None,
    begins: timedelta,
    ends: timedelta,
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    subject = _named(name)
    issuer_key = above.key if above else key
    identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(above.certificate.subject if above else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + begins)
        .not_valid_after(now + ends)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(identifier, critical=False)
    )


def _named(name: str) -> x509.Name:
    """X.509 allows a common name of 64 characters."""
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])


def _signed(
    builder: x509.CertificateBuilder, key: ec.EllipticCurvePrivateKey, above: Signer | None
) -> Signer:
    return Signer(builder.sign(above.key if above else key, hashes.SHA256()), key)
