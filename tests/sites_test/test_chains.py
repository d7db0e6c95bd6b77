"""Each fault as OpenSSL sees it (X509_V_ERR codes, `man openssl-verification-options`)."""

import socket
import ssl

import pytest

from tests.sites.patches import load_patches
from tests.sites.server import Samples, serve
from tests.sites_test.asking import door, trusting

FAULTS = [
    ("certificate-expired", 10),
    ("certificate-other-name", 62),
    ("certificate-self-signed", 18),
    ("certificate-untrusted", 19),
    ("certificate-without-intermediate", 20),
]


def shake_hands(samples: Samples, host: str) -> ssl.SSLSocket:
    raw = socket.create_connection(door(samples, "https", host), timeout=10)
    return trusting(samples).wrap_socket(raw, server_hostname=host)


def test_every_host_has_a_certificate_of_its_own_that_verifies(samples: Samples) -> None:
    for site in samples.sites.values():
        for host in site.hosts:
            with shake_hands(samples, host) as secured:
                certificate = secured.getpeercert()
                assert certificate
                assert certificate["subjectAltName"] == tuple(("DNS", name) for name in site.hosts)
                assert secured.version() == "TLSv1.3"


def test_tls_1_2_is_spoken_and_1_1_is_not(samples: Samples) -> None:
    host = "www.tides-sample.gov"
    context = trusting(samples)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    with socket.create_connection(door(samples, "https", host)) as raw:
        assert context.wrap_socket(raw, server_hostname=host).version() == "TLSv1.2"
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
    with socket.create_connection(door(samples, "https", host)) as raw, pytest.raises(ssl.SSLError):
        old.wrap_socket(raw, server_hostname=host)


@pytest.mark.parametrize(("fault", "code"), FAULTS)
def test_a_planted_fault_is_refused_for_its_own_reason(fault: str, code: int) -> None:
    key = load_patches()[fault].site
    with serve([fault]) as samples:
        with pytest.raises(ssl.SSLCertVerificationError) as refused:
            shake_hands(samples, key)
        shake_hands(samples, "www.maps-sample.gov").close()
    assert refused.value.verify_code == code
