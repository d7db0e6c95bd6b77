"""A site before its pages: doors, TLS, robots.txt, a made-up path; and whether to walk at all."""

import hashlib
from collections.abc import Callable
from urllib.parse import urlsplit

from crawler.client import Answer, ProbeClient
from crawler.observers.endpoints import Door, doors_of, observe_endpoint
from crawler.observers.page import HTML_TYPES, now
from crawler.observers.tls import TlsObserver
from crawler.reasons import blocked, reason_of
from crawler.robots import Robots
from ideaaudit.models import (
    Endpoint,
    Gap,
    NotFoundProbe,
    Reason,
    SiteObservation,
    Target,
    TlsSeen,
)
from ideaaudit.web import identity


class SiteProbe:
    """Sees one site beside its pages, a question at a time, each in its turn.

    Args:
        seed: of the made-up path.
        admits: says whether a URL belongs to the site's walk.
    """

    def __init__(
        self,
        client: ProbeClient,
        robots: Robots,
        tls: TlsObserver,
        seed: int,
        admits: Callable[[str], bool],
    ) -> None:
        self._client = client
        self._robots = robots
        self._tls = tls
        self._seed = seed
        self._admits = admits

    async def observe(self, target: Target) -> tuple[SiteObservation, str, Gap | None]:
        """What the probes saw, the URL to walk from, and why the site cannot be walked, if so."""
        urls = doors_of(target.site, target.url)
        doors = [await observe_endpoint(self._client, self._robots, url) for url in urls]
        endpoints = [door.seen for door in doors]
        start = await self._start(target, doors)
        gaps: list[Gap] = []
        tls = await self._tls_of(endpoints, gaps)
        url = start.seen.hops[-1].url if start.seen.hops else target.url
        gap = self._unwalkable(start)
        robots = await self._robots.file(url) if start.seen.live else None
        not_found = None if gap else await self._not_found(url, gaps)
        if robots is None:
            gaps.append(Gap("robots", *_silence(start.seen)))
        seen = SiteObservation(
            site=target.site,
            observed_at=now(),
            endpoints=tuple(endpoints),
            tls=tls or None,
            robots=robots,
            not_found=not_found,
            gaps=tuple(gaps),
        )
        return seen, url if gap else identity(url), gap

    async def _start(self, target: Target, doors: list[Door]) -> Door:
        """The door that the target names, else the first that is alive: https before http."""
        named = next((door for door in doors if door.seen.url == target.url), None)
        if named is None:
            named = await observe_endpoint(self._client, self._robots, target.url)
        if named.seen.live:
            return named
        others = sorted(doors, key=lambda door: not door.seen.url.startswith("https:"))
        return next((door for door in others if door.seen.live and not door.seen.gap), named)

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
        seen = (await observe_endpoint(self._client, self._robots, path)).seen
        if not seen.hops or seen.gap:
            gaps.append(seen.gap or Gap("not_found", Reason.ERROR, "nothing answered"))
            return None
        return NotFoundProbe(path, seen.hops[-1].status, seen.hops)

    def _unwalkable(self, start: Door) -> Gap | None:
        """Why the walk cannot begin: nothing there, another site, a challenge, or no page."""
        if start.seen.gap:
            return Gap("site", start.seen.gap.reason, start.seen.gap.detail)
        last = start.seen.hops[-1].url
        if not self._admits(last):
            return Gap("site", Reason.OFF_SITE, f"it redirects to another site: {last}")
        return _no_page(start.answer) if start.answer else None


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


def _silence(start: Endpoint) -> tuple[Reason, str]:
    if start.gap:
        return start.gap.reason, start.gap.detail
    return Reason.ERROR, "robots.txt was not answered"
