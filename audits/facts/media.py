"""Sound and video that a page holds, its own or another's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement as Element

from audits.facts.document import Document

_PLAYERS = re.compile(
    r"youtube(?:-nocookie)?\.com/(?:embed|v/|live)|youtu\.be/|player\.vimeo\.com|vimeo\.com/video"
    r"|players?\.brightcove|brightcove\.net|kaltura|dvidshub\.net/video|jwplatform|jwplayer"
    r"|wistia|vidyard|dailymotion\.com/embed|facebook\.com/plugins/video|c-span\.org/video"
    r"|granicus|panopto|mediasite|livestream\.com|ustream\.tv|video\.ibm\.com|twitch\.tv"
    r"|soundcloud\.com|podcasts?\.apple|libsyn|buzzsprout|simplecast|spotify\.com/embed"
    r"|ted\.com/talks|cdnapisec|mediaspace|/videos?/embed|\.(?:mp4|m4v|webm|mov|mp3|ogg|wav|swf)\b",
    re.IGNORECASE,
)
_ELEMENTS = (
    "video", "audio", "lite-youtube", "lite-vimeo", "youtube-video", "vimeo-video", "video-js",
    "mux-player", "media-player", "bgsound",
)  # fmt: skip
_CAPTIONS = frozenset({"captions", "subtitles"})


@dataclass(frozen=True, slots=True)
class Medium:
    """A piece of sound or video; `captioned` where a track of captions stands in its markup."""

    element: Element
    captioned: bool


def media_of(document: Document) -> tuple[Medium, ...]:
    """What plays on the page by its markup, in no particular order."""
    return tuple(Medium(element, _captioned(element)) for element in _found(document))


def _found(document: Document) -> Iterator[Element]:
    yield from document.body.iter(*_ELEMENTS)
    for element in document.body.iter("iframe", "embed", "object"):
        keys = ("src", "data-src", "data", "data-lazy-src")
        if any(_PLAYERS.search(element.get(key) or "") for key in keys):
            yield element


def _captioned(element: Element) -> bool:
    # A track without kind holds subtitles (HTML, 4.8.11).
    kinds = ((e.get("kind") or "subtitles").strip().lower() for e in element.iter("track"))
    return any(kind in _CAPTIONS for kind in kinds)
