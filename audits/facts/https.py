"""The verdicts of M-15-13 and BOD 18-01, from the four doors of a site and its TLS.

The logic is that of pshtt, by which CISA scored federal domains, and of Pulse's roll-up, with
pshtt's known faults mended: directives of HSTS in any order count; a year is asked for everywhere;
a host that wants a client's certificate is live; a website may reach HTTPS by more than one
redirect (its issue 207, as its own README says); and what was not seen is None, never False.

A door that was silent twice is down where another door of the site answered; where none did,
and where a door was not asked (robots.txt, a fault of ours), nothing is known of it.
"""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from audits.check import SiteView
from audits.facts.door import Door, door_of
from audits.facts.kleene import all_of, any_of, no
from audits.facts.pulse import (
    Pulse,
    bod1801_of,
    bod_crypto_of,
    crypto_of,
    enforces_of,
    hsts_score,
    m1513_of,
    preloaded_of,
    uses_of,
)
from ideaaudit.models import Preload
from ideaaudit.web import registered_domain


@dataclass(frozen=True)
class Https:
    """Four doors, and what follows from them. True, False, or None for what is not known."""

    domain: str
    http: Door
    http_www: Door
    https: Door
    https_www: Door
    preload: Preload | None = None

    @property
    def doors(self) -> tuple[Door, ...]:
        return self.http, self.http_www, self.https, self.https_www

    @cached_property
    def live(self) -> bool | None:
        return any_of(*(door.live for door in self.doors))

    @cached_property
    def https_live(self) -> bool | None:
        return any_of(self.https.live, self.https_www.live)

    @property
    def full_connection(self) -> bool:
        return self.https.full or self.https_www.full

    @property
    def client_auth(self) -> bool:
        """Whether a door of https answers only to those who bring a certificate."""
        return any(door.client_auth for door in (self.https, self.https_www))

    @cached_property
    def at_www(self) -> bool | None:
        """Whether the site is at its www name: some www door lives, neither bare one serves, and
        both are down or one leads to www at once."""
        bare = (self.https, self.http)
        return all_of(
            any_of(self.https_www.live, self.http_www.live),
            *(door.unused for door in bare),
            any_of(all_of(*(door.down for door in bare)), *(door.to_www for door in bare)),
        )

    @cached_property
    def defaults(self) -> bool | None:
        """Whether the site is at https: some https door is usable, neither http door serves, and
        both are dead or one leads to https inside the domain at once."""
        plain = (self.http, self.http_www)
        return all_of(
            any_of(self.https.usable, self.https_www.usable),
            *(door.unserved for door in plain),
            any_of(all_of(*(no(door.live) for door in plain)), *(door.upgrades for door in plain)),
        )

    @cached_property
    def canonical(self) -> Door | None:
        """The door that stands for the site, or None where that depends on what was not seen."""
        if self.at_www is None or self.defaults is None:
            return None
        if self.defaults:
            return self.https_www if self.at_www else self.https
        return self.http_www if self.at_www else self.http

    @cached_property
    def main(self) -> Door | None:
        """The https door of the canonical name."""
        if self.at_www is None:
            return None
        return self.https_www if self.at_www else self.https

    @cached_property
    def redirect(self) -> bool | None:
        """Whether the site is only a way to other domains."""
        return _only_leads_away(self.doors)

    @cached_property
    def http_redirect(self) -> bool | None:
        return _only_leads_away((self.http, self.http_www))

    @property
    def redirect_to(self) -> str:
        return self.canonical.eventual if self.redirect and self.canonical else ""

    @cached_property
    def valid(self) -> bool | None:
        return all_of(self.main.live, self.main.valid) if self.main else None

    @cached_property
    def downgrades(self) -> bool | None:
        if self.main is None:
            return None
        return all_of(any_of(self.https.usable, self.https_www.usable), self.main.downgrades)

    @cached_property
    def strictly_forces(self) -> bool | None:
        plain = (self.http, self.http_www)
        forced = (any_of(no(door.live), door.to_https) for door in plain)
        return all_of(self.https_live, *forced)

    @cached_property
    def supports(self) -> bool | None:
        if self.main is None:
            return None
        return all_of(no(self.downgrades), any_of(self.valid, self.flawed))

    @property
    def flawed(self) -> bool | None:
        """A chain that does not hold, for a name that does: visitors are warned."""
        door = self.main
        return all_of(door.live, door.bad_chain, no(door.bad_hostname)) if door else None

    @cached_property
    def enforces(self) -> bool | None:
        """A way to other domains must lead to https at once; a website may take its time."""
        at_once = all_of(self.strictly_forces, any_of(self.defaults, self.http_redirect))
        plain = (self.http, self.http_www)
        in_time = all_of(self.defaults, no(self.redirect), *(door.ends_secure for door in plain))
        return all_of(self.supports, any_of(at_once, in_time))

    @cached_property
    def hsts(self) -> bool | None:
        return self.main.has_hsts if self.main else None

    @property
    def max_age(self) -> int | None:
        return self.main.policy.max_age if self.main and self.main.has_hsts else None

    @cached_property
    def strong_hsts(self) -> bool | None:
        return self.main.asks(self.main.policy.strong) if self.main else None

    @cached_property
    def entire_domain(self) -> bool | None:
        return self.https.asks(self.https.policy.subdomains)

    @cached_property
    def preload_ready(self) -> bool | None:
        return self.https.asks(self.https.policy.ready)

    @property
    def base_preloaded(self) -> bool | None:
        return self.preload.listed if self.preload else None

    @property
    def preloaded(self) -> bool | None:
        """Of the host itself: the list is known of registered domains, which cover those below."""
        is_base = self.domain == registered_domain(self.domain)
        return self.base_preloaded if is_base or self.base_preloaded else None


def _only_leads_away(doors: tuple[Door, ...]) -> bool | None:
    return all_of(
        any_of(*(door.leads_away for door in doors)),
        *(any_of(door.leads_away, door.gone) for door in doors),
    )


def https_of(view: SiteView) -> Https:
    """The site's four doors; those that were not tried, for a port or an address, count as dead."""
    seen = view.observation
    name = view.target.site.partition(":")[0]
    answered = any(one.live for one in seen.endpoints or ())
    found = {
        (parts.scheme, parts.hostname or ""): one
        for one in seen.endpoints or ()
        if (parts := urlsplit(one.url))
    }
    tls = {one.host: one for one in seen.tls or ()}

    def door(scheme: str, host: str) -> Door:
        shaken = tls.get(host) if scheme == "https" else None
        return door_of(scheme, host, found.get((scheme, host)), shaken, seen.observed_at, answered)

    bare, www = name, f"www.{name}"
    return Https(
        name, door("http", bare), door("http", www), door("https", bare), door("https", www),
        seen.preload,
    )  # fmt: skip


def pulse_of(seen: Https) -> Pulse:
    """Pulse's scores of the site."""
    base = seen.domain == registered_domain(seen.domain)
    parent = False if base else seen.base_preloaded
    crypto = crypto_of(seen.main.tls if seen.main else None)
    uses = uses_of(seen.downgrades, seen.valid, seen.flawed)
    enforces = enforces_of(uses, seen.strictly_forces, seen.defaults, seen.redirect)
    hsts = hsts_score(parent, uses, seen.hsts, seen.max_age)
    bod_crypto = bod_crypto_of(uses, crypto)
    m1513 = m1513_of(enforces, hsts, parent)
    return Pulse(
        uses=uses,
        enforces=enforces,
        hsts=hsts,
        preloaded=preloaded_of(seen.preloaded, seen.preload_ready),
        bod_crypto=bod_crypto,
        m1513=m1513,
        bod1801=bod1801_of(m1513, bod_crypto),
        crypto=crypto,
    )
