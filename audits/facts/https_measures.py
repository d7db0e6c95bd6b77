"""The verdicts on a site's HTTPS as named values, for exports in the columns of pshtt and Pulse.

pshtt's columns, in its order: https:domain, base-domain, canonical-url, live, https-live,
full-connection, client-auth, redirect, redirect-to, valid, publicly-trusted, custom-trusted
(always None: there is one trust store), defaults, downgrades, strictly-forces, bad-chain,
bad-hostname, expired, self-signed, hsts, hsts-header, hsts-max-age, hsts-entire-domain,
hsts-preload-ready, hsts-preload-pending (always None: hstspreload.org is not asked),
hsts-preloaded, base-preloaded, supports, enforces, strong-hsts, ip, server, server-version (always
None, as in pshtt), chain-length, missing-intermediate, notes, unknown-error. Pulse's: pulse:uses,
enforces, hsts, preloaded, bod-crypto, m1513, bod1801, and rc4, 3des, sslv2, sslv3. None is what is
not known: an export leaves its cell empty.
"""

from audits.check import SiteView, Value
from audits.facts.https import Https, https_of, pulse_of
from ideaaudit.web import registered_domain


def measures_of(view: SiteView) -> list[tuple[str, Value]]:
    """Every value that the module's docstring names."""
    seen = https_of(view)
    values = {**_verdicts(seen), **_certificate(seen), **_policy(seen), **_server(view, seen)}
    named: list[tuple[str, Value]] = [(f"https:{name}", value) for name, value in values.items()]
    return named + [(f"pulse:{name}", value) for name, value in pulse_of(seen).measures()]


def _verdicts(seen: Https) -> dict[str, Value]:
    return {
        "domain": seen.domain,
        "base-domain": registered_domain(seen.domain),
        "canonical-url": seen.canonical.url if seen.canonical else None,
        "live": seen.live,
        "https-live": seen.https_live,
        "full-connection": seen.full_connection,
        "client-auth": seen.client_auth,
        "redirect": seen.redirect,
        "redirect-to": seen.redirect_to or None,
        "valid": seen.valid,
        "defaults": seen.defaults,
        "downgrades": seen.downgrades,
        "strictly-forces": seen.strictly_forces,
        "supports": seen.supports,
        "enforces": seen.enforces,
    }


def _certificate(seen: Https) -> dict[str, Value]:
    door = seen.main
    tls = door.tls if door else None
    shown = tls.certificate if tls else None
    return {
        "publicly-trusted": tls.verified if tls else None,
        "custom-trusted": None,
        "bad-chain": door.bad_chain if door else None,
        "bad-hostname": door.bad_hostname if door else None,
        "expired": door.expired if door else None,
        "self-signed": door.self_signed if door else None,
        "chain-length": shown.chain_length if shown else None,
        "missing-intermediate": (
            None if shown is None else shown.chain_length < 2 and not shown.self_signed
        ),
    }


def _policy(seen: Https) -> dict[str, Value]:
    return {
        "hsts": seen.hsts,
        "hsts-header": (seen.main.hsts_header or None) if seen.main else None,
        "hsts-max-age": seen.max_age,
        "hsts-entire-domain": seen.entire_domain,
        "hsts-preload-ready": seen.preload_ready,
        "hsts-preload-pending": None,
        "hsts-preloaded": seen.preloaded,
        "base-preloaded": seen.base_preloaded,
        "strong-hsts": seen.strong_hsts,
    }


def _server(view: SiteView, seen: Https) -> dict[str, Value]:
    doors = [*([seen.canonical] if seen.canonical else []), *seen.doors]
    addresses = [one.a[0] for one in view.observation.dns or () if one.a]
    notes = [f"{door.url}: {door.note}" for door in seen.doors if door.note]
    return {
        "ip": addresses[0] if addresses else None,
        "server": next((door.server for door in doors if door.server), None),
        "server-version": None,
        "notes": "; ".join(notes),
        "unknown-error": any(door.live is None for door in seen.doors),
    }
