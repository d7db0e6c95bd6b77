"""Paths that law, policy or a standard names, and where the site's own required links lead."""

import re
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin, urlsplit

from crawler.client import ProbeClient
from crawler.observers.endpoints import Door, observe_endpoint
from crawler.observers.page import HTML_TYPES
from crawler.robots import Robots
from ideaaudit.models import Gap, PathSeen, Tier
from ideaaudit.web import identity, parse_html, registered_domain

# Name: the paths to try in order (law 4, 5 and 13), until one answers with something of its own.
# What begins with "//" is a host beside the site's, for a registered domain alone.
PATHS = {
    "security-txt": ("/.well-known/security.txt", "/security.txt"),
    "vdp": ("/vulnerability-disclosure-policy",),
    "privacy": ("/privacy",),
    "foia": ("/foia",),
    "accessibility": ("/accessibility",),
    "about": ("/about",),
    "no-fear": ("/no-fear-act",),
    "plain-language": ("/plain-language", "/plainlanguage"),
    "developer": ("/developer", "/developers", "//developer.{domain}/"),
    "data-json": ("/data.json",),
    "code-json": ("/code.json",),
    "digitalstrategy": ("/digitalstrategy",),
    "design": ("/design", "//design.{domain}/"),
    "sitemap-html": ("/sitemap",),
}
# What is asked of an agency's principal site, and what not of a secondary one: no check reads it.
OF_PRINCIPAL = frozenset({"data-json", "code-json", "design", "sitemap-html"})
NOT_OF_SECONDARY = frozenset({"no-fear"})
MOST_BYTES = 256 * 1024
TEXT_TYPES = ("text/", "application/json", "application/xml", "application/xhtml+xml")
# Titles of pages that say themselves that there is no page, whatever their status.
NO_PAGE = re.compile(
    r"(?:error\W{0,3})?404\b|(?:the |this )?page (?:was |is |could )?(?:not (?:be )?found|"
    r"cannot be found|does not exist)|not found\b|p[áa]gina no encontrada|no se encontró la página"
)
LONGEST_TITLE = 80
WORDS_OF_A_SHINGLE = 3
MOST_WORDS = 5_000
ALIKE = 0.9


@dataclass
class Paths:
    """What was seen so far; it stays where the time runs out."""

    seen: list[PathSeen] = field(default_factory=list)


class PathObserver:
    """Asks for paths and links of one site.

    Args:
        home: the URL that the walk begins with.
        made_up: the answer to a path that cannot be there, or None.
        tier: the site's rank, by which some paths are not asked for.
    """

    def __init__(
        self,
        client: ProbeClient,
        robots: Robots,
        home: str,
        made_up: Door | None,
        tier: Tier = Tier.PRINCIPAL,
    ) -> None:
        self._client = client
        self._robots = robots
        self._home = home
        self._made_up = made_up
        self._names = names_for(tier)
        self._known: dict[str, PathSeen] = {}

    async def observe(self, links: dict[str, str], into: Paths) -> None:
        """The named paths, then the targets of links by their kind.

        Args:
            links: the kind of each required link to follow, and its target.
            into: where each goes the moment it is seen.
        """
        for name in self._names:
            into.seen.append(await self._first(name, PATHS[name]))
        for kind, url in links.items():
            into.seen.append(await self._ask(f"link:{kind}", url))

    async def _first(self, name: str, paths: tuple[str, ...]) -> PathSeen:
        """The first of these that is there, else the first of all."""
        urls = self._urls(paths)
        seen = [await self._ask(name, urls[0])]
        for url in urls[1:]:
            if _is_there(seen[-1]):
                break
            seen.append(await self._ask(name, url))
        return seen[-1] if _is_there(seen[-1]) else seen[0]

    def _urls(self, paths: tuple[str, ...]) -> list[str]:
        host = (urlsplit(self._home).hostname or "").removeprefix("www.")
        bare = host == registered_domain(host) and not host.replace(".", "").isdigit()
        ours = [path for path in paths if bare or not path.startswith("//")]
        return [urljoin(self._home, path.format(domain=host)) for path in ours]

    async def _ask(self, name: str, url: str) -> PathSeen:
        if url not in self._known:
            door = await observe_endpoint(self._client, self._robots, url, most=MOST_BYTES)
            self._known[url] = path_seen(name, door, self._home, self._made_up)
        return replace(self._known[url], name=name)


def names_for(tier: Tier) -> tuple[str, ...]:
    """The paths that a site of this rank is asked for, each a turn or more of its server's time."""
    unasked = frozenset() if tier is Tier.PRINCIPAL else OF_PRINCIPAL
    unasked |= NOT_OF_SECONDARY if tier is Tier.SECONDARY else frozenset()
    return tuple(name for name in PATHS if name not in unasked)


def path_seen(name: str, door: Door, home: str, made_up: Door | None) -> PathSeen:
    """What was seen behind a path, and whether it is only another "not found"."""
    answer, gap = door.answer, door.seen.gap
    text = ""
    if answer and answer.media_type.startswith(TEXT_TYPES):
        text = answer.text[:MOST_BYTES]
    return PathSeen(
        name=name,
        url=door.seen.url,
        status=answer.status if answer else None,
        hops=door.seen.hops,
        media_type=answer.media_type if answer else "",
        text=text,
        soft_404=is_soft_404(door, home, made_up),
        gap=Gap("paths", gap.reason, gap.detail) if gap else None,
    )


def is_soft_404(door: Door, home: str, made_up: Door | None) -> bool | None:
    """Whether an answer that says "here it is" is the site's way to say "not found".

    It is where it leads to the home page, calls itself "not found", or is the answer to a path
    that cannot be there; None where that is not known.
    """
    answer = door.answer
    if answer is None or door.seen.gap:
        return None
    if answer.status >= 400:
        return False
    if _place(answer.url) == _place(home) and _place(door.seen.url) != _place(home):
        return True
    if _says_so(door):
        return True
    theirs = made_up.answer if made_up and not made_up.seen.gap else None
    if theirs is None:
        return None
    if theirs.status >= 400:
        return False
    return theirs.url == answer.url or alike(answer.text, theirs.text)


def alike(one: str, other: str) -> bool:
    """Whether two texts are nearly the same in their words: nine of ten shingles, at least."""
    first, second = _shingles(one), _shingles(other)
    every = len(first | second)
    return every == 0 or len(first & second) / every >= ALIKE


def _is_there(seen: PathSeen) -> bool:
    return seen.status is not None and seen.status < 300 and not seen.soft_404 and not seen.gap


def _place(url: str) -> str:
    """Host and path, without "www." and a last slash: http or https, it is one place."""
    try:
        parts = urlsplit(identity(url))
    except ValueError:
        return url
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def _says_so(door: Door) -> bool:
    answer = door.answer
    if answer is None or answer.media_type not in HTML_TYPES:
        return False
    root = parse_html(answer.text)
    title = (
        " ".join((root.findtext(".//title") or "").split()).casefold() if root is not None else ""
    )
    return bool(NO_PAGE.match(title)) and len(title) <= LONGEST_TITLE


def _shingles(text: str) -> set[tuple[str, ...]]:
    root = parse_html(text) if text.lstrip().startswith("<") else None
    words = (_words(root) if root is not None else text.split())[:MOST_WORDS]
    width = min(WORDS_OF_A_SHINGLE, len(words)) or 1
    return {tuple(words[at : at + width]) for at in range(len(words) - width + 1)}


def _words(root: object) -> list[str]:
    unseen = ("script", "style", "template", "noscript")
    found: list[str] = []
    for element in root.iter():  # type: ignore[attr-defined]
        if element.tag not in unseen and element.text:
            found += element.text.split()
        if element.tail:
            found += element.tail.split()
        if len(found) >= MOST_WORDS:
            break
    return found
