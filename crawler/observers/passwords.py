"""Whether password fields take what is pasted into them; nothing is ever submitted."""

from typing import NotRequired, TypedDict

from crawler.browser.world import World
from ideaaudit.models import Box, PasteSeen


class _Field(TypedDict):
    field: Box
    autocomplete: str
    read_only: bool
    usable: bool


class _Asked(TypedDict):
    ready: bool
    passed: NotRequired[bool]
    taken: NotRequired[bool]


async def observe_passwords(world: World) -> tuple[PasteSeen, ...]:
    """Paste a made-up value into each visible password field, at most 3, and take it back.

    The events of pasting are dispatched to the page, which may refuse them as it would a
    visitor's; the value itself is typed by the browser, for the clipboard is the machine's own.

    Raises:
        crawler.browser.world.ScriptFailed: the page could not be looked at.
        playwright.async_api.Error: the page was lost.
    """
    found = await world.ask(list[_Field], "audit.passwords.find")
    seen = []
    for index, field in enumerate(found):
        accepted = await _paste(world, index) if field["usable"] else None
        seen.append(
            PasteSeen(
                field=field["field"],
                accepted=accepted,
                autocomplete=field["autocomplete"],
                read_only=field["read_only"],
            )
        )
    return tuple(seen)


async def _paste(world: World, index: int) -> bool | None:
    """Whether the value was there after the paste; None where the field takes no focus."""
    asked = await world.ask(_Asked, "audit.passwords.ask", index)
    if not asked["ready"]:
        return None
    if asked.get("passed") and not asked.get("taken"):
        text = await world.ask(str, "(() => audit.passwords.text)")
        await world.cdp.send("Input.insertText", {"text": text})
    taken = await world.ask(bool, "audit.passwords.taken", index)
    await world.call("audit.passwords.clear", index)
    return taken
