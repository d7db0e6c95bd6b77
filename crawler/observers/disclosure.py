"""The banner's "Here's how you know" button, pressed as a visitor would."""

from typing import TypedDict

from crawler.browser.world import World, shaped
from crawler.observers.hands import Place, click
from ideaaudit.models import Box, Disclosure


class _State(TypedDict):
    expanded: str
    shown: bool


class _Found(_State, Place):
    button: Box


class _After(_State, Place):
    text: str


async def observe_disclosure(world: World) -> Disclosure | None:
    """Press it and press it again; None where there is no such button.

    Raises:
        crawler.browser.world.ScriptFailed: the page could not be looked at.
        playwright.async_api.Error: the page was lost.
    """
    told = await world.call("audit.disclosure.find")
    if told is None:
        return None
    found = shaped(told, _Found)
    was: _State = {"expanded": found["expanded"], "shown": found["shown"]}
    place: Place = {"x": found["x"], "y": found["y"], "cover": found["cover"]}
    after: _After = {**was, **place, "text": ""}
    if not found["cover"]:
        await click(world.cdp, found["x"], found["y"])
        after = await world.ask(_After, "audit.disclosure.after", was)
        changed = (after["expanded"], after["shown"]) != (was["expanded"], was["shown"])
        if changed and not after["cover"]:
            await click(world.cdp, after["x"], after["y"])
    return Disclosure(
        button=found["button"],
        pressed=not found["cover"],
        expanded=(was["expanded"], after["expanded"]),
        panel_before=was["shown"],
        panel_after=after["shown"],
        text=after["text"],
        detail=found["cover"],
    )
