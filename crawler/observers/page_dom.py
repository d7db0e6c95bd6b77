"""The document as the browser holds it after load."""

from dataclasses import dataclass
from typing import TypedDict

from crawler.browser.world import World

LIMIT = 5_000_000


@dataclass(frozen=True, slots=True)
class DomSeen:
    """The document.

    Attributes:
        html: with open shadow roots as declarative templates; None where it is over the limit.
        length: characters, whether kept or not.
        heap: bytes of the page's script heap, about.
        media_type: as the browser took it, for example "text/html".
    """

    title: str
    html: str | None
    length: int
    heap: int
    media_type: str


class _Told(TypedDict):
    title: str
    html: str | None
    length: int
    heap: int
    type: str


async def observe_dom(world: World, limit: int = LIMIT) -> DomSeen:
    """Write the document down; with a limit of 0 only its title is looked at.

    Raises:
        crawler.browser.world.ScriptFailed: it cannot be written down.
        playwright.async_api.Error: the page was lost.
    """
    seen = await world.ask(_Told, "audit.dom", limit)
    return DomSeen(seen["title"], seen["html"], seen["length"], seen["heap"], seen["type"])
