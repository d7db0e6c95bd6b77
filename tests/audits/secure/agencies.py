"""Sites of an agency as their probes leave them, for agency checks."""

from audits.check import SiteView
from audits.facts.summary import site_summary, summarise
from ideaaudit.models import (
    DnsSeen,
    Endpoint,
    Hop,
    PageObservation,
    PathSeen,
    Preload,
    SiteObservation,
    SiteSummary,
    Target,
    Tier,
)

NOW = "2026-11-22T08:00:00"


def audited(
    key: str = "agency.gov", *pages: PageObservation, hsts: str | None = None,
    verified: bool | None = True, status: int = 200, preload: Preload | None = None,
    dns: tuple[DnsSeen, ...] | None = None, paths: tuple[PathSeen, ...] | None = None,
    tier: Tier = Tier.UNKNOWN,
) -> SiteSummary:  # fmt: skip
    """A site; `hsts` is the header of its bare https door, None where that was not seen."""
    url = f"https://{key}/"
    door = Endpoint(url, True, hops=(Hop(url, status),), hsts=hsts or "", verified=verified)
    plain = Endpoint(f"http://{key}/", True, hops=(Hop(f"http://{key}/", 200),), hsts="max-age=1")
    seen = SiteObservation(
        key, NOW, endpoints=(plain, door) if hsts is not None else None, preload=preload, dns=dns,
        paths=paths,
    )  # fmt: skip
    target = Target(url, key, agency="An agency", tier=tier)
    return site_summary(SiteView(target, seen, tuple(map(summarise, pages)), False))


def mail(*txt: str, dmarc: str | None = None, name: str = "agency.gov") -> tuple[DnsSeen, ...]:
    return (DnsSeen(name, txt=txt, dmarc=() if dmarc is None else (dmarc,)),)
