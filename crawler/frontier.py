"""The known URLs of a site: what to visit next, and what became of the rest.

Queue, skip list and resume are one table of the store; only what is in flight is held here.
"""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Self

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler

from crawler.observers.page import Visit, is_document
from crawler.sampling import choose_sample
from ideaaudit.models import Gap, PageState, Reason, Rendering, Target
from ideaaudit.settings import Settings
from ideaaudit.storage import Known, RunStore, StoreError
from ideaaudit.web import registered_domain, site_of

MOST_ATTEMPTS = 2
MOST_LOSSES_IN_A_ROW = 10
MOST_KNOWN = 50_000
UNANSWERED = (Reason.TIMEOUT, Reason.BLOCKED, Reason.CHALLENGED, Reason.REFUSED, Reason.DNS)


@dataclass(frozen=True, slots=True)
class Step:
    """The next thing to do: visit a URL, or render it."""

    known: Known
    render: bool = False


class Frontier:
    """Decides what comes next on one site.

    Args:
        stopping: says whether the audit was asked to come to its end.
    """

    def __init__(
        self, store: RunStore, target: Target, settings: Settings, stopping: Callable[[], bool]
    ) -> None:
        self.site = target.site
        self._store = store
        self._settings = settings
        self._stopping = stopping
        self._scope = _scope(target, settings)
        self._walking: set[str] = set()
        self._rendering: set[str] = set()
        self._sampled_from = -1
        coverage = store.coverage(target.site)
        self._found = coverage.found
        self._walked = coverage.walked
        self._losses = 0
        self._lost_for: Gap | None = None

    def peek(self) -> Step | None:
        """What would come next, or None where nothing may be begun now."""
        if self._stopping() or self._lost_for:
            return None
        if self._walked + len(self._walking) < self._settings.page_budget:
            queued = self._store.queued(self.site, 1, self._walking)
            if queued:
                return Step(queued[0])
        if self._walking:
            return None
        self._sample()
        waiting = self._store.to_render(self.site, 1, self._rendering)
        return Step(Known(waiting[0], "", 0), render=True) if waiting else None

    def take(self) -> Step | None:
        """What comes next, now in flight; a URL that twice ended an audit is given up."""
        while step := self.peek():
            url = step.known.url
            if self._store.attempt(self.site, url, render=step.render) <= MOST_ATTEMPTS:
                (self._rendering if step.render else self._walking).add(url)
                return step
            gap = Gap("page", Reason.CRASHED, "the audit ended twice while it was at this page")
            (self.lose_rendering if step.render else self.lose)(url, gap)
        return None

    def admits(self, url: str) -> bool:
        """Whether a URL belongs to this site's walk."""
        return self._scope(url)

    def record(self, visit: Visit) -> None:
        """A page was read."""
        self._walking.discard(visit.seen.url)
        self._walked += 1
        self._losses = 0
        self._store.record_page(
            visit.seen,
            template=visit.template,
            page_class=visit.page_class,
            title=visit.title,
            links=self._new(visit.links),
        )

    def record_rendering(
        self, url: str, seen: Rendering, pictures: dict[str, bytes], links: Iterable[Known]
    ) -> None:
        """A page was rendered; what its scripts linked to is walked too."""
        self._rendering.discard(url)
        with self._store.writing():
            self._store.record_rendering(self.site, url, seen, pictures)
            self._store.discover(self.site, self._new(links))

    def redirect(self, url: str, to: Known, kind: str) -> None:
        """A URL that sends the visitor on: its page, if it is ours, is a URL of its own."""
        self._walking.discard(url)
        inside = self.admits(to.url)
        reason = Reason.REDIRECTED if inside else Reason.OFF_SITE
        words = {"http": "redirects", "meta": "redirects by a meta refresh"}[kind]
        with self._store.writing():
            detail = f"{words} to {to.url}"
            self._store.set_state(self.site, url, PageState.SKIPPED, reason.value, detail)
            self._store.discover(self.site, self._new([to]))

    def skip(self, url: str, gap: Gap) -> None:
        """A URL that is not to be visited."""
        self._walking.discard(url)
        self._store.set_state(self.site, url, PageState.SKIPPED, gap.reason.value, gap.detail)

    def lose(self, url: str, gap: Gap) -> None:
        """A URL that could not be seen; after ten in a row unanswered the site is left alone."""
        self._walking.discard(url)
        self._store.set_state(self.site, url, PageState.LOST, gap.reason.value, gap.detail)
        self._losses = self._losses + 1 if gap.reason in UNANSWERED else 0
        if self._losses >= MOST_LOSSES_IN_A_ROW:
            said = f"left alone after {self._losses} failures in a row: {gap.detail}"
            self._lost_for = Gap("page", gap.reason, said)

    def lose_rendering(self, url: str, gap: Gap) -> None:
        """A page of the sample that the browser could not show."""
        self._rendering.discard(url)
        self._store.lose_rendering(self.site, url, gap)

    def close(self) -> None:
        """Gives every URL that was not visited its reason; a stopped audit keeps its queue."""
        if self._stopping():
            return
        gap = self._lost_for or Gap("page", Reason.BUDGET, "the page budget was used up")
        with self._store.writing():
            self._store.skip_queued(self.site, gap.reason.value, gap.detail)
            self._store.set_site_state(self.site, "done")

    def _new(self, links: Iterable[Known]) -> list[Known]:
        """Links into the site, documents set apart, up to a bound."""
        ours = [_or_document(known) for known in links if self.admits(known.url)]
        room = max(0, MOST_KNOWN - self._found)
        self._found += len(ours[:room])
        return ours[:room]

    def _sample(self) -> None:
        """Chooses the sample once all is walked, and again where rendering led to more pages."""
        if self._sampled_from == self._walked:
            return
        self._sampled_from = self._walked
        chosen = {row.url for row in self._store.pages(self.site) if row.sampled_as}
        sample = choose_sample(
            self._store.walked(self.site), self._settings.render_budget, self._settings.seed
        )
        room = self._settings.render_budget - len(chosen)
        new = [(url, why) for url, why in sample.items() if url not in chosen]
        self._store.choose(self.site, dict(new[:room]))


def _or_document(known: Known) -> Known:
    return replace(known, skip=Reason.NOT_HTML.value) if is_document(known.url) else known


def _scope(target: Target, settings: Settings) -> Callable[[str], bool]:
    if settings.scope == "domain":
        domain = registered_domain(target.site.partition(":")[0])
        return lambda url: registered_domain(site_of(url).partition(":")[0]) == domain
    return lambda url: site_of(url) == target.site


class FrontierScheduler(BaseScheduler):
    """Scrapy's scheduler over the spider's frontier."""

    def __init__(self) -> None:
        self._again: deque[Request] = deque()

    @classmethod
    def from_crawler(cls, _crawler: Crawler) -> Self:
        return cls()

    def open(self, spider: Spider) -> None:
        self._spider = spider

    def has_pending_requests(self) -> bool:
        return bool(self._again) or self._ask(self._frontier.peek) is not None

    def enqueue_request(self, request: Request) -> bool:
        """Keeps what the engine wants to try again."""
        self._again.append(request)
        return True

    def next_request(self) -> Request | None:
        if self._again:
            return self._again.popleft()
        step = self._ask(self._frontier.take)
        return self._spider.request_for(step) if step else None  # type: ignore[attr-defined]

    def _ask(self, question: Callable[[], Step | None]) -> Step | None:
        try:
            return question()
        except StoreError as error:
            self._spider.session.fail(error)  # type: ignore[attr-defined]
            return None

    @property
    def _frontier(self) -> Frontier:
        return self._spider.frontier  # type: ignore[attr-defined,no-any-return]
