"""The scores of pulse.cio.gov, by which agencies were ranked on M-15-13 and BOD 18-01.

Each is a number of Pulse's own scale, or None where it depends on what was not seen.
"""

from dataclasses import dataclass

from audits.check import Value
from audits.facts.hsts import YEAR
from audits.facts.kleene import all_of, any_of, no
from ideaaudit.models import TlsSeen

_RC4 = ("RC4", "ARCFOUR")
_TRIPLE_DES = ("3DES", "DES-CBC3", "DES_EDE")


@dataclass(frozen=True, slots=True)
class Crypto:
    """Which of the things that BOD 18-01 forbids are on; None where that was not tried."""

    sslv2: bool | None = None
    sslv3: bool | None = None
    rc4: bool | None = None
    triple_des: bool | None = None


@dataclass(frozen=True, slots=True)
class Pulse:
    """The scores of one site.

    Attributes:
        uses: 2 valid, 1 with a flawed chain, 0 downgrades, -1 none; 1 and more is "yes".
        enforces: 3 at once, 2 in time, 1 only present, 0 no https; 2 and more is "yes".
        hsts: 3 by its parent's preloading, 2 a year, 1 less, 0 none, -1 no https.
        preloaded: 2 yes, 1 ready, 0 no.
        bod_crypto: 1 clean, 0 not, -1 not known or no https.
        m1513: enforces and HSTS; bod1801: and no forbidden crypto, as far as that was tried.
    """

    uses: int | None
    enforces: int | None
    hsts: int | None
    preloaded: int | None
    bod_crypto: int
    m1513: bool | None
    bod1801: bool | None
    crypto: Crypto

    def measures(self) -> tuple[tuple[str, Value], ...]:
        return (
            ("uses", self.uses),
            ("enforces", self.enforces),
            ("hsts", self.hsts),
            ("preloaded", self.preloaded),
            ("bod-crypto", self.bod_crypto),
            ("m1513", self.m1513),
            ("bod1801", self.bod1801),
            ("rc4", self.crypto.rc4),
            ("3des", self.crypto.triple_des),
            ("sslv2", self.crypto.sslv2),
            ("sslv3", self.crypto.sslv3),
        )


def uses_of(downgrades: bool | None, valid: bool | None, flawed: bool | None) -> int | None:
    """`flawed`: a chain that does not hold, for a name that does."""
    if downgrades is None:
        return None
    if downgrades:
        return 0
    if valid:
        return 2
    if valid is None or flawed is None:
        return None
    return 1 if flawed else -1


def enforces_of(
    uses: int | None, strict: bool | None, defaults: bool | None, redirect: bool | None
) -> int | None:
    if uses is None:
        return None
    if uses <= 0:
        return 0
    at_once = all_of(strict, any_of(defaults, redirect))
    if at_once is None:
        return None
    if at_once:
        return 3
    in_time = all_of(no(strict), defaults)
    return None if in_time is None else 1 + in_time


def hsts_score(
    parent_preloaded: bool | None, uses: int | None, on: bool | None, max_age: int | None
) -> int | None:
    if parent_preloaded:
        return 3
    if uses is None:
        return None
    if uses <= 0:
        return -1
    if on is None:
        return None
    if on and max_age:
        return 2 if max_age >= YEAR else 1
    return 0


def preloaded_of(preloaded: bool | None, ready: bool | None) -> int | None:
    if preloaded is None:
        return None
    if preloaded:
        return 2
    return None if ready is None else int(ready)


def crypto_of(tls: TlsSeen | None) -> Crypto:
    """What a host was seen to take, by its protocols and weak ciphers."""
    if tls is None:
        return Crypto()
    return Crypto(
        sslv2=_protocol("SSLv2", tls),
        sslv3=_protocol("SSLv3", tls),
        rc4=_cipher(_RC4, tls.ciphers),
        triple_des=_cipher(_TRIPLE_DES, tls.ciphers),
    )


def bod_crypto_of(uses: int | None, crypto: Crypto) -> int:
    """SSLv2 may be unknown in a clean bill: no server has it that refuses SSLv3."""
    if uses is None or uses <= 0:
        return -1
    if any_of(crypto.sslv2, crypto.sslv3, crypto.rc4, crypto.triple_des):
        return 0
    return -1 if None in (crypto.sslv3, crypto.rc4, crypto.triple_des) else 1


def m1513_of(enforces: int | None, hsts: int | None, parent_preloaded: bool | None) -> bool | None:
    """HTTPS enforced, and a year of HSTS: by the host itself or its parent's preloading."""
    return all_of(_enough(enforces), any_of(_enough(hsts), parent_preloaded))


def bod1801_of(m1513: bool | None, bod_crypto: int) -> bool | None:
    return all_of(m1513, bod_crypto != 0)


def _enough(score: int | None) -> bool | None:
    return None if score is None else score >= 2


def _protocol(name: str, tls: TlsSeen) -> bool | None:
    if name in tls.versions:
        return True
    return False if name in tls.refused_versions else None


def _cipher(marks: tuple[str, ...], ciphers: tuple[str, ...] | None) -> bool | None:
    if ciphers is None:
        return None
    return any(mark in cipher.upper() for cipher in ciphers for mark in marks)
