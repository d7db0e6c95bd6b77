"""How the page looks as computed, and what covers it."""

from crawler.browser.world import World
from ideaaudit.models import Box, Styles


async def observe_styles(world: World) -> Styles:
    """Fonts, colors, style sheets, quirks, the banner's flag.

    Raises:
        crawler.browser.world.ScriptFailed: the page could not be measured.
        playwright.async_api.Error: the page was lost.
    """
    seen = await world.call("audit.styles")
    return Styles(
        fonts=tuple((name, count) for name, count in seen["fonts"]),
        colors=tuple((color, count) for color, count in seen["colors"]),
        sheets=tuple(seen["sheets"]),
        quirks=seen["quirks"],
        banner_flag=seen["banner_flag"],
    )


async def observe_overlays(world: World) -> tuple[Box, ...]:
    """Modal dialogs, and what is fixed over 30 % of the window or more; raises as above."""
    return tuple(Box(**box) for box in await world.call("audit.overlays"))
