"""The banner's "Here's how you know" button, pressed as a visitor would."""

from typing import Any

from crawler.browser.world import World
from crawler.observers.hands import click
from ideaaudit.models import Box, Disclosure


async def observe_disclosure(world: World) -> Disclosure | None:
    """Press it and press it again; None where there is no such button.

    Raises:
        crawler.browser.world.ScriptFailed: the page could not be looked at.
        playwright.async_api.Error: the page was lost.
    """
    found = await world.call("audit.disclosure.find")
    if found is None:
        return None
    was = {name: found[name] for name in ("expanded", "shown")}
    after: dict[str, Any] = {**was, "text": ""}
    if not found["cover"]:
        await click(world.cdp, found["x"], found["y"])
        after = await world.call("audit.disclosure.after", was)
        changed = any(after[name] != was[name] for name in was)
        if changed and not after["cover"]:
            await click(world.cdp, after["x"], after["y"])
    return Disclosure(
        button=Box(**found["button"]),
        pressed=not found["cover"],
        expanded=(was["expanded"], after["expanded"]),
        panel_before=was["shown"],
        panel_after=after["shown"],
        text=after["text"],
        detail=found["cover"],
    )
