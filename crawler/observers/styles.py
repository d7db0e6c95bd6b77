"""How the page looks as computed, and what covers it."""

from typing import TypedDict

from crawler.browser.world import World
from ideaaudit.models import Box, Styles


class _Told(TypedDict):
    fonts: tuple[tuple[str, int], ...]
    colors: tuple[tuple[str, int], ...]
    sheets: tuple[str, ...]
    quirks: bool
    banner_flag: bool | None


async def observe_styles(world: World) -> Styles:
    """Fonts, colors, style sheets, quirks, the banner's flag.

    Raises:
        crawler.browser.world.ScriptFailed: the page could not be measured.
        playwright.async_api.Error: the page was lost.
    """
    return Styles(**await world.ask(_Told, "audit.styles"))


async def observe_overlays(world: World) -> tuple[Box, ...]:
    """Modal dialogs, and what is fixed over 30 % of the window or more; raises as above."""
    return await world.ask(tuple[Box, ...], "audit.overlays")
