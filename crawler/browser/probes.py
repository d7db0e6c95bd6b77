"""The senses beside document, axe and layout, in the order in which they disturb each other least.

First all that only looks, on the desktop and then on the phone; then the hands, of which the
keyboard comes last, for no one knows what the handlers of a page do.
"""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from crawler.browser.slot import Slot
from crawler.browser.words import (
    DISCLOSURE,
    KEYBOARD,
    MENU,
    OVERLAYS,
    PARITY,
    PASSWORDS,
    STRAINS,
    STYLES,
    WIDTHS,
    Deadlines,
)
from crawler.browser.world import World
from crawler.observers import layout as devices
from crawler.observers.disclosure import observe_disclosure
from crawler.observers.keyboard import observe_keyboard
from crawler.observers.menu import observe_menu
from crawler.observers.parity import observe_parity, remember_desktop
from crawler.observers.passwords import observe_passwords
from crawler.observers.strains import (
    observe_spacing,
    observe_turned,
    observe_widths,
    observe_zoom,
)
from crawler.observers.styles import observe_overlays, observe_styles
from ideaaudit.models import Strain

# A part's name, its deadline, the work, and the name of the step.
Try = Callable[[str, float, Coroutine[Any, Any, Any], str], Awaitable[Any]]


class Probes:
    """What the probes of one load saw.

    Attributes:
        found: the fields of a `Rendering` by their names; None where there was nothing to see.
    """

    def __init__(self, slot: Slot, senses: frozenset[str], limits: Deadlines, see: Try) -> None:
        self._slot = slot
        self._senses = senses
        self._limits = limits
        self._see = see
        self._strains: list[Strain] = []
        self.found: dict[str, Any] = {}

    async def look_at_desktop(self, world: World) -> None:
        """All that only looks, before the window changes."""
        await self._probe(STYLES, observe_styles(world))
        await self._probe(OVERLAYS, observe_overlays(world))

    async def strain(self, world: World) -> None:
        """Text spacing and zoom; the window stays zoomed until another is held."""
        await self._see(PARITY, self._limits.probe, remember_desktop(world), "parity-desktop")
        await self._strain("text-spacing", observe_spacing(world))
        if STRAINS in self._senses:
            self._slot.is_held = True
        await self._strain("zoom-200", observe_zoom(world))

    async def look_at_phone(self, world: World) -> None:
        """All that only looks, on the phone that is held; another width is held afterwards."""
        await self._probe(PARITY, observe_parity(world))
        await self._strain("landscape", observe_turned(world))
        await self._probe(WIDTHS, observe_widths(world))

    async def use_phone(self, world: World) -> None:
        """The menu, opened and closed."""
        await self._probe(MENU, observe_menu(world), self._limits.hand)

    async def use_desktop(self, world: World, url: str) -> None:
        """Mouse and keyboard."""
        await self._probe(DISCLOSURE, observe_disclosure(world), self._limits.hand)
        await self._probe(PASSWORDS, observe_passwords(world), self._limits.hand)
        limit = self._limits.keyboard
        await self._probe(KEYBOARD, observe_keyboard(world, url, limit / 2), limit)

    def wants(self, *parts: str) -> bool:
        """Whether any of these is to be seen."""
        return not self._senses.isdisjoint(parts)

    async def hold(self, device: devices.Device) -> None:
        """Lay the page out for this device."""
        self._slot.is_held = True
        await devices.hold(self._slot.cdp, device)

    async def _probe(
        self, part: str, work: Coroutine[Any, Any, Any], limit: float | None = None
    ) -> None:
        seen = await self._see(part, limit or self._limits.probe, work, part)
        if seen is not None:
            self.found[part] = seen

    async def _strain(self, name: str, work: Coroutine[Any, Any, Strain]) -> None:
        seen = await self._see(STRAINS, self._limits.probe, work, name)
        if seen is not None:
            self._strains.append(seen)
            self.found[STRAINS] = tuple(self._strains)
