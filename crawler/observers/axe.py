"""What axe-core says of a rendered page, all its frames together."""

import asyncio
from typing import Any, TypedDict

from playwright.async_api import Error as PlaywrightError

from crawler.browser.world import ScriptFailed, World, Worlds, read_json
from ideaaudit.models import AxeResult

MAX_FRAMES = 30
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations", "incomplete"],
    "ancestry": True,
    # Style sheets of other origins would be fetched once more, for an experimental rule only.
    "preload": {"assets": ["media"], "timeout": 2000},
}


class _Frame(TypedDict):
    frameSelector: Any
    frameContext: Any


async def observe_axe(
    worlds: Worlds,
    main: World,
    *,
    frames: bool,
    frame_deadline: float,
    options: dict[str, Any] = OPTIONS,
) -> AxeResult:
    """Run axe in the main frame and, where there are frames, in each that can be seen.

    Every frame runs its own part and the main frame puts the parts together (axe's runPartial
    and finishRun), so that no page can answer in axe's name, and a hung frame costs itself only.

    Raises:
        crawler.browser.world.ScriptFailed: axe could not be run.
        playwright.async_api.Error: the page was lost.
    """
    if not frames:
        return result_of(await main.call("audit.axe.whole", options))
    specs = _frames_in(await main.call("audit.axe.part", None, options))
    parts: list[str | None] = []
    for spec in specs:
        await _collect(worlds, main, spec, options, frame_deadline, parts)
    return result_of(await main.call("audit.axe.finish", parts, options))


async def _collect(
    worlds: Worlds,
    parent: World,
    spec: _Frame,
    options: dict[str, Any],
    deadline: float,
    parts: list[str | None],
) -> None:
    """Append a frame's part and those below it; None for a frame that cannot be seen."""
    place = len(parts)
    parts.append(None)
    if place >= MAX_FRAMES:
        return
    try:
        async with asyncio.timeout(deadline):
            frame = await parent.frame_of("audit.axe.frame", spec["frameSelector"])
            world = await worlds.of(frame)
            found = await world.call("audit.axe.part", spec["frameContext"], options)
            parts[place] = await world.ask(str, "audit.axe.take")
            children = _frames_in(found)
    except (TimeoutError, LookupError, ScriptFailed, PlaywrightError):
        return
    for child in children:
        await _collect(worlds, world, child, options, deadline, parts)


def _frames_in(said: object) -> list[_Frame]:
    """The frames that our script names, each with what axe is told of it."""
    return read_json(said, list[_Frame])


def result_of(said: object) -> AxeResult:
    """What our script in the page says of axe's results, in the words of the store.

    Raises:
        crawler.browser.world.ScriptFailed: it is something else.
    """
    return read_json(said, AxeResult)
