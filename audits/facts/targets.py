"""What became of an address that a site's pages link to, by all that was seen of it."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from audits.check import SiteView
from audits.facts.site import page_at
from ideaaudit.models import LostUrl, PageClass, PageSummary, PathSeen
from ideaaudit.web import site_of

LIVE, GONE, HOME, LOGIN, BLOCKED, UNSEEN = "live", "gone", "home", "login", "blocked", "unseen"
_NOT_FOUND = frozenset({404, 410})
_LED_TO = re.compile(r"\bto (https?://\S+)$")
_MOST_HOPS = 5
# The front page, also by the name of its file.
_FRONT = re.compile(r"/?(?:(?:index|default|home)(?:\.[a-z]{2,5})?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reached:
    """Where an address leads.

    Attributes:
        state: "live"; "gone" (404, 410, or an answer like that for a made-up path); "home" where
            another address ends at the front page; "login"; "blocked" where no page was given to
            us; "unseen" where it was not asked for.
        detail: the same in words.
    """

    state: str
    detail: str


def reached(view: SiteView, url: str, kind: str = "") -> Reached:
    """What was seen at an address; `kind` names the required link whose target it is."""
    asked = url
    for _ in range(_MOST_HOPS):
        page = page_at(view, url)
        if page is not None:
            return _walked(page, asked)
        path = _path(view, url, kind if url == asked else "")
        if path is not None:
            return _probed(path)
        lost = next((one for one in view.lost if _same(one.url, url)), None)
        led = _LED_TO.search(lost.detail) if lost else None
        if lost is None or not led:
            return _lost(lost)
        url = led[1]
    return Reached(BLOCKED, "It sends visitors round and round.")


def _walked(page: PageSummary, asked: str) -> Reached:
    if page.status is not None and page.status >= 400:
        return _by_status(page.status)
    if page.page_class is PageClass.ERROR:
        return Reached(GONE, "The page says that there is no such page.")
    if page.page_class is PageClass.LOGIN:
        return Reached(LOGIN, "It asks visitors to sign in.")
    if page.page_class is PageClass.HOME and not _is_front(asked):
        return Reached(HOME, "It leads to the front page.")
    return Reached(LIVE, "The page answers.")


def _path(view: SiteView, url: str, kind: str) -> PathSeen | None:
    """The probe of that address, or of that required link."""
    paths = [one for one in view.observation.paths or () if one.gap is None]
    return next(
        (one for one in paths if _same(one.url, url)),
        next((one for one in paths if kind and one.name == f"link:{kind}"), None),
    )


def _probed(path: PathSeen) -> Reached:
    if path.status is None:
        return Reached(BLOCKED, "Nothing answered.")
    if path.status >= 400:
        return _by_status(path.status)
    if path.soft_404:
        return Reached(GONE, "The answer is that for a page that does not exist.")
    ended = path.hops[-1].url if path.hops else path.url
    if _is_front(ended) and not _is_front(path.url) and site_of(ended) == site_of(path.url):
        return Reached(HOME, "It leads to the front page.")
    return Reached(LIVE, "The page answers.")


def _by_status(status: int) -> Reached:
    state = GONE if status in _NOT_FOUND else BLOCKED
    return Reached(state, f"The server answers HTTP {status}.")


def _lost(lost: LostUrl | None) -> Reached:
    if lost is None:
        return Reached(UNSEEN, "It was not visited.")
    if lost.reason == "not-found" or lost.status in _NOT_FOUND:
        return Reached(GONE, f"The server answers HTTP {lost.status or 404}.")
    return Reached(BLOCKED, f"No page was given to us ({lost.reason.replace('-', ' ')}).")


def _same(one: str, other: str) -> bool:
    return one == other or _key(one) == _key(other)


def _key(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    return site_of(url), parts.path.rstrip("/"), parts.query


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return bool(_FRONT.fullmatch(parts.path)) and not parts.query
