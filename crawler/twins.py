"""Which of the pages that were read are one page under several URLs.

A pure function of the set of pages. A likeness of two URLs is never enough, and neither is a
page's word that it is another: what they say must be the same, too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from crawler.observers.content import THIN
from ideaaudit.models import Rendering
from ideaaudit.storage import Read
from ideaaudit.web import identity, site_of

# What servers show where a URL names a folder: of Apache, IIS, Tomcat and ColdFusion.
DEFAULT_DOCUMENT = re.compile(
    r"(?<=/)(?:index|default|home|welcome)\.(?:s?html?|xhtml|php\d?|aspx?|jspx?|cfm|cgi|pl)\Z"
)
SPELLING = "the same page as {}"
CANONICAL = "names {} as canonical, which says the same"


def spelling(url: str) -> str:
    """What the spellings of one URL have in common: no scheme, no www, no default document, no
    slash at its end, no capitals in the path, and its query in order."""
    parts = urlsplit(url)
    path = DEFAULT_DOCUMENT.sub("", parts.path.lower()).rstrip("/")
    query = "&".join(sorted(filter(None, parts.query.split("&"))))
    return f"{site_of(url)}{path}?{query}"


def went_on(seen: Rendering, url: str) -> bool:
    """Whether a page's scripts loaded another document; a new address in the bar alone is no other
    page."""
    here = seen.url.partition("#")[0]
    try:
        if spelling(identity(here)) == spelling(url):
            return False
    except ValueError:
        return False
    return any(
        r.kind == "document" and r.url.partition("#")[0] == here for r in seen.requests or ()
    )


def twins(pages: Iterable[Read]) -> dict[str, tuple[str, str]]:
    """The pages that repeat another: URL to that other's URL, and why in plain words.

    Of several the front page stands, else what is in the sample, else the plainest URL: https,
    fewest capitals, shortest, first in order.
    """
    every = sorted(pages, key=_rank)
    found: dict[str, tuple[str, str]] = {}
    for group in _spelled_alike(every):
        for page, first in _repeats(group):
            found[page.url] = (first.url, SPELLING.format(first.url))
    for page, first in _renamed(every, found):
        found[page.url] = (first.url, CANONICAL.format(page.canonical))
    return {url: (_end(found, url), why) for url, (_, why) in found.items()}


def _rank(page: Read) -> tuple[bool, bool, bool, int, int, str]:
    url = page.url
    plain = sum(character.isupper() for character in url), len(url), url
    return (page.depth > 0, not page.chosen, not url.startswith("https:"), *plain)


def _spelled_alike(every: Sequence[Read]) -> list[list[Read]]:
    groups: dict[str, list[Read]] = defaultdict(list)
    for page in every:
        groups[spelling(page.url)].append(page)
    return [group for group in groups.values() if len(group) > 1]


def _repeats(group: Sequence[Read]) -> Iterator[tuple[Read, Read]]:
    """Each page of a group with the first that says the same."""
    first: dict[str, Read] = {}
    for page in group:
        said = [key for key in (page.body, page.content) if key]
        other = next((first[key] for key in said if key in first), None)
        if other and not page.chosen:
            yield page, other
        for key in said:
            first.setdefault(key, other or page)


def _renamed(
    every: Sequence[Read], found: dict[str, tuple[str, str]]
) -> Iterator[tuple[Read, Read]]:
    """Pages that name another as canonical, where that one says the same, and says much."""
    by_url = {page.url: page for page in every}
    for page in every:
        other = by_url.get(page.canonical)
        if other is None or page.url in found or page.chosen or page.depth == 0:
            continue
        first = by_url[_end(found, other.url)]
        full = page.content and not page.content.startswith(THIN)
        if first is not page and full and page.content == first.content:
            yield page, first


def _end(found: dict[str, tuple[str, str]], url: str) -> str:
    while url in found:
        url = found[url][0]
    return url
