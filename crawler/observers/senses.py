"""What is asked of a site beside its doors: names, sitemaps, paths, its search, other agents.

Each part has what is left of one span of time for all, and one that fails costs no other.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from crawler.client import ProbeClient
from crawler.observers.agents import observe_agents
from crawler.observers.dns import DnsObserver
from crawler.observers.endpoints import Door
from crawler.observers.page import HTML_TYPES
from crawler.observers.paths import PathObserver, Paths
from crawler.observers.preload import PreloadList
from crawler.observers.required import required_targets
from crawler.observers.searching import Wanted, title_words, try_search
from crawler.observers.sitemaps import (
    MOST_FILES,
    MOST_FILES_OF_A_SMALL_WALK,
    SitemapObserver,
    Sitemaps,
)
from crawler.reasons import reason_of
from crawler.robots import Robots
from crawler.turns import Stopped
from ideaaudit.models import Gap, PathSeen, Reason, SearchTried, SiteObservation, TextFile, Tier
from ideaaudit.storage import Known
from ideaaudit.web import parse_html

SECONDS = 180.0
# About so many requests are made here, and each waits for its turn.
TURNS = 50
MOST_SECONDS_OF_TURNS = 600.0
# Below this budget the walk will hardly come to the required links: they are asked for here.
SMALL_WALK = 20
MOST_LINKS = 24
REQUIRED_DEPTH = 1
# Pages that any site's search should find, in this order.
SEARCHED_FOR = ("about", "accessibility", "foia", "privacy")
NO_LIST = "no preload list was named (--hsts-preload)"
# What only a site that can be walked is asked for.
OF_A_WALK = ("not_found", "paths", "sitemaps", "agents", "searched")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Senses:
    """What the probes of every site of a run have in common.

    Attributes:
        agent: a browser's User-Agent, with our name in it.
        preloads: the preload list, or None where none was named.
        pages: how many pages of a site are walked at most.
        delay: seconds between two requests to one address, at least.
    """

    dns: DnsObserver
    agent: str
    preloads: PreloadList | None = None
    pages: int = 200
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class Begun:
    """A site whose doors were seen, and that can be walked.

    Attributes:
        url: where the walk begins; start: the door behind it; made_up: a path that cannot be there.
        admits: says whether a URL belongs to the site's walk.
    """

    site: str
    url: str
    start: Door
    made_up: Door | None
    robots: TextFile | None
    admits: Callable[[str], bool]
    tier: Tier = Tier.UNKNOWN

    @property
    def html(self) -> str:
        """The start page as the server sent it, or ""."""
        answer = self.start.answer
        return answer.text if answer and answer.media_type in ("", *HTML_TYPES) else ""


class Clock:
    """The one span of time of a site's probes.

    Args:
        pause: seconds between two requests, whoever asks for them.
    """

    def __init__(self, pause: float) -> None:
        self.seconds = SECONDS + min(MOST_SECONDS_OF_TURNS, TURNS * pause)
        self._ends = asyncio.get_running_loop().time() + self.seconds

    async def within(self, part: str, work: Awaitable[T]) -> T | Gap:
        """What some work comes to, or why not; only the end of the audit goes through."""
        try:
            async with asyncio.timeout_at(self._ends):
                return await work
        except Stopped:
            raise
        except TimeoutError as error:
            if asyncio.get_running_loop().time() < self._ends:
                return Gap(part, *reason_of(error))
            said = f"the probes of one site may take {self.seconds:.0f} s, and that was used up"
            return Gap(part, Reason.BUDGET, said)
        except Exception as error:  # noqa: BLE001 - one part that breaks costs itself
            return Gap(part, *reason_of(error))


async def sense_names(seen: SiteObservation, senses: Senses, clock: Clock) -> SiteObservation:
    """The observation with what is known of the site's names, whether it answers or not."""
    found = await clock.within("dns", senses.dns.observe(seen.site))
    dns, gaps = (None, (found,)) if isinstance(found, Gap) else found
    preload = senses.preloads.seen_of(seen.site) if senses.preloads else None
    if preload is None:
        gaps = (*gaps, Gap("preload", Reason.UNSUPPORTED, NO_LIST))
    return replace(seen, dns=dns, preload=preload, gaps=(*seen.gaps, *gaps))


async def sense_site(
    seen: SiteObservation,
    begun: Begun,
    client: ProbeClient,
    robots: Robots,
    senses: Senses,
    clock: Clock,
) -> tuple[SiteObservation, tuple[Known, ...], int]:
    """The observation with what a site that can be walked says, URLs to walk, and how many more
    its sitemaps name than are taken."""
    gaps: list[Gap] = []

    def got(found: T | Gap) -> T | None:
        if not isinstance(found, Gap):
            return found
        gaps.append(found)
        return None

    maps = Sitemaps()
    small = senses.pages < SMALL_WALK
    most = MOST_FILES_OF_A_SMALL_WALK if small else MOST_FILES
    sitemaps = SitemapObserver(client, robots, begun.admits, most)
    text = begun.robots.text if begun.robots else ""
    got(await clock.within("sitemaps", sitemaps.observe(begun.url, text, maps)))
    targets = required_targets(begun.html, begun.url)
    ours = {} if small else {k: url for k, url in targets.items() if begun.admits(url)}
    asked = {kind: url for kind, url in targets.items() if kind not in ours}
    paths = Paths()
    observer = PathObserver(client, robots, begun.url, begun.made_up, begun.tier)
    links = dict(list(asked.items())[:MOST_LINKS])
    got(await clock.within("paths", observer.observe(links, paths)))
    searched = got(await clock.within("searched", _search(begun, client, robots, paths)))
    agents = observe_agents(client, robots, begun.url, senses.agent, begun.start)
    whole = replace(
        seen,
        sitemaps=tuple(maps.files) or None,
        paths=tuple(paths.seen) or None,
        searched=searched,
        agents=got(await clock.within("agents", agents)),
        gaps=(*seen.gaps, *gaps),
    )
    required = [Known(url, "required", REQUIRED_DEPTH) for url in dict.fromkeys(ours.values())]
    return whole, (*required, *maps.known.values()), maps.unkept


async def _search(
    begun: Begun, client: ProbeClient, robots: Robots, paths: Paths
) -> SearchTried | Gap:
    """One query for a page that was just seen, or for the home page itself."""
    home = begun.start.answer
    if home is None or not begun.html:
        return Gap("searched", Reason.NOT_HTML, "the start page is no HTML")
    wanted = [
        Wanted(one.hops[-1].url, title_words(_title(one.text)))
        for name in SEARCHED_FOR
        for one in paths.seen
        if one.name == name and _is_page(one) and begun.admits(one.hops[-1].url)
    ]
    wanted.append(Wanted(begun.url, title_words(_title(begun.html))))
    return await try_search(client, robots, home, wanted)


def _is_page(one: PathSeen) -> bool:
    return (
        one.status == 200 and not one.soft_404 and bool(one.hops) and one.media_type in HTML_TYPES
    )


def _title(html: str) -> str:
    root = parse_html(html)
    return " ".join((root.findtext(".//title") or "").split()) if root is not None else ""


def unseen(gap: Gap) -> tuple[Gap, ...]:
    """The gaps of all that a site that cannot be walked is not asked for."""
    return tuple(Gap(part, gap.reason, gap.detail) for part in OF_A_WALK)
