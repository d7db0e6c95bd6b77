"""Where in a report everything stands: addresses that are the same for every run."""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import urlsplit

ROWS = 500
_PLAIN = re.compile(r"[a-z0-9][a-z0-9.-]*(_[0-9]+)?")
_MOST = 60


def site_slug(site: str) -> str:
    """A folder's name for a site: its host; a port follows an underscore."""
    name = site.replace(":", "_") if "_" not in site else ""
    if _PLAIN.fullmatch(name) and ".." not in name and len(name) <= _MOST:
        return name
    return f"{_words(site)[:_MOST]}-{_hash(site)}"


def agency_slugs(names: Iterable[str]) -> dict[str, str]:
    """A folder's name for each agency; names that would share one get a hash as well."""
    slugs = {name: _words(name)[:_MOST].strip("-") or "agency-not-stated" for name in names}
    taken = Counter(slugs.values())
    return {
        name: f"{slug}-{_hash(name)}" if name and taken[slug] > 1 else slug
        for name, slug in slugs.items()
    }


def page_file(url: str) -> str:
    """The file of a rendered page, in its site's `pages` folder."""
    path = urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1]
    return f"{_words(path)[:40].strip('-') or 'home'}-{_hash(url)}.html"


def urls_file(number: int) -> str:
    """The file of the so-manieth part of a site's list of known URLs, from 1."""
    return "urls.html" if number == 1 else f"urls-{number}.html"


def site_home(site: str) -> str:
    return f"sites/{site_slug(site)}/index.html"


def anchor(name: str) -> str:
    """An id for an element: the name itself where it is plain, else a hash of it."""
    return name if re.fullmatch(r"[A-Za-z][\w.-]{0,120}", name, re.ASCII) else f"x{_hash(name)}"


def _words(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]
