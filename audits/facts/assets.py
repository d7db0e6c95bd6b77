"""What a page's files cost: those sent uncompressed, images too heavy, files never kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ideaaudit.models import RequestSeen
from ideaaudit.web import registered_domain, site_of

_TEXT = ("text/", "application/javascript", "application/json", "application/xml")
_TEXT_ENDS = ("+xml", "+json", "javascript")
# Already compressed by their own format, though their type reads like text.
_NO_TEXT = ("text/event-stream",)
_PHOTOS = frozenset({"image/jpeg", "image/jpg", "image/png", "image/gif", "image/webp"})
_RAW = frozenset({"image/bmp", "image/x-ms-bmp", "image/tiff"})
_KINDS = frozenset({"document", "stylesheet", "script", "image", "font", "xhr", "fetch"})
_STATIC = frozenset({"stylesheet", "script", "image", "font"})
# Lighthouse leaves savings below this many bytes out (uses-text-compression).
_SMALL = 1_400
_HEAVY = 1_000_000


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that could cost less.

    Attributes:
        fault: "uncompressed", "heavy-image", "raw-image" or "never-kept".
        size: bytes over the network.
    """

    fault: str
    url: str
    media_type: str
    size: int


def costly(requests: Iterable[RequestSeen], page_url: str) -> tuple[Asset, ...]:
    """The page's own files that could cost less; files of other domains are not its to mend."""
    own = _domain(page_url)
    answered = [
        one
        for one in requests
        if one.status == 200 and one.kind in _KINDS and one.media_type and _domain(one.url) == own
    ]
    return tuple(asset for one in answered for asset in _faults(one))


def _faults(one: RequestSeen) -> Iterator[Asset]:
    size = one.size or one.decoded or 0
    if _is_text(one.media_type) and one.encoding in ("", "identity") and size >= _SMALL:
        yield Asset("uncompressed", one.url, one.media_type, size)
    if one.media_type in _RAW:
        yield Asset("raw-image", one.url, one.media_type, size)
    if one.media_type in _PHOTOS and size >= _HEAVY:
        yield Asset("heavy-image", one.url, one.media_type, size)
    if one.kind in _STATIC and "no-store" in one.cache.lower() and size >= _SMALL:
        yield Asset("never-kept", one.url, one.media_type, size)


def _is_text(media_type: str) -> bool:
    if media_type in _NO_TEXT:
        return False
    return media_type.startswith(_TEXT) or media_type.endswith(_TEXT_ENDS)


@lru_cache(maxsize=1_024)
def _domain(url: str) -> str:
    return registered_domain(site_of(url).partition(":")[0])
