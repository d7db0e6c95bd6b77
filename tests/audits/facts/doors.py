"""Four doors in a short notation, for the truth tables of HTTPS.

"-" does not resolve, "refused" and "silent" are what they say, "unasked" robots.txt forbids,
"tls" is a handshake that fails; else a status and the stations of its redirects: "301>sr>sw".
Stations: h or s for the scheme, r for the bare and w for the www name, i for another host of the
domain, x for another domain. After "!" the faults of its certificate, or "client", where it asks
for one of the visitor's.
"""

from itertools import pairwise

from audits.check import SiteView
from audits.facts.https import Https, https_of
from ideaaudit.models import Endpoint, Gap, Hop, Preload, Reason, SiteObservation, TlsSeen
from tests.audits.build import site

NAMES = {"r": "agency.gov", "w": "www.agency.gov", "i": "sub.agency.gov", "x": "other.gov"}
SCHEMES = {"h": "http", "s": "https"}
GAPS = {
    "-": Reason.DNS,
    "refused": Reason.REFUSED,
    "silent": Reason.TIMEOUT,
    "unasked": Reason.ROBOTS,
    "tls": Reason.TLS,
}


def place(station: str) -> str:
    return f"{SCHEMES[station[0]]}://{NAMES[station[1]]}/"


def door(at: str, notation: str, hsts: str = "") -> tuple[Endpoint, TlsSeen | None]:
    """A door and its TLS; `at` is its station."""
    seen, *faults = notation.split("!")
    url, host = place(at), NAMES[at[1]]
    client = "client" in faults
    held = None if client else not faults
    tls = TlsSeen(host, 443, held, tuple(f for f in faults if f != "client"), None, ("TLSv1.3",),
                  client_certificate=client)  # fmt: skip
    if seen in GAPS:
        gap = Gap("endpoints", GAPS[seen])
        return Endpoint(url, False, seen == "refused", gap=gap), tls if client else None
    status, *stations = seen.split(">")
    places = [url, *map(place, stations)]
    hops = [Hop(a, int(status), b) for a, b in pairwise(places)]
    hops.append(Hop(places[-1], 200 if stations else int(status)))
    secure = at.startswith("s")
    verified = held if secure else None
    return Endpoint(
        url, True, hops=tuple(hops), hsts=hsts, verified=verified
    ), tls if secure else None


def view_of(
    http: str, http_www: str, https: str, https_www: str,
    hsts: tuple[str, str] = ("", ""), preload: Preload | None = None,
) -> SiteView:  # fmt: skip
    doors = [
        door("hr", http),
        door("hw", http_www),
        door("sr", https, hsts[0]),
        door("sw", https_www, hsts[1]),
    ]
    observation = SiteObservation(
        "agency.gov",
        "2026-11-22T08:00:00",
        endpoints=tuple(endpoint for endpoint, _ in doors),
        tls=tuple(tls for _, tls in doors if tls is not None),
        preload=preload,
    )
    return site(observation=observation)


def four(http: str, http_www: str, https: str, https_www: str) -> Https:
    return https_of(view_of(http, http_www, https, https_www))
