"""What a phone shows of what a desktop shows, in the same load."""

from crawler.browser.world import World
from ideaaudit.models import Parity


async def remember_desktop(world: World) -> None:
    """Note in the page what the desktop shows.

    Raises:
        crawler.browser.world.ScriptFailed: the page could not be looked through.
        playwright.async_api.Error: the page was lost.
    """
    await world.call("audit.parity.desktop")


async def observe_parity(world: World) -> Parity:
    """What the phone has of what `remember_desktop` noted; raises as it does."""
    return await world.ask(Parity, "audit.parity.phone")
