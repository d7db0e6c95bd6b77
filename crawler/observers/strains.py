"""What becomes of the page under a visitor's own settings: spacing, zoom, a turned phone."""

from typing import Any

from crawler.browser.world import World
from crawler.observers.layout import Device, hold
from ideaaudit.models import Box, Strain

# A desktop of 1280 pixels at 200 % has half as many CSS pixels. That each is twice as large changes
# no layout, and would only have pictures fetched again in a larger size.
ZOOMED = Device("zoom-200", 640, 400, mobile=False)
TURNED = Device("landscape", 844, 390, mobile=True)
WIDTHS = (360, 412, 768)


async def observe_spacing(world: World) -> Strain:
    """Under the text spacing of WCAG 1.4.12, on the desktop; the page is as before afterwards.

    Raises:
        crawler.browser.world.ScriptFailed: the page could not be measured.
        playwright.async_api.Error: the page was lost.
    """
    await world.call("audit.strains.start")
    return _strain("text-spacing", await world.call("audit.strains.spacing"))


async def observe_zoom(world: World) -> Strain:
    """At 200 %, compared with what `observe_spacing` met first; it stays so; raises as above."""
    await hold(world.cdp, ZOOMED)
    return _strain(ZOOMED.name, await world.call("audit.strains.zoom"))


async def observe_turned(world: World) -> Strain:
    """The phone that is held, turned to landscape; it stays so; raises as above."""
    await world.call("audit.strains.upright")
    await hold(world.cdp, TURNED)
    return _strain(TURNED.name, await world.call("audit.strains.landscape"))


async def observe_widths(world: World) -> tuple[tuple[int, int], ...]:
    """(viewport width, scrollWidth) at the common widths of phones and tablets; raises as above."""
    found = []
    for width in WIDTHS:
        await hold(world.cdp, Device("width", width, 2 * width, mobile=True))
        seen = await world.call("audit.strains.widths")
        found.append((width, int(seen["document_width"])))
    return tuple(found)


def _strain(name: str, seen: dict[str, Any]) -> Strain:
    boxes = {
        part: tuple(Box(**box) for box in seen.get(part, ())) for part in ("clipped", "overlapping")
    }
    return Strain(name=name, **{**seen, **boxes})
