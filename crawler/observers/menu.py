"""The menu of the page on a phone, opened by tap and by keyboard."""

from typing import TypedDict

from crawler.browser.world import World, shaped
from crawler.observers.hands import ENTER, ESCAPE, SPACE, Place, press, tap
from ideaaudit.models import Box, MenuSeen


class _Open(TypedDict):
    links: int
    expanded: str


class _Found(_Open, Place):
    button: Box


async def observe_menu(world: World) -> MenuSeen | None:
    """Try the collapsed menu's button; None where no such button was recognized.

    Raises:
        crawler.browser.world.ScriptFailed: the page could not be looked at.
        playwright.async_api.Error: the page was lost.
    """
    told = await world.call("audit.menu.find")
    if told is None:
        return None
    found = shaped(told, _Found)
    before = found["links"]
    after: _Open = {"links": before, "expanded": found["expanded"]}
    by_tap = None
    if not found["cover"]:
        await tap(world.cdp, found["x"], found["y"])
        after = await world.ask(_Open, "audit.menu.opened", before)
        by_tap = after["links"] > before
    by_keyboard = None
    if not by_tap or await _close(world, before):
        by_keyboard, links = await _by_keyboard(world, before)
        after["links"] = max(after["links"], links)
    return MenuSeen(
        button=found["button"],
        by_tap=by_tap,
        by_keyboard=by_keyboard,
        links_before=before,
        links_after=after["links"],
        expanded=(found["expanded"], after["expanded"]),
    )


async def _by_keyboard(world: World, before: int) -> tuple[bool | None, int]:
    """Whether Enter or Space on the button brings links into view, and how many there are then."""
    if not await world.call("audit.menu.focus"):
        return None, before
    await press(world.cdp, ENTER)
    links = (await world.ask(_Open, "audit.menu.opened", before))["links"]
    if links <= before:
        await press(world.cdp, SPACE)
        links = (await world.ask(_Open, "audit.menu.opened", before))["links"]
    if links > before:
        await _close(world, before)
    return links > before, links


async def _close(world: World, before: int) -> bool:
    """Close the menu by its own button, by another named so, or by Escape."""
    for way in ("audit.menu.again", "audit.menu.closer"):
        told = await world.call(way)
        if told is None or (place := shaped(told, Place))["cover"]:
            continue
        await tap(world.cdp, place["x"], place["y"])
        if await world.call("audit.menu.closed", before):
            return True
    await press(world.cdp, ESCAPE)
    return bool(await world.call("audit.menu.closed", before))
