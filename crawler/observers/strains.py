"""What becomes of the page under a visitor's own settings: spacing, zoom, a turned phone."""

from typing import TypedDict

from crawler.browser.world import World
from crawler.observers.layout import Device, hold
from ideaaudit.models import Box, Strain

# A desktop of 1280 pixels at 200 % has half as many CSS pixels. That each is twice as large changes
# no layout, and would only have pictures fetched again in a larger size.
ZOOMED = Device("zoom-200", 640, 400, mobile=False)
TURNED = Device("landscape", 844, 390, mobile=True)
WIDTHS = (360, 412, 768)


class _Wide(TypedDict):
    window_width: int
    document_width: int


class _Lost(_Wide):
    clipped: tuple[Box, ...]
    clipped_count: int
    overlapping: tuple[Box, ...]
    overlapping_count: int


class _Turned(_Wide):
    locked: bool


async def observe_spacing(world: World) -> Strain:
    """Under the text spacing of WCAG 1.4.12, on the desktop; the page is as before afterwards.

    Raises:
        crawler.browser.world.ScriptFailed: the page could not be measured.
        playwright.async_api.Error: the page was lost.
    """
    await world.call("audit.strains.start")
    return Strain(name="text-spacing", **await world.ask(_Lost, "audit.strains.spacing"))


async def observe_zoom(world: World) -> Strain:
    """At 200 %, compared with what `observe_spacing` met first; it stays so; raises as above."""
    await hold(world.cdp, ZOOMED)
    return Strain(name=ZOOMED.name, **await world.ask(_Lost, "audit.strains.zoom"))


async def observe_turned(world: World) -> Strain:
    """The phone that is held, turned to landscape; it stays so; raises as above."""
    await world.call("audit.strains.upright")
    await hold(world.cdp, TURNED)
    return Strain(name=TURNED.name, **await world.ask(_Turned, "audit.strains.landscape"))


async def observe_widths(world: World) -> tuple[tuple[int, int], ...]:
    """(viewport width, scrollWidth) at the common widths of phones and tablets; raises as above."""
    found = []
    for width in WIDTHS:
        await hold(world.cdp, Device("width", width, 2 * width, mobile=True))
        seen = await world.ask(_Wide, "audit.strains.widths")
        found.append((width, seen["document_width"]))
    return tuple(found)
