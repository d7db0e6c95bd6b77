"""The known URLs of a site: what to visit next, and what became of the rest.

Queue, skip list and resume are one table of the store; only what is in flight is held here.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from crawler.beside import Looks
from crawler.losses import Losses
from crawler.meter import Meter
from crawler.observers.page import Visit
from crawler.redirects import SENDS_ON, Redirects
from crawler.sampler import Sampler
from crawler.scope import Intake
from crawler.sifter import Sifter
from ideaaudit.models import (
    Gap,
    PageClass,
    PageState,
    Reason,
    Rendering,
    SiteObservation,
    Target,
)
from ideaaudit.settings import Settings
from ideaaudit.storage import Known, RunStore
from ideaaudit.structure import structure_key
from ideaaudit.web import parse_html

MOST_ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Step:
    """The next thing to do: visit a URL, read its document, or render it."""

    known: Known
    render: bool = False


class Frontier:
    """Decides what comes next on one site.

    Args:
        stopping: says whether the audit was asked to come to its end.
        clock: seconds that only grow.

    Attributes:
        meter: how much of the site's budget is used up.
        looks: at the whole site, to sift its URLs and to draw its sample.
    """

    def __init__(
        self,
        store: RunStore,
        target: Target,
        settings: Settings,
        stopping: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.site = target.site
        self._target = target
        self._intake = Intake(store, target, settings)
        self.admits = self._intake.admits
        self._store = store
        self._stopping = stopping
        self.meter = Meter(store, target.site, settings, clock)
        self.looks = Looks()
        self._walking: set[str] = set()
        self._rendering: set[str] = set()
        self._home = next(iter(store.to_render(target.site, 1)), "")
        self._sampler = Sampler(store, target.site, settings)
        self._redirects = Redirects(store, target.site)
        self._reading: set[str] = set()
        self._sifter = Sifter(store, target.site, self.meter.asked)
        self._unsifted = True
        self._level = (-1, False)
        self._losses = Losses()
        self._lost_for: Gap | None = None
        seen = store.observation(target.site)
        self.meter.pace(seen.robots if seen else None)

    def peek(self) -> Step | None:
        """What would come next, or None where nothing may be begun now."""
        if self._stopping() or self._lost_for or self.looks.busy:
            return None
        # Before the rest: an audit that is stopped early has seen the page that matters most.
        if self._home and not self.meter.is_spent():
            return Step(Known(self._home, "", 0), render=True)
        page = self._next_page()
        if page:
            return Step(page)
        if self._walking or self.looks.busy or self.meter.is_spent():
            return None
        waiting = self._store.to_render(self.site, 1, self._rendering)
        if not waiting and not self._rendering:
            self._sampler.draw_pages(self.meter, self.looks)
            if self.looks.busy:
                return None
            waiting = self._store.to_render(self.site, 1, self._rendering)
        if waiting:
            return Step(Known(waiting[0], "", 0), render=True)
        return None if self._rendering else self._next_document()

    def _next_page(self) -> Known | None:
        """The next page to visit, or None where none may be begun now.

        Page after page in one order, whatever answers first: those a click farther, and those
        behind a look at the whole, wait for all that are in flight.
        """
        # What scripts link to comes with the rest of its level, or else after all is rendered.
        while not (self._home or self._rendering or self.looks.busy):
            due = self._sifter.is_due(self.meter.asked)
            ended = self.meter.end_of_walking(len(self._walking)) is not None
            queued = [] if ended or due else self._store.queued(self.site, 1, self._walking)
            if queued and (queued[0].level <= self._level or not self._walking):
                self._level = max(self._level, queued[0].level)
                return queued[0]
            if self._walking or not (due or self._unsifted):
                return None
            self._unsifted = False
            self._sifter.sift(self.meter, self.looks)
        return None

    def take(self) -> Step | None:
        """What comes next, now in flight; a URL that twice ended an audit is given up."""
        self.meter.note()
        while step := self.peek():
            url = step.known.url
            times = self._store.attempt(self.site, url, render=step.render)
            if times <= MOST_ATTEMPTS:
                self._in_flight(step).add(url)
                self._home = ""
                self.meter.asked += times == 1 and not (step.render or step.known.document)
                return step
            gap = Gap("page", Reason.CRASHED, "the audit ended twice while it was at this page")
            (self.lose_rendering if step.render else self.lose)(url, gap)
        return None

    def _in_flight(self, step: Step) -> set[str]:
        if step.known.document:
            return self._reading
        return self._rendering if step.render else self._walking

    def give_back(self, url: str, *, render: bool) -> None:
        """A step that was not begun after all waits for the next audit."""
        self.meter.asked -= url in self._walking
        (self._rendering if render else self._walking).discard(url)
        self._reading.discard(url)
        self._store.forget_attempt(self.site, url, render=render)

    def leave(self, gap: Gap) -> None:
        """Nothing more of this site is visited, and this is why."""
        self._lost_for = self._lost_for or gap

    def find_lost(self) -> bool:
        """Whether steps in flight ended without a word; they are lost now, and the walk goes on."""
        gap = Gap("page", Reason.ERROR, "it was asked for, and no answer was told")
        lost = (*self._walking, *self._reading, *self._rendering)
        for url in (*self._walking, *self._reading):
            self.lose(url, gap)
        for url in tuple(self._rendering):
            self.lose_rendering(url, gap)
        return bool(lost)

    def record(self, visit: Visit) -> None:
        """A page was read."""
        home = visit.seen.depth == 0 and not self._store.sampled(self.site)
        with self._store.writing():
            self.meter.found += self._store.record_page(
                visit.seen,
                template=visit.template,
                parts=visit.parts,
                page_class=visit.page_class,
                title=visit.title,
                links=self._intake.take(visit.links),
                content=visit.content,
                canonical=visit.canonical,
                room=self.meter.room,
            )
            if visit.canonical:
                self._discover([Known(visit.canonical, "canonical", visit.seen.depth)])
            if home:
                self._store.choose(self.site, {visit.seen.url: "home page"})
        self._home = visit.seen.url if home else self._home
        self._finished(visit.seen.url)
        document = visit.page_class is PageClass.DOCUMENT
        self.meter.walked += not document
        self.meter.read += document
        self._unsifted |= not document
        self._losses.answered()

    def record_rendering(
        self, url: str, seen: Rendering, pictures: dict[str, bytes], links: Iterable[Known]
    ) -> None:
        """A page was rendered; what its scripts linked to is walked too."""
        with self._store.writing():
            shown = structure_key(parse_html(seen.html)) if seen.html else ""
            self._store.record_rendering(self.site, url, seen, pictures, shown)
            self._discover(links)
        self._rendering.discard(url)
        self._losses.answered()

    def begin(self, start: str, known: Iterable[Known], unkept: int = 0) -> None:
        """The walk's first URLs: where it starts, required links, and what sitemaps name; they
        may name more."""
        with self._store.writing():
            self.meter.found += self._store.discover(self.site, [Known(start, "start", 0)])
            also = [Known(url, "start", 1) for url in self._target.starts if url != start]
            self._discover([*also, *known])
            self._store.add_unkept(self.site, unkept)

    def note_names(self, seen: SiteObservation) -> None:
        """Notes other hosts of the domain that the probes met."""
        self._intake.note_names(seen)

    def redirect(self, url: str, to: Known, kind: str, status: int | None = None) -> None:
        """A URL that sends the visitor on: its page, if it is ours, is a URL of its own. That a
        script does so may show only when the page is rendered; then it was no page after all."""
        inside = self.admits(to.url)
        endless = self._redirects.follow(url, to.url) if inside else None
        reason = Reason.REDIRECTED if inside else Reason.OFF_SITE
        with self._store.writing():
            if url in self._rendering:
                self._store.unchoose(self.site, url)
                self.meter.walked -= 1
            if endless:
                self.lose(url, endless, status)
                return
            detail = f"{SENDS_ON[kind]} to {to.url}"
            skipped = PageState.SKIPPED
            leads_to = to.url if inside else ""
            self._store.set_state(self.site, url, skipped, reason.value, detail, status, leads_to)
            self._discover([to])
        self._finished(url)

    def _finished(self, url: str) -> None:
        for in_flight in (self._walking, self._reading, self._rendering):
            in_flight.discard(url)

    def skip(self, url: str, gap: Gap, status: int | None = None) -> None:
        """A URL that is not to be visited."""
        skipped = PageState.SKIPPED
        self._store.set_state(self.site, url, skipped, gap.reason.value, gap.detail, status)
        self._finished(url)

    def lose(
        self, url: str, gap: Gap, status: int | None = None, answered: bool | None = None
    ) -> None:
        """A URL that could not be seen; `answered` as `Lost` has it."""
        lost = PageState.LOST
        self._store.set_state(self.site, url, lost, gap.reason.value, gap.detail, status)
        self._finished(url)
        self._count_loss(gap, status, answered)

    def lose_rendering(
        self, url: str, gap: Gap, status: int | None = None, answered: bool | None = None
    ) -> None:
        """A page of the sample that the browser could not show."""
        self._store.lose_rendering(self.site, url, gap)
        self._rendering.discard(url)
        self._count_loss(gap, status, answered)

    def close(self) -> None:
        """Gives every URL that was not visited its reason; a stopped audit keeps its queue."""
        self.meter.note(ending=True)
        if self._stopping():
            return
        gap = self._lost_for or Gap("page", Reason.BUDGET, self.meter.end_of_walking() or "")
        late = self._lost_for or Gap("rendering", Reason.BUDGET, self.meter.out_of_time)
        with self._store.writing():
            self._store.skip_queued(self.site, gap.reason.value, gap.detail)
            self._store.lose_renders_queued(self.site, late)
            if self.meter.budget.documents:
                why = self._lost_for.detail if self._lost_for else self.meter.end_of_reading
                self._store.leave_documents(self.site, why)
            self._store.set_site_state(self.site, "done")

    def _count_loss(self, gap: Gap, status: int | None, answered: bool | None) -> None:
        """Too many that were not answered, and the site is left alone."""
        if left := self._losses.note(gap, status, answered):
            self.leave(left)

    @property
    def reads_documents(self) -> bool:
        """Whether one more document may be read."""
        return self.meter.reads_documents(len(self._reading))

    def _next_document(self) -> Step | None:
        """The next document, chosen once nothing is left to walk or to render."""
        self._sampler.draw_documents(self.meter)
        queued = self._store.queued_documents(self.site, 1, self._reading)
        return Step(queued[0]) if queued else None

    def _discover(self, links: Iterable[Known]) -> None:
        ours = self._intake.take(links)
        self.meter.found += self._store.discover(self.site, ours, self.meter.room)
