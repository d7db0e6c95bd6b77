"""What a visitor's hands do to a page: keys pressed, places clicked and tapped."""

import asyncio
from typing import Any, TypedDict

from playwright.async_api import CDPSession

TAB = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
ESCAPE = {"key": "Escape", "code": "Escape", "windowsVirtualKeyCode": 27}
ENTER = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13}
SPACE = {"key": " ", "code": "Space", "windowsVirtualKeyCode": 32}


class Place(TypedDict):
    """Where an element can be hit, as `audit.hands.point` tells it; what lies over it, or ""."""

    x: float
    y: float
    cover: str


async def press(cdp: CDPSession, key: dict[str, Any], times: int = 1) -> None:
    """Press a key and let it go; several times is as if it were held down.

    Raises:
        playwright.async_api.Error: the page was lost.
    """
    text = {"Enter": "\r", " ": " "}.get(key["key"], "")
    down = {"type": "keyDown", "text": text} if text else {"type": "rawKeyDown"}
    events = [*[down | key] * times, {"type": "keyUp"} | key]
    await asyncio.gather(*(cdp.send("Input.dispatchKeyEvent", event) for event in events))


async def click(cdp: CDPSession, x: float, y: float) -> None:
    """Press and release the mouse's left button there; raises as `press` does."""
    place = {"x": x, "y": y, "button": "left", "clickCount": 1}
    events = ({"type": kind} | place for kind in ("mousePressed", "mouseReleased"))
    await asyncio.gather(*(cdp.send("Input.dispatchMouseEvent", event) for event in events))


async def tap(cdp: CDPSession, x: float, y: float) -> None:
    """Touch the screen there; raises as `press` does."""
    start = {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}
    end: dict[str, Any] = {"type": "touchEnd", "touchPoints": []}
    await asyncio.gather(*(cdp.send("Input.dispatchTouchEvent", event) for event in (start, end)))
