"""How fast the page came: what the browser measured while it loaded."""

import os
from dataclasses import dataclass
from typing import TypedDict

from crawler.browser.world import World
from ideaaudit.models import RequestSeen, Vitals

Sizes = dict[str, tuple[int, int]]


class _Told(TypedDict):
    lcp: float | None
    cls: float | None
    ttfb: float | None
    resources: list[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class PaceSeen:
    """The browser's own measures.

    Attributes:
        sizes: URL to bytes over the network and bytes decoded, of what told them.
        load: the machine's load average over one minute, divided by its cores.
    """

    lcp: float | None
    cls: float | None
    ttfb: float | None
    sizes: Sizes
    load: float


async def observe_pace(world: World) -> PaceSeen:
    """Read it before anything acts on the page.

    Raises:
        crawler.browser.world.ScriptFailed: the page tells nothing.
        playwright.async_api.Error: the page was lost.
    """
    seen = await world.ask(_Told, "audit.vitals")
    sizes = {url: (size, decoded) for url, size, decoded in seen["resources"]}
    return PaceSeen(seen["lcp"], seen["cls"], seen["ttfb"], sizes, machine_load())


def vitals_of(pace: PaceSeen, rows: tuple[RequestSeen, ...]) -> Vitals:
    """The measures with what the requests weigh, as if nothing were in the cache."""
    return Vitals(
        lcp=_rounded(pace.lcp, 1),
        cls=_rounded(pace.cls, 4),
        ttfb=_rounded(pace.ttfb, 1),
        transferred=sum(row.size or 0 for row in rows),
        requests=sum(row.sent for row in rows),
        load=pace.load,
    )


def machine_load() -> float:
    """How busy this machine is, so that a slow page on it can be told from a slow page."""
    try:
        return round(os.getloadavg()[0] / (os.cpu_count() or 1), 2)
    except (OSError, AttributeError):
        return 0.0


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
