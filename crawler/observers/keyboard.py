"""The page walked through with the Tab key, as a visitor without a mouse does."""

import asyncio
import time
from typing import TypedDict

from crawler.browser.world import World, shaped
from crawler.observers.hands import ENTER, ESCAPE, TAB, press
from ideaaudit.models import Box, KeyboardWalk, TabStop

MOST_PRESSES = 200
# Presses between two looks: enough for all that seems to be reached, within these bounds.
AT_ONCE, MOST_AT_ONCE = 10, 40
# Presses until a page that was left was entered again.
ROUND = 4
ESCAPES = 3
# Longer than scripts wait that move the focus after a press, in seconds; and how many such presses.
PAUSE = 0.05
MOST_SLOW = 40


class _Told(TypedDict):
    complete: bool
    interactive: int
    stops: tuple[TabStop, ...]
    unreached: tuple[Box, ...]
    unreached_count: int
    trap: TabStop | None


async def observe_keyboard(world: World, url: str, seconds: float) -> KeyboardWalk:
    """Press Tab from the top of the page until its end, a trap, or the bound.

    In the page `audit.keyboard` follows the focus at every key; it is asked once in 10 to 40.
    Where a script moves the focus by itself some time after a press, the walk is made again with
    time for that between the presses: held down, Tab would get past it.

    Args:
        url: of the document, put back where a skip link added its fragment.
        seconds: after which the walk is left incomplete.

    Raises:
        crawler.browser.world.ScriptFailed: the page could not be followed.
        playwright.async_api.Error: the page was lost.
    """
    ends = time.monotonic() + seconds
    expected = await world.ask(int, "audit.keyboard.start") + ROUND
    state, presses = await _walk(world, ends, expected)
    if state != "trap" and await world.ask(bool, "audit.keyboard.jumped"):
        await world.call("audit.keyboard.leave", url)
        await world.call("audit.keyboard.start")
        state, presses = await _walk(world, ends, AT_ONCE, PAUSE)
    seen = await world.ask(_Told, "audit.keyboard.finish", state)
    skip = await _skip(world)
    await world.call("audit.keyboard.leave", url)
    return KeyboardWalk(presses=presses, skip_link=skip, **seen)


async def _walk(world: World, ends: float, expected: int, pause: float = 0.0) -> tuple[str, int]:
    """How the walk ended ("end", "trap" or "on"), and after how many presses.

    Args:
        expected: presses after which it may have come to its end.
    """
    presses = escapes = 0
    state = "on"
    most = MOST_SLOW if pause else MOST_PRESSES
    while presses < most and time.monotonic() < ends:
        times = min(max(AT_ONCE, min(expected - presses, MOST_AT_ONCE)), most - presses)
        await _tab(world, times, pause)
        presses += times
        state = await world.ask(str, "audit.keyboard.read")
        if state == "loop":
            if escapes >= ESCAPES:
                return "on", presses
            escapes += 1
            state, more = await _try_to_escape(world, pause)
            presses += more
        if state in ("end", "trap"):
            return state, presses
    return "on", presses


async def _tab(world: World, times: int, pause: float) -> None:
    """Press Tab so many times, at once or with pauses."""
    if not pause:
        await press(world.cdp, TAB, times)
        return
    for _ in range(times):
        await press(world.cdp, TAB)
        await asyncio.sleep(pause)


async def _try_to_escape(world: World, pause: float) -> tuple[str, int]:
    """Whether the focus is still caught after Escape and enough presses to leave the loop."""
    times = AT_ONCE if pause else 3 * AT_ONCE
    await world.call("audit.keyboard.escaping")
    await press(world.cdp, ESCAPE)
    await _tab(world, times, pause)
    state = await world.ask(str, "audit.keyboard.read")
    if state not in ("trap", "end"):
        await world.call("audit.keyboard.out")
        state = "on"
    return state, times


async def _skip(world: World) -> bool | None:
    """Whether the skip link at the first stop leads the focus to its target."""
    focused = await world.call("audit.keyboard.skip")
    if focused is None or not shaped(focused, bool):
        return None if focused is None else False
    await press(world.cdp, ENTER)
    await world.call("audit.seen.frame")
    if await world.ask(bool, "audit.keyboard.landed", False):
        return True
    await press(world.cdp, TAB)
    return await world.ask(bool, "audit.keyboard.landed", True)
