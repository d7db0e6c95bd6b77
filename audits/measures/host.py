"""What the probes saw of the host: its doors, its DNS, its 404, and how each scan went."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from audits.check import SiteView
from audits.measures import Named
from ideaaudit.models import DnsSeen, Endpoint, Reason
from ideaaudit.web import registered_domain, site_of

# The incumbent's words for why a scan came to nothing.
STATUSES = {
    Reason.TIMEOUT: "timeout",
    Reason.DNS: "dns_resolution_error",
    Reason.REFUSED: "connection_refused",
    Reason.TLS: "invalid_ssl_cert",
    Reason.PRIVATE_ADDRESS: "address_unreachable",
    Reason.REDIRECT_LOOP: "too_many_redirects",
    Reason.BLOCKED: "invalid_response",
    Reason.CHALLENGED: "invalid_response",
    Reason.HTTP_ERROR: "invalid_response",
    Reason.NOT_HTML: "invalid_response",
    Reason.CRASHED: "aborted",
    Reason.INTERRUPTED: "aborted",
    Reason.UNSUPPORTED: "not_applicable",
    Reason.ROBOTS: "skipped",
    Reason.BUDGET: "skipped",
    Reason.NOT_SAMPLED: "skipped",
}
PARTS = {
    "dns": "dns",
    "not_found": "not_found",
    "robots_txt": "robots",
    "security": "endpoints",
    "sitemap_xml": "sitemaps",
}
CLOUDS = (
    "acquia", "akadns", "akamai", "aws", "azure", "cloudfront", "cloudflare", "edgekey", "github",
    "microsoft", "qip", "quest",
)  # fmt: skip


def of_site(view: SiteView) -> Iterator[Named]:
    seen = view.observation
    yield "scan_date", seen.observed_at
    for name, part in PARTS.items():
        yield f"{name}_scan_status", status_of(view, part, getattr(seen, part) is not None)
    yield from _where_it_leads(view)
    yield from _www(view)
    if seen.not_found is not None and seen.not_found.status is not None:
        yield "404_test", seen.not_found.status == 404
    for dns in [one for one in seen.dns or () if one.name == view.target.site][:1]:
        yield "ipv6", bool(dns.aaaa) if dns.aaaa is not None else None
        yield "hostname", _cloud(dns)


def status_of(view: SiteView, part: str, seen: bool) -> str:
    """The incumbent's status for one part of the scan."""
    if seen:
        return "completed"
    gap = next((gap for gap in view.observation.gaps if gap.part == part), None)
    return STATUSES.get(gap.reason, "unknown_error") if gap else "unknown_error"


def _where_it_leads(view: SiteView) -> Iterator[Named]:
    """The page that the bare host leads to, over HTTPS first as the incumbent does."""
    door = _door(view, view.target.site)
    if door is None or not door.hops:
        return
    url = door.hops[-1].url
    host = urlsplit(url).hostname or ""
    yield "url", url
    yield "domain", host
    yield "base_domain", registered_domain(host)
    yield "top_level_domain", host.rpartition(".")[2]
    yield "redirect", site_of(url) != view.target.site
    yield "status_code", door.hops[-1].status
    yield "live", 200 <= door.hops[-1].status <= 206
    types = [value for name, value in door.headers if name == "content-type"]
    yield "media_type", types[0].partition(";")[0].strip().lower() if types else "none-specified"


def _www(view: SiteView) -> Iterator[Named]:
    door = _door(view, f"www.{view.target.site}")
    reason = door.gap.reason if door and door.gap else None
    failed = STATUSES.get(reason, "unknown_error") if reason else "unknown_error"
    yield "www_scan_status", "completed" if door and door.hops else failed
    if door is not None and door.hops:
        url = door.hops[-1].url
        yield "www_url", url.rstrip("/")
        yield "www_status_code", door.hops[-1].status
        yield "www_title", next((page.title for page in view.pages if page.final_url == url), None)


def _door(view: SiteView, host: str) -> Endpoint | None:
    """The host's HTTPS door, or its HTTP door where only that one answers."""
    doors = {one.url: one for one in view.observation.endpoints or ()}
    found = [doors[url] for scheme in ("https", "http") if (url := f"{scheme}://{host}/") in doors]
    return next((one for one in found if one.live), found[0] if found else None)


def _cloud(dns: DnsSeen) -> str:
    names = [*(dns.cname or ()), *([dns.ptr] if dns.ptr else ())]
    for name in names:
        # The last two labels: many clouds are public suffixes themselves.
        domain = ".".join(name.rstrip(".").lower().split(".")[-2:])
        if any(cloud in domain for cloud in CLOUDS) or domain in ("cloud.gov", "data.gov"):
            return domain
    return ""
