"""What happens inside one load of one page."""

from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any, TypeVar

from crawler.browser.opening import Opening
from crawler.browser.slot import Slot
from crawler.browser.steps import Lost, StepFailed, Steps
from crawler.browser.words import (
    AXE,
    COOKIES,
    HTML,
    LAYOUTS,
    PHONE,
    PICTURES,
    REQUESTS,
    Rendered,
    RenderFailed,
    RenderJob,
    RenderSettings,
)
from crawler.browser.world import World
from crawler.observers import layout as devices
from crawler.observers.axe import observe_axe
from crawler.observers.layout import Device, observe_layout
from crawler.observers.page_dom import LIMIT, DomSeen, observe_dom
from crawler.observers.pictures import observe_picture
from crawler.observers.requests import RequestLog, cookie_of
from ideaaudit.models import AxeResult, Cookie, Gap, Layout, Picture, Reason, Rendering

T = TypeVar("T")


class Load:
    """One load of one page in a slot; `run` it once."""

    def __init__(self, slot: Slot, job: RenderJob, settings: RenderSettings) -> None:
        self._slot = slot
        self._job = job
        self._settings = settings
        self._limits = settings.deadlines
        self._steps = Steps()
        self._log = RequestLog(slot.page)
        self._opening = Opening(slot, settings, self._steps, self._log)
        self._gaps: list[Gap] = []
        self._dom: DomSeen | None = None
        self._axe: AxeResult | None = None
        self._layouts: list[Layout] = []
        self._pictures: dict[Picture, bytes] = {}
        self._cookies: tuple[Cookie, ...] | None = None

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
        self._axe = await self._see(AXE, self._limits.axe, self._run_axe(world))
        await self._look_through(devices.DESKTOP, LAYOUTS, world)
        self._cookies = await self._see(COOKIES, self._limits.html, self._read_cookies())
        if PHONE in self._job.senses:
            await self._pick_up_the_phone(world)

    async def _run_axe(self, world: World) -> AxeResult:
        return await observe_axe(
            self._slot.worlds,
            world,
            frames=len(self._slot.page.frames) > 1,
            frame_deadline=self._limits.frame,
        )

    async def _pick_up_the_phone(self, world: World) -> None:
        self._slot.is_phone = True
        for device in (devices.PHONE, devices.NARROW):
            work = devices.hold(self._slot.cdp, device)
            await self._steps.take(f"hold-{device.name}", self._limits.layout, work)
            await self._look_through(device, PHONE, world)

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
        return tuple(cookie_of(cookie) for cookie in await self._slot.context.cookies())

    async def _see(
        self, part: str, limit: float, work: Coroutine[Any, Any, T], name: str = ""
    ) -> T | None:
        """A part, where it is wanted; one that fails by itself is a gap and costs no other."""
        if part not in self._job.senses:
            work.close()
            return None
        try:
            return await self._steps.take(name or part, limit, work)
        except StepFailed as error:
            self._gaps.append(Gap(part, Reason.ERROR, str(error)))
            return None

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
        return {part for part, is_unseen in unseen.items() if is_unseen}

    def _rendered(self) -> Rendered:
        response = self._opening.response
        dom = self._dom
        assert dom
        contacts = self._slot.proxy.contacts()
        rendering = Rendering(
            url=self._slot.page.url,
            status=response.status if response else None,
            rendered_at=datetime.now(UTC).isoformat(timespec="seconds"),
            title=dom.title,
            html=dom.html,
            axe=self._axe,
            layouts=tuple(self._layouts),
            requests=self._log.seen(contacts) if REQUESTS in self._job.senses else None,
            cookies=self._cookies,
            pictures=tuple(self._pictures),
            timings=tuple(self._steps.timings),
            gaps=(*self._opening.gaps, *self._gaps),
        )
        headers = response.headers if response else {}
        kept = tuple((name, value) for name, value in headers.items() if name != "set-cookie")
        return Rendered(rendering, {x.digest: y for x, y in self._pictures.items()}, kept)
