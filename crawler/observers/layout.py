"""How the page is laid out: on a desktop, and on phones in the same load."""

from dataclasses import dataclass
from typing import TypedDict

from playwright.async_api import CDPSession

from crawler.browser.world import World
from ideaaudit.models import Box, Layout


@dataclass(frozen=True, slots=True)
class Device:
    """A viewport to look through, in CSS pixels."""

    name: str
    width: int
    height: int
    mobile: bool


class _Told(TypedDict):
    window_width: int
    document_width: int
    overflowing: tuple[Box, ...]
    overflowing_exempt: int
    overflowing_empty: tuple[Box, ...]
    targets: int
    small_targets: tuple[Box, ...]
    small_target_count: int
    characters: int
    small_characters: int
    regions: tuple[tuple[str, Box], ...]


DESKTOP = Device("desktop", 1280, 800, mobile=False)
PHONE = Device("phone", 390, 844, mobile=True)
NARROW = Device("narrow", 320, 640, mobile=True)


async def hold(cdp: CDPSession, device: Device) -> None:
    """Lay the page out anew; on a phone its viewport meta is obeyed and touch is on.

    Once this returns, what is measured is measured there.
    """
    metrics = {
        "width": device.width,
        "height": device.height,
        "deviceScaleFactor": 1,
        "mobile": device.mobile,
    }
    await cdp.send("Emulation.setDeviceMetricsOverride", metrics)
    await cdp.send("Emulation.setTouchEmulationEnabled", {"enabled": device.mobile})


async def let_go(cdp: CDPSession) -> None:
    """Back to the window's own size, some time after this returns: `hold` what is to be seen."""
    await cdp.send("Emulation.clearDeviceMetricsOverride")
    await cdp.send("Emulation.setTouchEmulationEnabled", {"enabled": False})


async def observe_layout(world: World, device: Device) -> Layout:
    """Measure the page as it is laid out now; `device` says for what.

    Raises:
        crawler.browser.world.ScriptFailed: the page could not be measured.
        playwright.async_api.Error: the page was lost.
    """
    return Layout(
        name=device.name,
        width=device.width,
        height=device.height,
        mobile=device.mobile,
        **await world.ask(_Told, "audit.layout"),
    )
