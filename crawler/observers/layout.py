"""How the page is laid out: on a desktop, and on phones in the same load."""

from dataclasses import dataclass
from typing import Any

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
    seen = await world.call("audit.layout")
    return Layout(
        name=device.name,
        width=device.width,
        height=device.height,
        mobile=device.mobile,
        window_width=seen["window_width"],
        document_width=seen["document_width"],
        overflowing=_boxes(seen["overflowing"]),
        overflowing_exempt=seen["overflowing_exempt"],
        overflowing_empty=_boxes(seen["overflowing_empty"]),
        targets=seen["targets"],
        small_targets=_boxes(seen["small_targets"]),
        small_target_count=seen["small_target_count"],
        characters=seen["characters"],
        small_characters=seen["small_characters"],
        regions=tuple((name, Box(**box)) for name, box in seen["regions"]),
    )


def _boxes(seen: list[dict[str, Any]]) -> tuple[Box, ...]:
    return tuple(Box(**box) for box in seen)
