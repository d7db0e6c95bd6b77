"""One door of a site in the terms of pshtt: what it leads to, and how it proves who it is."""

from dataclasses import dataclass
from functools import cached_property

from audits.facts.hosts import host_of
from audits.facts.hsts import Hsts, hsts_of
from audits.facts.kleene import all_of, any_of, no
from ideaaudit.models import Certificate, Endpoint, Reason, TlsSeen
from ideaaudit.web import registered_domain

# Nobody is there, or nobody may be let in.
_DEAD = frozenset({Reason.DNS, Reason.REFUSED})
# Silence: a firewall that drops what it does not like, or a host that is gone.
_SILENT = frozenset({Reason.TIMEOUT})
# Names of a certificate are stored up to this number.
_ALL_NAMES = 100


@dataclass(frozen=True)
class Door:
    """One of the four doors.

    Attributes:
        live: whether anything answered, a TLS handshake that failed included.
        full: whether it was an answer of HTTP.
        status: of the first answer.
        immediate: where the first answer leads, or "".
        eventual: where the visitor ends up, or "" where that is nowhere else or not known.
        server: the Server header; `note`: why it could not be seen.
    """

    scheme: str
    host: str
    live: bool | None
    status: int | None = None
    immediate: str = ""
    eventual: str = ""
    hsts_header: str = ""
    server: str = ""
    note: str = ""
    verified: bool | None = None
    tls: TlsSeen | None = None
    observed_at: str = ""

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host}"

    @property
    def full(self) -> bool:
        return self.scheme == "https" and self.status is not None

    @property
    def client_auth(self) -> bool:
        """Whether it demands a certificate: it asks for one, and serves nothing without."""
        return self.tls is not None and self.tls.client_certificate and not self.full

    @property
    def redirect(self) -> bool:
        return bool(self.immediate)

    @cached_property
    def down(self) -> bool | None:
        """Dead, of another name, or answering with neither 2xx nor 3xx."""
        served = self.status is not None and 200 <= self.status < 400
        return any_of(no(self.live), bool(self.bad_hostname), _known(self.live, not served))

    @cached_property
    def unserved(self) -> bool | None:
        """A redirect, dead, or answering with no 2xx."""
        served = self.status is not None and 200 <= self.status < 300
        return any_of(self.redirect, no(self.live), _known(self.live, not served))

    @cached_property
    def unused(self) -> bool | None:
        return any_of(self.unserved, bool(self.bad_hostname))

    @cached_property
    def usable(self) -> bool | None:
        return all_of(self.live, not self.bad_hostname)

    @cached_property
    def gone(self) -> bool | None:
        """Dead, of another name, or answering with an error."""
        error = self.status is not None and self.status >= 400
        return any_of(no(self.live), bool(self.bad_hostname), _known(self.live, error))

    @cached_property
    def to_www(self) -> bool | None:
        there = host_of(self.immediate)
        return _known(self.live, there == f"www.{self.host}")

    @property
    def to_https(self) -> bool | None:
        return _known(self.live, self.immediate.startswith("https://"))

    @cached_property
    def upgrades(self) -> bool | None:
        return all_of(self.to_https, not _away(self.host, self.immediate))

    @cached_property
    def downgrades(self) -> bool | None:
        plain = self.immediate.startswith("http://") and not _away(self.host, self.immediate)
        return _known(self.live, plain)

    @cached_property
    def ends_secure(self) -> bool | None:
        """Whether an http door serves nobody in the open: it is gone, or its redirects end at
        https; None where their end is not known."""
        there = self.eventual.startswith("https://") if self.eventual else None
        return any_of(self.gone, there if self.redirect else False)

    @cached_property
    def leads_away(self) -> bool | None:
        """Whether the visitor ends up on another registered domain."""
        if self.redirect and not self.eventual:
            return None
        return _known(self.live, self.redirect and _away(self.host, self.eventual))

    @property
    def policy(self) -> Hsts:
        return hsts_of(self.hsts_header)

    @cached_property
    def has_hsts(self) -> bool | None:
        """Browsers take the header over a connection that holds; None without an answer."""
        if self.bad_hostname:
            return False
        if not self.full:
            return False if self.live is False else None
        return bool(self.hsts_header) and self.policy.on

    def asks(self, more: bool) -> bool | None:
        """Whether its policy counts, and asks for something more."""
        return None if self.has_hsts is None else self.has_hsts and more

    @cached_property
    def bad_hostname(self) -> bool | None:
        shown = self._certificate
        if shown and self.verified is False and 0 < len(shown.names) < _ALL_NAMES:
            return self._has("hostname") or not _covers(shown.names, self.host)
        return self._has("hostname")

    @property
    def expired(self) -> bool | None:
        shown = self._certificate
        past = shown is not None and bool(self.observed_at) and shown.not_after < self.observed_at
        return (self.verified is False and past) or self._has("expired")

    @property
    def self_signed(self) -> bool | None:
        shown = self._certificate
        alone = self.verified is False and shown is not None and shown.self_signed
        return alone or self._has("self-signed")

    @property
    def bad_chain(self) -> bool | None:
        return any_of(self._has("untrusted"), self._has("missing-intermediate"))

    @cached_property
    def valid(self) -> bool | None:
        """Whether its certificate holds; None where it was not seen, or failed for a reason that
        is not known."""
        faults = (
            self.expired, self.self_signed, self.bad_chain, self.bad_hostname,
            self._has("not-yet-valid"),
        )  # fmt: skip
        return False if True in faults else (self.verified or None)

    @property
    def _certificate(self) -> Certificate | None:
        return self.tls.certificate if self.tls else None

    def _has(self, fault: str) -> bool | None:
        """Whether the certificate has a fault; None where it was not seen."""
        if self.scheme == "http" or self.verified:
            return False
        if self.tls is None or self.verified is None:
            return None
        return fault in self.tls.faults


def door_of(
    scheme: str,
    host: str,
    seen: Endpoint | None,
    tls: TlsSeen | None,
    observed_at: str,
    answered: bool,
) -> Door:
    """A door as it was seen.

    Args:
        seen: None where it was not tried, for which it is dead.
        answered: whether any door of the site did, so that silence means something.
    """
    if seen is None:
        return Door(scheme, host, False)
    first = seen.hops[0] if seen.hops else None
    immediate = first.location if first and 300 <= first.status < 400 else ""
    verified = seen.verified if seen.verified is not None or tls is None else tls.verified
    return Door(
        scheme=scheme,
        host=host,
        live=_live(seen, tls, answered),
        status=first.status if first else None,
        immediate=immediate,
        eventual=_eventual(seen, host, immediate),
        hsts_header=seen.hsts,
        server=next((value for name, value in seen.headers if name == "server"), ""),
        note=(seen.gap.detail or seen.gap.reason.value) if seen.gap else "",
        verified=verified if scheme == "https" else None,
        tls=tls,
        observed_at=observed_at,
    )


def _live(seen: Endpoint, tls: TlsSeen | None, answered: bool) -> bool | None:
    if seen.live or seen.hops:
        return True
    reason = seen.gap.reason if seen.gap else None
    shaken = tls is not None and (tls.client_certificate or bool(tls.versions))
    if shaken or reason is Reason.TLS:
        return True  # a handshake that fails is an answer
    if seen.refused or reason in _DEAD or (answered and reason in _SILENT):
        return False
    return None


def _eventual(seen: Endpoint, host: str, immediate: str) -> str:
    """The end of the chain; where it was not reached, its first step, if that leads away."""
    if not immediate:
        return ""
    if seen.gap is None and not seen.hops[-1].location:
        return seen.hops[-1].url
    return immediate if _away(host, immediate) else ""


def _away(host: str, url: str) -> bool:
    return registered_domain(host_of(url)) != registered_domain(host)


def _covers(names: tuple[str, ...], host: str) -> bool:
    """Whether a certificate's names cover a host (RFC 6125 6.4)."""
    above = "*." + host.partition(".")[2]
    return any(name.lower().rstrip(".") in (host, above) for name in names)


def _known(live: bool | None, value: bool) -> bool | None:
    """What an answer shows; nothing is known where it is not known whether there is one."""
    return None if live is None else value
