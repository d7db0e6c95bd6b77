"""What was seen of one site beside its pages."""

from dataclasses import dataclass

from ideaaudit.models.outcome import Gap
from ideaaudit.models.page import Hop


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
        ciphers: weak suites that were accepted, by their IANA names; None where not tried.
        refused_versions: protocols that were tried and refused; "SSLv3" too.
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
    ciphers: tuple[str, ...] | None = None
    refused_versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One of the four doors of a site: http or https, bare or www.

    Attributes:
        url: the door, for example "http://www.agency.gov/".
        live: whether anything answered, verified or not.
        refused: whether the port was closed (an answer, as against a timeout).
        hops: the redirect chain from here; the last one is the page.
        hsts: the first Strict-Transport-Security header of the first answer, or "".
        digest: sha256 (16 hex) of the last answer's body, "" where there was none.
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
    digest: str = ""


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
class PathSeen:
    """A URL that law, policy or a standard names, or that the site's own required links lead to.

    Attributes:
        name: what it is for: "security-txt", "vdp", "privacy", "foia", "developer", ... or
            "link:KIND" for the target of the home page's required link of that kind.
        status: of the last answer, or None where nothing answered.
        text: at most 256 KiB of a text answer, "" otherwise.
        url: the first that is there of those tried; the first of all where none is.
        soft_404: whether the answer is like that for a made-up path; None where that is unknown.
        gap: why it could not be seen, where it could not.
    """

    name: str
    url: str
    status: int | None
    hops: tuple[Hop, ...] = ()
    media_type: str = ""
    text: str = ""
    soft_404: bool | None = None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class SitemapFile:
    """One file of a site's sitemap (sitemaps.org).

    Attributes:
        found_by: "robots", "path" or "index".
        kind: "urlset", "index", "text", "feed", or "" where it is none of these.
        size: bytes, decompressed.
        urls: how many it names; pdfs: how many of those are PDFs.
        dated: how many have a <lastmod>; newest: the newest of them, ISO 8601, or "".
        fault: why it could not be read whole, or "".
    """

    url: str
    found_by: str
    status: int | None
    media_type: str = ""
    kind: str = ""
    size: int = 0
    digest: str = ""
    urls: int = 0
    pdfs: int = 0
    dated: int = 0
    newest: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class DnsSeen:
    """What the Domain Name System says of a name; a part that is None was not answered.

    A site has an entry for its bare host and for its www host, and one for its registered domain
    where that is another name: with the mail records alone.

    Attributes:
        a, aaaa: addresses. cname: the chain of canonical names. ptr: of the first address.
        caa: CAA records as text, of the closest ancestor that has any (RFC 8659).
        mx, txt, dmarc: asked of the registered domain only; txt holds "v=spf1" records,
            dmarc what stands at _dmarc (RFC 7489).
        reached_v6: whether a connection over IPv6 was made; None where this machine has none.
    """

    name: str
    a: tuple[str, ...] | None = None
    aaaa: tuple[str, ...] | None = None
    cname: tuple[str, ...] | None = None
    ptr: str | None = None
    caa: tuple[str, ...] | None = None
    mx: tuple[str, ...] | None = None
    txt: tuple[str, ...] | None = None
    dmarc: tuple[str, ...] | None = None
    reached_v6: bool | None = None


@dataclass(frozen=True, slots=True)
class Preload:
    """What Chromium's published HSTS preload list says of a registered domain.

    Attributes:
        listed: whether the domain, or one above it, is in the list with its subdomains.
        by: the entry that covers it, or "".
        dated: when the list was published, ISO 8601, or "".
    """

    listed: bool
    by: str
    dated: str


@dataclass(frozen=True, slots=True)
class AgentsSeen:
    """The start page, asked for under our own name and under a browser's, by turns and twice.

    Attributes:
        own, browser: statuses in order; own_size, browser_size: bytes of the last answer.
    """

    own: tuple[int, ...]
    browser: tuple[int, ...]
    own_size: int
    browser_size: int


@dataclass(frozen=True, slots=True)
class SearchTried:
    """One polite query to the site's own search for the title of one of its pages.

    Attributes:
        query: the words asked for; url: the address of the results.
        found: whether the page was among the first twenty results; None where that cannot be told.
        empty: whether the results say that there are none, twice.
    """

    query: str
    url: str
    status: int | None
    found: bool | None
    empty: bool = False
    gap: Gap | None = None


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
    dns: tuple[DnsSeen, ...] | None = None
    paths: tuple[PathSeen, ...] | None = None
    sitemaps: tuple[SitemapFile, ...] | None = None
    preload: Preload | None = None
    agents: AgentsSeen | None = None
    searched: SearchTried | None = None

    @property
    def ciphers(self) -> tuple[str, ...] | None:
        """The weak suites that any host accepted, or None where none was tried."""
        tried = [one.ciphers for one in self.tls or () if one.ciphers is not None]
        return tuple(name for one in tried for name in one) if tried else None

    def path(self, name: str) -> PathSeen | None:
        """What was seen at a required path or link, by its name."""
        return next((one for one in self.paths or () if one.name == name), None)


@dataclass(frozen=True, slots=True)
class LostUrl:
    """A known URL that answered with no page, for checks of a whole site.

    Attributes:
        reason: "not-found", "redirected", "off-site", "timeout", ...
        status: of the answer, where one is known.
        detail: where a redirect leads, and of which kind it is.
    """

    url: str
    found_by: str
    reason: str
    status: int | None = None
    detail: str = ""
