"""A site before its pages: doors, TLS, robots.txt, a made-up path; and whether to walk at all."""

import hashlib
from datetime import UTC, datetime
from urllib.parse import urlsplit

from crawler.client import Answer, ProbeClient
from crawler.observers.endpoints import doors_of, observe_endpoint
from crawler.observers.page import HTML_TYPES
from crawler.observers.tls import TlsObserver
from crawler.reasons import blocked, reason_of
from crawler.robots import Robots
from ideaaudit.models import (
    Endpoint,
    Gap,
    Hop,
    NotFoundProbe,
    Reason,
    SiteObservation,
    Target,
    TlsSeen,
)
from ideaaudit.web import site_of


class SiteProbe:
    """Sees one site beside its pages, a question at a time, each in its turn."""

    def __init__(self, client: ProbeClient, robots: Robots, tls: TlsObserver, seed: int) -> None:
        self._client = client
        self._robots = robots
        self._tls = tls
        self._seed = seed

    async def observe(self, target: Target) -> tuple[SiteObservation, str, Gap | None]:
        """What the probes saw, the URL to walk from, and why the site cannot be walked, if so."""
        doors = doors_of(target.site, target.url)
        endpoints = [await observe_endpoint(self._client, self._robots, door) for door in doors]
        start = await self._start(target, endpoints)
        gaps: list[Gap] = []
        tls = await self._tls_of(endpoints, gaps)
        url = start.hops[-1].url if start.hops else target.url
        gap = _unwalkable(target, start) or await self._challenged(url)
        robots = await self._robots.file(url) if start.live else None
        not_found = None if gap else await self._not_found(url, gaps)
        if robots is None:
            gaps.append(Gap("robots", *_silence(start)))
        seen = SiteObservation(
            site=target.site,
            observed_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            endpoints=tuple(endpoints),
            tls=tls or None,
            robots=robots,
            not_found=not_found,
            gaps=tuple(gaps),
        )
        return seen, url, gap

    async def _start(self, target: Target, endpoints: list[Endpoint]) -> Endpoint:
        """The door that the target names, else the first that is alive: https before http."""
        named = next((one for one in endpoints if one.url == target.url), None)
        if named is None:
            named = await observe_endpoint(self._client, self._robots, target.url)
        if named.live:
            return named
        others = sorted(endpoints, key=lambda one: not one.url.startswith("https:"))
        return next((one for one in others if one.live and not one.gap), named)

    async def _tls_of(self, endpoints: list[Endpoint], gaps: list[Gap]) -> tuple[TlsSeen, ...]:
        seen = []
        for url in [one.url for one in endpoints if one.url.startswith("https:")]:
            parts = urlsplit(url)
            try:
                seen.append(await self._tls.observe(parts.hostname or "", parts.port or 443))
            except Exception as error:  # noqa: BLE001 - a port that says nothing is a gap
                reason, detail = reason_of(error)
                gaps.append(Gap("tls", reason, f"{parts.netloc}: {detail}"))
        return tuple(seen)

    async def _not_found(self, url: str, gaps: list[Gap]) -> NotFoundProbe | None:
        parts = urlsplit(url)
        made_up = hashlib.sha256(f"{self._seed}|{parts.netloc}".encode()).hexdigest()[:12]
        path = f"{parts.scheme}://{parts.netloc}/ideaaudit-no-such-page-{made_up}"
        seen = await observe_endpoint(self._client, self._robots, path)
        if not seen.hops or seen.gap:
            gaps.append(seen.gap or Gap("not_found", Reason.ERROR, "nothing answered"))
            return None
        return NotFoundProbe(path, seen.hops[-1].status, seen.hops)

    async def _challenged(self, url: str) -> Gap | None:
        """Whether the first page is a page: a challenge and a file that is none are not walked."""
        try:
            answer = await self._client.get(url, verify=False)
        except Exception as error:  # noqa: BLE001 - it answered a moment ago
            return Gap("site", *reason_of(error))
        return _no_page(answer)


def _no_page(answer: Answer) -> Gap | None:
    stopped = blocked(answer.status, dict(answer.headers), answer.text)
    if stopped:
        return Gap("site", *stopped)
    if answer.status >= 400:
        return Gap("site", Reason.HTTP_ERROR, f"the start page answered HTTP {answer.status}")
    named = answer.media_type
    if named and named not in HTML_TYPES and answer.status < 300:
        return Gap("site", Reason.NOT_HTML, f"the start page is {named}, not HTML")
    return None


def _unwalkable(target: Target, start: Endpoint) -> Gap | None:
    if start.gap:
        return Gap("site", start.gap.reason, start.gap.detail)
    last: Hop = start.hops[-1]
    if site_of(last.url) != target.site:
        return Gap("site", Reason.OFF_SITE, f"it redirects to another site: {last.url}")
    return None


def _silence(start: Endpoint) -> tuple[Reason, str]:
    if start.gap:
        return start.gap.reason, start.gap.detail
    return Reason.ERROR, "robots.txt was not answered"
