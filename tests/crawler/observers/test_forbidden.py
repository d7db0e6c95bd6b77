"""robots.txt governs every probe: what it forbids is not asked for, and says so."""

import pytest
from aiohttp import web

from crawler.client import ProbeClient
from crawler.observers.dns import DnsObserver
from crawler.observers.senses import Senses
from crawler.observers.site import SiteProbe
from crawler.observers.tls import TlsObserver
from crawler.robots import Robots
from ideaaudit.models import Gap, Reason, SiteObservation, Target, Tier
from ideaaudit.web import site_of
from tests.crawler.observers.test_site import whole
from tests.crawler.probing import probing, table
from tests.flow.loopback import loopback

SITE = "agency.robots.test"


def observed(rules: str) -> tuple[SiteObservation, Gap | None, set[str]]:
    """What the probes saw, why the site is not walked, and the paths that were asked for."""

    async def manner(request: web.Request) -> web.StreamResponse:
        if request.path == "/robots.txt":
            return web.Response(text=f"User-agent: *\n{rules}")
        return whole(request)

    async def probe(client: ProbeClient) -> tuple[SiteObservation, Gap | None]:
        tls = TlsObserver(client._turns, client._guard, client.verifying)
        senses = Senses(DnsObserver(client._guard, client._turns), "Browser", pages=1)
        admits = lambda one: site_of(one) == SITE  # noqa: E731
        made = SiteProbe(client, Robots(client), tls, 7, admits, senses)
        seen = await made.observe(Target(f"http://{SITE}/", SITE, tier=Tier.PRINCIPAL))
        return seen[0], seen[2]

    with loopback(dict.fromkeys((SITE, f"www.{SITE}"), manner)) as served:
        found = probing(probe, table(served))
        asked = {line.partition(" ")[2].partition("?")[0] for line in served.asked}
    return *found, asked


def test_a_site_that_is_closed_to_crawlers_is_asked_for_its_rules_alone() -> None:
    seen, gap, asked = observed("Disallow: /")
    assert asked == {"/robots.txt"}
    assert gap is not None
    assert gap.reason is Reason.ROBOTS
    why = {one.part: one.reason for one in seen.gaps}
    parts = ("not_found", "paths", "sitemaps", "agents", "searched")
    assert {why[part] for part in parts} == {Reason.ROBOTS}
    assert (seen.not_found, seen.paths, seen.sitemaps, seen.agents, seen.searched) == (None,) * 5
    doors = {one.url: one.gap.reason for one in seen.endpoints or () if one.gap}
    assert doors[f"http://{SITE}/"] is doors[f"http://www.{SITE}/"] is Reason.ROBOTS


@pytest.mark.parametrize(
    ("forbidden", "part"),
    [
        ("/ideaaudit-no-such-page", "not_found"),
        ("/sitemap", "sitemaps"),
        ("/about", "paths"),
        ("/our-privacy", "paths"),
        ("/find", "searched"),
    ],
)
def test_each_probe_that_is_forbidden_is_not_made(forbidden: str, part: str) -> None:
    seen, gap, asked = observed(f"Disallow: {forbidden}")
    assert gap is None
    assert not [path for path in asked if path.startswith(forbidden)]
    told = [one for one in seen.gaps if one.part == part]
    told += [one.gap for one in seen.paths or () if one.gap and one.url.endswith(forbidden)]
    told += [seen.searched.gap] if seen.searched and seen.searched.gap else []
    faults = [one.fault for one in seen.sitemaps or () if "robots.txt" in one.fault]
    assert faults or [one for one in told if one.reason is Reason.ROBOTS]
