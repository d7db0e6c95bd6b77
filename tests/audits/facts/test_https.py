"""Every row of every truth table of M-15-13 and BOD 18-01 is a test."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from audits.check import SiteView
from audits.facts.https import Https, https_of, pulse_of
from audits.facts.https_measures import measures_of
from audits.facts.pulse import (
    Crypto,
    bod1801_of,
    bod_crypto_of,
    crypto_of,
    enforces_of,
    hsts_score,
    m1513_of,
    preloaded_of,
    uses_of,
)
from ideaaudit.models import Certificate, DnsSeen, Endpoint, Gap, Hop, Preload, Reason, TlsSeen
from tests.audits.facts.doors import four, view_of

HERE = Path(__file__).parent / "https"
WORDS = {"yes": True, "no": False, "unknown": None, "-": "", "": ""}


def rows(name: str, mark: str = ",") -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=mark))


def value(word: str) -> object:
    return WORDS[word] if word in WORDS else int(word) if word.lstrip("-").isdigit() else word


VERDICTS, POLICY = rows("verdicts"), rows("policy", "|")


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("verdicts", 94), ("policy", 16), ("pulse_uses", 27), ("pulse_enforces", 135),
        ("pulse_hsts", 80), ("pulse_preloaded", 9), ("pulse_bod_crypto", 89), ("pulse_m1513", 90),
        ("pulse_bod1801", 9),
    ],
)  # fmt: skip
def test_every_row_is_there(name: str, count: int) -> None:
    assert len(rows(name, "|" if name == "policy" else ",")) == count


def verdicts(seen: Https) -> dict[str, object]:
    return {
        "live": seen.live,
        "https_live": seen.https_live,
        "full": seen.full_connection,
        "client": seen.client_auth,
        "canonical": seen.canonical.url if seen.canonical else None,
        "redirect": seen.redirect,
        "redirect_to": seen.redirect_to,
        "valid": seen.valid,
        "defaults": seen.defaults,
        "downgrades": seen.downgrades,
        "strictly": seen.strictly_forces,
        "supports": seen.supports,
        "enforces": seen.enforces,
    }


@pytest.mark.parametrize("row", VERDICTS, ids=[row["case"] for row in VERDICTS])
def test_four_doors_give_a_verdict(row: dict[str, str]) -> None:
    found = verdicts(four(row["http"], row["http_www"], row["https"], row["https_www"]))
    assert found == {name: value(row[name]) for name in found}


@pytest.mark.parametrize("row", POLICY, ids=[row["case"] for row in POLICY])
def test_hsts_of_a_site(row: dict[str, str]) -> None:
    listed = WORDS[row["preload"]]
    seen = https_of(
        view_of(
            row["http"], row["http_www"], row["https"], row["https_www"],
            (row["bare_header"], row["www_header"]),
            Preload(bool(listed), "", "") if listed is not None else None,
        )
    )  # fmt: skip
    found = {
        "hsts": seen.hsts,
        "max_age": seen.max_age,
        "strong": seen.strong_hsts,
        "entire_domain": seen.entire_domain,
        "ready": seen.preload_ready,
        "preloaded": seen.preloaded,
        "base_preloaded": seen.base_preloaded,
    }
    assert found == {name: value(row[name]) for name in found}


def _bod_crypto(uses: int | None, *seen: bool | None) -> int:
    return bod_crypto_of(uses, Crypto(*seen))


@pytest.mark.parametrize(
    ("name", "score"),
    [
        ("pulse_uses", uses_of), ("pulse_enforces", enforces_of), ("pulse_hsts", hsts_score),
        ("pulse_preloaded", preloaded_of), ("pulse_bod_crypto", _bod_crypto),
        ("pulse_m1513", m1513_of), ("pulse_bod1801", bod1801_of),
    ],
)  # fmt: skip
def test_every_score_of_pulse(name: str, score: object) -> None:
    for row in rows(name):
        *given, wanted = map(value, row.values())
        assert score(*given) == wanted, row  # type: ignore[operator]


def sub(view: SiteView, preload: Preload | None) -> Https:
    """The same site under a name below a registered domain."""
    target = replace(view.target, site="www2.agency.gov")
    return https_of(replace(view, target=target, observation=replace(
        view.observation, preload=preload)))  # fmt: skip


def test_a_parent_that_is_preloaded_covers_those_below() -> None:
    covered = sub(view_of("-", "-", "-", "-"), Preload(True, "agency.gov", ""))
    assert covered.preloaded
    assert pulse_of(covered).hsts == 3
    bare = sub(view_of("-", "-", "-", "-"), Preload(False, "", ""))
    assert bare.preloaded is None
    assert pulse_of(bare).hsts == -1
    assert sub(view_of("-", "-", "-", "-"), None).preloaded is None


def test_preloading_of_the_domain_itself_is_no_header() -> None:
    seen = https_of(view_of("301>sr", "-", "200", "-", preload=Preload(True, "agency.gov", "")))
    scores = pulse_of(seen)
    assert (scores.hsts, scores.preloaded, scores.m1513) == (0, 2, False)


def test_the_scores_of_a_site_that_does_all() -> None:
    header = "max-age=31536000; includeSubDomains; preload"
    view = view_of("301>sr", "301>sr", "200", "301>sr", (header, ""))
    shaken = TlsSeen("agency.gov", 443, True, versions=("TLSv1.2",), ciphers=(),
                     refused_versions=("SSLv3",))  # fmt: skip
    view = replace(view, observation=replace(view.observation, tls=(shaken,)))
    found = dict(pulse_of(https_of(view)).measures())
    assert found == {
        "uses": 2, "enforces": 3, "hsts": 2, "preloaded": None, "bod-crypto": 1, "m1513": True,
        "bod1801": True, "rc4": False, "3des": False, "sslv2": None, "sslv3": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("tls", "crypto"),
    [
        pytest.param(None, Crypto(), id="not seen"),
        pytest.param(TlsSeen("a", 443, True), Crypto(), id="not tried"),
        pytest.param(
            TlsSeen("a", 443, True, versions=("SSLv2", "SSLv3"),
                    ciphers=("TLS_RSA_WITH_RC4_128_SHA", "tls_rsa_with_3des_ede_cbc_sha")),
            Crypto(True, True, True, True), id="all of it",
        ),
        pytest.param(
            TlsSeen("a", 443, True, refused_versions=("SSLv2", "SSLv3"),
                    ciphers=("TLS_RSA_WITH_NULL_SHA",)),
            Crypto(False, False, False, False), id="none of it",
        ),
    ],
)  # fmt: skip
def test_forbidden_crypto(tls: TlsSeen | None, crypto: Crypto) -> None:
    assert crypto_of(tls) == crypto


def certificate(
    *names: str, until: str = "2027-01-01T00:00:00Z", alone: bool = False
) -> Certificate:
    return Certificate("s", "i", names, "2026-01-01T00:00:00Z", until, alone, "", "", 2)


def with_certificate(shown: Certificate, *faults: str, verified: bool | None = False) -> Https:
    view = view_of("301>sr", "-", "200!other" if verified is False else "200", "-")
    tls = TlsSeen("agency.gov", 443, verified, faults, shown)
    return https_of(replace(view, observation=replace(view.observation, tls=(tls,))))


def test_openssl_names_one_fault_and_the_certificate_shows_the_others() -> None:
    assert with_certificate(certificate("else.gov"), "expired").https.bad_hostname
    assert with_certificate(certificate("agency.gov", until="2026-11-21T00:00:00Z")).https.expired
    assert with_certificate(certificate("agency.gov", alone=True), "other").https.self_signed


@pytest.mark.parametrize(
    ("names", "bad"),
    [
        (("agency.gov",), False), (("AGENCY.GOV.",), False), (("*.gov",), False),
        (("*.agency.gov",), True), ((), False), (("else.gov",) * 99, True),
        (("else.gov",) * 100, False),
    ],
)  # fmt: skip
def test_a_certificate_covers_its_names(names: tuple[str, ...], bad: bool) -> None:
    assert with_certificate(certificate(*names), "expired").https.bad_hostname is bad


def test_a_certificate_that_held_has_no_fault() -> None:
    shown = certificate("else.gov", until="2026-01-01T00:00:00Z", alone=True)
    door = with_certificate(shown, verified=True).https
    assert (door.expired, door.self_signed, door.bad_hostname, door.valid) == (
        False, False, False, True,
    )  # fmt: skip


def test_where_a_chain_breaks_off_its_first_step_counts_if_it_leads_away() -> None:
    broken = Gap("endpoints", Reason.TIMEOUT, "no answer")
    away = Endpoint("http://agency.gov/", True, gap=broken,
                    hops=(Hop("http://agency.gov/", 301, "https://other.gov/"),))  # fmt: skip
    here = replace(away, hops=(Hop("http://agency.gov/", 301, "https://www.agency.gov/"),))
    view = view_of("-", "-", "-", "-")
    for door, end in ((away, "https://other.gov/"), (here, "")):
        seen = https_of(replace(view, observation=replace(view.observation, endpoints=(door,))))
        assert seen.http.eventual == end
        assert seen.http.note == "no answer"


def test_a_site_with_a_port_has_one_door_and_the_others_are_dead() -> None:
    view = view_of("-", "-", "-", "-")
    door = Endpoint("https://agency.gov:8443/", True, hops=(Hop("https://agency.gov:8443/", 200),),
                    verified=True)  # fmt: skip
    target = replace(view.target, site="agency.gov:8443")
    observation = replace(view.observation, endpoints=(door,), tls=None)
    seen = https_of(replace(view, target=target, observation=observation))
    assert (seen.domain, seen.supports, seen.enforces) == ("agency.gov", True, True)


def test_the_measures_have_pshtts_columns_and_pulses() -> None:
    header = ("server", "nginx")
    view = view_of("silent", "301>sr", "200", "-", ("max-age=31536000", ""))
    doors = tuple(
        replace(one, headers=(header,)) if one.live else one
        for one in view.observation.endpoints or ()
    )
    tls = (TlsSeen("agency.gov", 443, True, (), certificate("agency.gov")),)
    dns = (DnsSeen("www.agency.gov", a=()), DnsSeen("agency.gov", a=("192.0.2.1", "192.0.2.2")))
    view = replace(view, observation=replace(view.observation, endpoints=doors, tls=tls, dns=dns))
    found = dict(measures_of(view))
    names = list(found)
    assert len([name for name in names if name.startswith("https:")]) == 37
    assert len([name for name in names if name.startswith("pulse:")]) == 11
    assert (names[0], names[36]) == ("https:domain", "https:unknown-error")
    assert found["https:canonical-url"] == "https://agency.gov"
    assert found["https:base-domain"] == "agency.gov"
    assert found["https:redirect-to"] is None
    assert found["https:publicly-trusted"] is True
    assert found["https:chain-length"] == 2
    assert found["https:missing-intermediate"] is False
    assert found["https:hsts-header"] == "max-age=31536000"
    assert found["https:ip"] == "192.0.2.1"
    assert found["https:server"] == "nginx"
    assert found["https:notes"] == "http://agency.gov: timeout; https://www.agency.gov: dns"
    assert found["https:unknown-error"] is False


def test_measures_of_what_was_not_seen_are_none() -> None:
    unknown = dict(measures_of(view_of("unasked", "unasked", "unasked", "unasked")))
    for name in ("canonical-url", "valid", "publicly-trusted", "bad-chain", "hsts-header",
                 "chain-length", "missing-intermediate", "strong-hsts", "ip"):  # fmt: skip
        assert unknown[f"https:{name}"] is None
    assert unknown["https:unknown-error"] is True
    assert unknown["pulse:m1513"] is None
