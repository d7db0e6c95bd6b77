"""A site's sitemaps: those that robots.txt names, those at the usual paths, and what they index."""

import asyncio
import hashlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from crawler.client import ProbeClient
from crawler.observers.endpoints import observe_endpoint
from crawler.robots import Robots, sitemaps_of
from crawler.sitemap import Sitemap, read_sitemap
from ideaaudit.models import Gap, Reason, SitemapFile
from ideaaudit.storage import Known
from ideaaudit.web import identity, registered_domain, site_of

FIRST_PATH = "/sitemap.xml"
OTHER_PATHS = ("/sitemap_index.xml", "/wp-sitemap.xml", "/sitemap.txt")
MOST_FILES = 50
MOST_FILES_OF_A_SMALL_WALK = 5
MOST_NAMED_BY_ROBOTS = 20
DEEPEST = 3
MOST_BYTES = 15 * 1024 * 1024
MOST_KNOWN = 50_000
MOST_HOSTS = 3_000
# Behind the links of the home page, and before what those lead to.
DEPTH = 2
OFF_SITE = "it is on another site"


@dataclass(frozen=True, slots=True)
class Asked:
    """A file to be asked for."""

    url: str
    found_by: str
    depth: int = 0


@dataclass
class Sitemaps:
    """What was read so far; it stays where the time runs out.

    Attributes:
        known: URLs of the site's walk, and one of each other host.
        unkept: how many more were named than are taken of a site.
    """

    files: list[SitemapFile] = field(default_factory=list)
    known: dict[str, Known] = field(default_factory=dict)
    unkept: int = 0


class SitemapObserver:
    """Reads the sitemaps of one site, a file at a time.

    Args:
        admits: says whether a URL belongs to the site's walk.
        most: how many files are asked for.
    """

    def __init__(
        self, client: ProbeClient, robots: Robots, admits: Callable[[str], bool], most: int
    ) -> None:
        self._client = client
        self._robots = robots
        self._admits = admits
        self._most = most
        self._seen: set[str] = set()
        self._hosts: set[str] = set()

    async def observe(self, start: str, robots: str, into: Sitemaps) -> Gap | None:
        """Reads what there is, and says where more files were named than are asked for.

        Args:
            start: the URL that the walk begins with.
            robots: the text of its robots.txt.
            into: where every file goes the moment it is read.
        """
        named = sitemaps_of(robots)[:MOST_NAMED_BY_ROBOTS]
        asked = [Asked(url, "robots") for url in named] + [Asked(FIRST_PATH, "path")]
        left = await self._read_all(start, asked, into)
        for path in OTHER_PATHS:
            if not any(file.kind for file in into.files):
                left += await self._read_all(start, [Asked(path, "path")], into)
        if not left:
            return None
        return Gap("sitemaps", Reason.BUDGET, f"{left} more were named, and {self._most} were read")

    async def _read_all(self, start: str, asked: list[Asked], into: Sitemaps) -> int:
        """Reads files and what they index, as many as may be; says how many were left."""
        waiting = deque(asked)
        while waiting and len(into.files) < self._most:
            one = waiting.popleft()
            try:
                url = identity(one.url, start)
            except ValueError:
                into.files.append(SitemapFile(one.url[:500], one.found_by, None, fault="no URL"))
                continue
            if url in self._seen:
                continue
            self._seen.add(url)
            found = await self._read(url, start, one, into)
            if found.kind == "index" and one.depth < DEEPEST:
                waiting += [Asked(loc, "index", one.depth + 1) for loc in found.locations]
        return len(waiting)

    async def _read(self, url: str, start: str, asked: Asked, into: Sitemaps) -> Sitemap:
        if not (self._admits(url) or _domain(url) == _domain(start)):
            into.files.append(SitemapFile(url, asked.found_by, None, fault=OFF_SITE))
            return Sitemap()
        door = await observe_endpoint(self._client, self._robots, url, most=MOST_BYTES)
        answer, gap = door.answer, door.seen.gap
        if answer is None or gap:
            said = gap.detail if gap else "nothing answered"
            status = answer.status if answer else None
            into.files.append(SitemapFile(url, asked.found_by, status, fault=said))
            return Sitemap()
        if not 200 <= answer.status < 300:
            file = SitemapFile(url, asked.found_by, answer.status, answer.media_type)
            into.files.append(file)
            return Sitemap()
        self._seen.add(answer.url)
        cut = len(answer.body) >= MOST_BYTES
        found = await asyncio.to_thread(read_sitemap, answer.body, cut=cut)
        into.files.append(_file(url, asked.found_by, answer.status, answer.media_type, found))
        if found.kind != "index":
            self._keep(found, answer.url, into)
        return found

    def _keep(self, found: Sitemap, base: str, into: Sitemaps) -> None:
        """URLs of the site's walk go to the frontier, up to a bound; of other hosts one each."""
        for location in found.locations:
            try:
                url = identity(location, base)
            except ValueError:
                continue
            if not self._admits(url):
                if site_of(url) in self._hosts or len(self._hosts) >= MOST_HOSTS:
                    continue
                self._hosts.add(site_of(url))
            elif len(into.known) >= MOST_KNOWN:
                into.unkept += url not in into.known
                continue
            into.known.setdefault(url, Known(url, "sitemap", DEPTH))


def _file(url: str, found_by: str, status: int, media_type: str, found: Sitemap) -> SitemapFile:
    return SitemapFile(
        url=url,
        found_by=found_by,
        status=status,
        media_type=media_type,
        kind=found.kind,
        size=found.size,
        digest=hashlib.sha256(found.body).hexdigest()[:16],
        urls=len(found.locations),
        pdfs=sum(_is_pdf(location) for location in found.locations),
        dated=found.dated,
        newest=found.newest,
        fault=found.fault,
    )


def _is_pdf(location: str) -> bool:
    return location.partition("?")[0].partition("#")[0].lower().endswith(".pdf")


def _domain(url: str) -> str:
    return registered_domain(urlsplit(url).hostname or "")
