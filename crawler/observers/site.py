"""A site before its pages: doors, TLS, robots.txt, a made-up path; and whether to walk at all."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from crawler.blocks import blocked, challenger
from crawler.client import Answer, ProbeClient
from crawler.observers.agents import observe_agents
from crawler.observers.endpoints import Answers, Door, doors_of, observe_endpoint
from crawler.observers.page import HTML_TYPES, now
from crawler.observers.senses import Begun, Clock, Senses, sense_names, sense_site, unseen
from crawler.observers.tls import TlsObserver
from crawler.reasons import reason_of
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
from ideaaudit.storage import Known
from ideaaudit.web import identity


class SiteProbe:
    """Sees one site beside its pages, a question at a time, each in its turn.

    Args:
        seed: of the made-up path.
        admits: says whether a URL belongs to the site's walk.
        senses: what the probes of every site have in common.
    """

    def __init__(
        self,
        client: ProbeClient,
        robots: Robots,
        tls: TlsObserver,
        seed: int,
        admits: Callable[[str], bool],
        senses: Senses,
    ) -> None:
        self._client = client
        self._robots = robots
        self._tls = tls
        self._seed = seed
        self._admits = admits
        self._senses = senses

    async def observe(
        self, target: Target
    ) -> tuple[SiteObservation, str, Gap | None, tuple[Known, ...], int]:
        """What the probes saw, the URL to walk from, why the site cannot be walked, if so,
        URLs that its home page's required links and its sitemaps name, and how many more these
        name than are taken."""
        urls = doors_of(target.site, target.url)
        # Most doors lead to the same page: what one was answered is not asked for by the next.
        known: Answers = {}
        doors = [
            await observe_endpoint(self._client, self._robots, url, known=known) for url in urls
        ]
        endpoints = [door.seen for door in doors]
        start = await self._start(target, doors)
        gaps: list[Gap] = []
        tls = await self._tls_of(endpoints, gaps)
        url = start.seen.hops[-1].url if start.seen.hops else target.url
        gap = self._unwalkable(start)
        robots = await self._robots.file(url) if start.seen.live else None
        made_up = None if gap else await self._made_up(url, gaps)
        if robots is None:
            gaps.append(Gap("robots", *_silence(start.seen)))
        seen = SiteObservation(
            site=target.site,
            observed_at=now(),
            endpoints=tuple(_with_client_certificate(one, tls) for one in endpoints),
            tls=tls or None,
            robots=robots,
            not_found=_not_found(made_up),
            gaps=tuple(gaps),
        )
        delay = await self._robots.delay(url) if start.seen.live else 0.0
        clock = Clock(max(delay, self._senses.delay))
        seen = await sense_names(seen, self._senses, clock)
        if gap:
            seen = replace(seen, gaps=(*seen.gaps, *unseen(gap)))
            return await self._under_both_names(seen, start, clock), url, gap, (), 0
        begun = Begun(target.site, identity(url), start, made_up, robots, self._admits, target.tier)
        client, robot = self._client, self._robots
        seen, named, more = await sense_site(seen, begun, client, robot, self._senses, clock)
        return seen, begun.url, None, named, more

    async def _under_both_names(
        self, seen: SiteObservation, start: Door, clock: Clock
    ) -> SiteObservation:
        """With what a browser is answered, where the start page answered us with no page."""
        if start.seen.gap or start.answer is None or start.answer.status < 400:
            return seen
        agent = self._senses.agent
        asked = observe_agents(self._client, self._robots, start.seen.url, agent, start)
        found = await clock.within("agents", asked)
        if isinstance(found, Gap):
            return seen
        gaps = tuple(one for one in seen.gaps if one.part != "agents")
        return replace(seen, agents=found, gaps=gaps)

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

    async def _made_up(self, url: str, gaps: list[Gap]) -> Door | None:
        """The answer to a path that cannot be there."""
        parts = urlsplit(url)
        made_up = hashlib.sha256(f"{self._seed}|{parts.netloc}".encode()).hexdigest()[:12]
        path = f"{parts.scheme}://{parts.netloc}/ideaaudit-no-such-page-{made_up}"
        door = await observe_endpoint(self._client, self._robots, path)
        seen = door.seen
        if not seen.hops or seen.gap:
            why = (seen.gap.reason, seen.gap.detail) if seen.gap else (Reason.ERROR, "no answer")
            gaps.append(Gap("not_found", *why))
            return None
        return door

    def _unwalkable(self, start: Door) -> Gap | None:
        """Why the walk cannot begin: nothing there, another site, a challenge, or no page."""
        if start.seen.gap:
            return Gap("site", start.seen.gap.reason, start.seen.gap.detail)
        last = start.seen.hops[-1].url
        if product := challenger(last):
            said = f"{product} asked the visitor to prove to be human: {last}"
            return Gap("site", Reason.CHALLENGED, said)
        if not self._admits(last):
            return Gap("site", Reason.OFF_SITE, f"it redirects to another site: {last}")
        return _no_page(start.answer) if start.answer else None


def _not_found(made_up: Door | None) -> NotFoundProbe | None:
    if made_up is None:
        return None
    seen = made_up.seen
    return NotFoundProbe(seen.url, seen.hops[-1].status, seen.hops)


def _with_client_certificate(door: Endpoint, tls: Sequence[TlsSeen]) -> Endpoint:
    """A door that asked for a certificate of ours and then broke off is alive all the same."""
    parts = urlsplit(door.url)
    asks = any(
        one.client_certificate and (one.host, one.port) == (parts.hostname, parts.port or 443)
        for one in tls
    )
    if door.live or not asks or parts.scheme != "https":
        return door
    detail = door.gap.detail if door.gap else ""
    said = f"it asks the visitor for a certificate of theirs: {detail}"
    return replace(door, live=True, gap=Gap("endpoints", Reason.TLS, said))


def _no_page(answer: Answer) -> Gap | None:
    stopped = blocked(answer.status, dict(answer.headers), answer.text)
    if stopped:
        return Gap("site", stopped.reason, stopped.said)
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
