"""What happens inside one load of one page."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from playwright.async_api import Error as PlaywrightError

from crawler.browser.engines import Engines
from crawler.browser.opening import Opening
from crawler.browser.probes import Probes
from crawler.browser.slot import Slot
from crawler.browser.steps import Lost, StepFailed, Steps
from crawler.browser.words import (
    AXE,
    COOKIES,
    DISCLOSURE,
    HTML,
    KEYBOARD,
    LAYOUTS,
    MENU,
    PARITY,
    PASSWORDS,
    PHONE,
    PICTURES,
    PROBES,
    REQUESTS,
    STRAINS,
    STYLES,
    VITALS,
    WIDTHS,
    Rendered,
    RenderFailed,
    RenderJob,
    RenderSettings,
)
from crawler.browser.world import ScriptFailed, World
from crawler.observers import layout as devices
from crawler.observers.axe import observe_axe
from crawler.observers.headers import header_of
from crawler.observers.layout import Device, observe_layout
from crawler.observers.page_dom import LIMIT, DomSeen, observe_dom
from crawler.observers.pictures import observe_picture
from crawler.observers.requests import RequestLog, cookie_of
from crawler.observers.sheets import observe_marks
from crawler.observers.vitals import PaceSeen, observe_pace, vitals_of
from ideaaudit.models import (
    AxeResult,
    Cookie,
    EngineSeen,
    Gap,
    Layout,
    Picture,
    Reason,
    Rendering,
    RequestSeen,
)
from ideaaudit.privacy import all_without_cookies

T = TypeVar("T")
# Seconds in which a page answers that is not hung.
ALIVE = 2.0
STRAINS_TRIED = 3


class Load:
    """One load of one page in a slot; `run` it once."""

    def __init__(
        self, slot: Slot, job: RenderJob, settings: RenderSettings, engines: Engines
    ) -> None:
        self._slot = slot
        self._job = job
        self._settings = settings
        self._limits = settings.deadlines
        self._steps = Steps()
        self._log = RequestLog(slot.page)
        self._opening = Opening(slot, settings, self._steps, self._log)
        self._probes = Probes(slot, job.senses, self._limits, self._try)
        self._engines = engines
        self._gaps: list[Gap] = []
        self._done: set[str] = set()
        self._url = ""
        self._pace: PaceSeen | None = None
        self._dap = ""
        self._other: tuple[EngineSeen, ...] | None = None
        self._dom: DomSeen | None = None
        self._axe: AxeResult | None = None
        self._layouts: list[Layout] = []
        self._pictures: dict[Picture, bytes] = {}
        self._cookies: tuple[Cookie, ...] | None = None
        self._cookie_values: list[str] = []

    async def run(self) -> Rendered:
        """Open the page and see what was asked for; a part that was lost has its gap.

        Raises:
            RenderFailed: nothing was seen.
        """
        self._slot.trust(self._job.url)
        lost = None
        with self._log:
            try:
                await self._look(await self._opening.open(self._job.url))
            except (Lost, StepFailed) as error:
                lost = error if isinstance(error, Lost) else Lost(Reason.ERROR, str(error))
                self._slot.dead |= lost.reason in (Reason.TIMEOUT, Reason.CRASHED)
                if self._dom is None:
                    raise RenderFailed(lost.reason, lost.detail) from error
        self._explain(lost)
        return self._rendered()

    async def _look(self, world: World) -> None:
        limit = LIMIT if HTML in self._job.senses else 0
        self._dom = await self._steps.take(HTML, self._limits.html, observe_dom(world, limit))
        self._slot.heap = self._dom.heap
        self._url = self._slot.page.url
        self._pace = await self._try(VITALS, self._limits.probe, observe_pace(world), VITALS)
        self._axe = await self._see(AXE, self._limits.axe, self._run_axe(world))
        await self._look_through(devices.DESKTOP, LAYOUTS, world)
        await self._probes.look_at_desktop(world)
        await self._try(STYLES, self._limits.probe, self._read_sheets(), "sheets")
        self._cookies = await self._see(COOKIES, self._limits.html, self._read_cookies())
        await self._try(REQUESTS, self._limits.html, self._read_dap(), "dap")
        await self._ask_other_engines(world)
        if self._probes.wants(PHONE, *PROBES):
            await self._use(world)

    async def _use(self, world: World) -> None:
        """What changes the page: it is seen as a visitor meets it before this."""
        self._log.still = True
        await self._steps.take("still", self._limits.html, self._slot.hold_still())
        if self._probes.wants(STRAINS, PARITY):
            await self._probes.strain(world)
        if self._probes.wants(PHONE, STRAINS, PARITY, WIDTHS):
            await self._pick_up_the_phone(world)
        if self._probes.wants(MENU):
            await self._hold(devices.PHONE)
            await self._probes.use_phone(world)
        if self._probes.wants(DISCLOSURE, PASSWORDS, KEYBOARD):
            await self._hold(devices.DESKTOP)
            await self._probes.use_desktop(world, self._url)

    async def _run_axe(self, world: World) -> AxeResult:
        return await observe_axe(
            self._slot.worlds,
            world,
            frames=len(self._slot.page.frames) > 1,
            frame_deadline=self._limits.frame,
        )

    async def _pick_up_the_phone(self, world: World) -> None:
        await self._hold(devices.PHONE)
        await self._look_through(devices.PHONE, PHONE, world)
        await self._probes.look_at_phone(world)
        if self._probes.wants(PHONE):
            await self._hold(devices.NARROW)
            await self._look_through(devices.NARROW, PHONE, world)

    async def _hold(self, device: Device) -> None:
        work = self._probes.hold(device)
        await self._steps.take(f"hold-{device.name}", self._limits.layout, work)

    async def _look_through(self, device: Device, part: str, world: World) -> None:
        name = f"layout-{device.name}"
        seen = await self._see(part, self._limits.layout, observe_layout(world, device), name)
        self._layouts += [seen] if seen else []
        if device is not devices.NARROW:
            name = f"picture-{device.name}"
            taken = observe_picture(self._slot.cdp, device.name)
            picture = await self._see(PICTURES, self._limits.picture, taken, name)
            self._pictures |= dict([picture]) if picture else {}

    async def _read_cookies(self) -> tuple[Cookie, ...]:
        cookies = await self._slot.context.cookies()
        self._cookie_values = [cookie.get("value", "") for cookie in cookies]
        return tuple(cookie_of(cookie) for cookie in cookies)

    async def _read_sheets(self) -> None:
        marks = await observe_marks(self._log.sheets(), self._slot.marks)
        if styles := self._probes.found.get(STYLES):
            self._probes.found[STYLES] = replace(styles, marks=marks)

    async def _read_dap(self) -> None:
        self._dap = await self._log.dap_version()

    async def _ask_other_engines(self, world: World) -> None:
        if not self._engines.names:
            return
        asked = world.ask(list[tuple[str, int]], "audit.parity.words")
        words = await self._steps.take("words", self._limits.html, asked)
        self._other, gaps = await self._engines.see(self._url, dict(words))
        self._gaps += gaps

    async def _try(
        self, part: str, limit: float, work: Coroutine[Any, Any, T], name: str
    ) -> T | None:
        """As `_see`; a step that takes too long is a gap too where the page still answers."""
        try:
            return await self._see(part, limit, work, name)
        except Lost as lost:
            if lost.reason is not Reason.TIMEOUT or not await self._answers():
                raise
            self._gaps.append(Gap(part, lost.reason, lost.detail))
            return None

    async def _answers(self) -> bool:
        """Whether the page is still there to be asked."""
        try:
            world = await asyncio.wait_for(self._slot.main(), ALIVE)
            return bool(await asyncio.wait_for(world.call("(() => 1)"), ALIVE))
        except (PlaywrightError, ScriptFailed, TimeoutError):
            return False

    async def _see(
        self, part: str, limit: float, work: Coroutine[Any, Any, T], name: str = ""
    ) -> T | None:
        """A part, where it is wanted; one that fails by itself is a gap and costs no other."""
        if part not in self._job.senses:
            work.close()
            return None
        try:
            seen = await self._steps.take(name or part, limit, work)
        except StepFailed as error:
            self._gaps.append(Gap(part, Reason.ERROR, str(error)))
            return None
        self._done.add(part)
        return seen

    def _explain(self, lost: Lost | None) -> None:
        """Say of every part that was wanted and not seen why it was not."""
        if self._dom and self._dom.html is None and HTML in self._job.senses:
            detail = f"The document has {self._dom.length:,} characters."
            self._gaps.append(Gap(HTML, Reason.TOO_LARGE, detail))
        if lost:
            told = {gap.part for gap in self._gaps}
            missing = sorted((self._job.senses & self._missing()) - told)
            self._gaps += [Gap(part, lost.reason, lost.detail) for part in missing]

    def _missing(self) -> set[str]:
        phones = sum(layout.mobile for layout in self._layouts)
        unseen = {
            AXE: self._axe is None,
            LAYOUTS: len(self._layouts) == phones,
            PHONE: phones < 2,
            COOKIES: self._cookies is None,
            PICTURES: len(self._pictures) < 2,
        }
        return {part for part, is_unseen in unseen.items() if is_unseen} | self._unprobed()

    def _unprobed(self) -> set[str]:
        seen = self._done - {PARITY, STRAINS} | set(self._probes.found)
        if len(self._probes.found.get(STRAINS, ())) < STRAINS_TRIED:
            seen.discard(STRAINS)
        return set(PROBES) - seen

    def _requests(self) -> tuple[RequestSeen, ...]:
        sizes = self._pace.sizes if self._pace else {}
        return self._log.seen(self._slot.proxy.contacts(), sizes)

    def _rendered(self) -> Rendered:
        response = self._opening.response
        dom = self._dom
        assert dom
        requests = self._requests()
        rendering = Rendering(
            url=self._url or self._slot.page.url,
            status=response.status if response else None,
            rendered_at=datetime.now(UTC).isoformat(timespec="seconds"),
            title=dom.title,
            html=dom.html,
            axe=self._axe,
            layouts=tuple(self._layouts),
            requests=requests if REQUESTS in self._job.senses else None,
            cookies=self._cookies,
            pictures=tuple(self._pictures),
            timings=tuple(self._steps.timings),
            gaps=(*self._opening.gaps, *self._gaps),
            vitals=vitals_of(self._pace, requests) if self._pace else None,
            engines=self._other,
            dap_version=self._dap,
            **self._probes.found,
        )
        headers = response.headers if response else {}
        kept = tuple(
            header_of(name, value) for name, value in headers.items() if name != "set-cookie"
        )
        rendering = all_without_cookies(rendering, self._cookie_values)
        return Rendered(rendering, {x.digest: y for x, y in self._pictures.items()}, kept)
