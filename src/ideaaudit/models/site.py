"""What was seen of one site beside its pages."""

from dataclasses import dataclass

from ideaaudit.models.page import Gap, Hop


@dataclass(frozen=True, slots=True)
class Certificate:
    """The certificate that the host served. Times are UTC, ISO 8601, seconds."""

    subject: str
    issuer: str
    names: tuple[str, ...]
    not_before: str
    not_after: str
    self_signed: bool
    key: str
    signature_hash: str
    chain_length: int


@dataclass(frozen=True, slots=True)
class TlsSeen:
    """TLS on one host and port.

    Attributes:
        verified: whether the chain and the name held against the trust store; None where no
            handshake with verification could be finished or refused for that reason.
        faults: OpenSSL's reasons in words, by our names: "expired", "hostname",
            "self-signed", "untrusted", "missing-intermediate", "not-yet-valid", "other".
        versions: protocols that were accepted: "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3".
        alpn: protocol chosen by ALPN ("h2", "http/1.1" or "").
        client_certificate: whether the host asked for a client certificate.
    """

    host: str
    port: int
    verified: bool | None
    faults: tuple[str, ...] = ()
    certificate: Certificate | None = None
    versions: tuple[str, ...] = ()
    alpn: str = ""
    client_certificate: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One of the four doors of a site: http or https, bare or www.

    Attributes:
        url: the door, for example "http://www.agency.gov/".
        live: whether anything answered, verified or not.
        refused: whether the port was closed (an answer, as against a timeout).
        hops: the redirect chain from here; the last one is the page.
        hsts: the first Strict-Transport-Security header of the first answer, or "".
        verified: for https, whether TLS was verified for the first hop; None for http.
        gap: why it could not be seen, where it could not.
    """

    url: str
    live: bool
    refused: bool = False
    hops: tuple[Hop, ...] = ()
    hsts: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    verified: bool | None = None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file such as robots.txt as it was served.

    Attributes:
        status: of the last answer, or None where there was none.
        text: at most 512 KiB of it, "" where the status was not 2xx.
    """

    url: str
    status: int | None
    media_type: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class NotFoundProbe:
    """What the site answered for a made-up path."""

    url: str
    status: int | None
    hops: tuple[Hop, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteObservation:
    """One site as its probes met it; a part that is None has its `Gap`."""

    site: str
    observed_at: str
    endpoints: tuple[Endpoint, ...] | None = None
    tls: tuple[TlsSeen, ...] | None = None
    robots: TextFile | None = None
    not_found: NotFoundProbe | None = None
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was and was not seen of a site; every number of a report stands on these.

    Attributes:
        found: URLs known; walked + queued + skipped + lost = found.
        walked: URLs that answered and were read.
        skipped, lost: by reason, as (reason, count).
        sampled: pages chosen to be rendered.
        rendered: pages of those that were rendered.
        render_lost: the rest, by reason.
        complete: whether no known URL was left out for want of budget or time.
    """

    found: int = 0
    walked: int = 0
    queued: int = 0
    skipped: tuple[tuple[str, int], ...] = ()
    lost: tuple[tuple[str, int], ...] = ()
    sampled: int = 0
    rendered: int = 0
    render_lost: tuple[tuple[str, int], ...] = ()
    complete: bool = False
