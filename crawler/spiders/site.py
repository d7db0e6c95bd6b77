"""One site: its probes, its walk, and the rendering of its sample."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from functools import partial
from inspect import isawaitable
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider, StopDownload
from scrapy.http import Response, TextResponse
from twisted.python.failure import Failure

from crawler.blocks import TELLING_HEADERS, Door, blocked
from crawler.documents.read import MOST_BYTES, kind_of, read_file
from crawler.frontier import Frontier, Step
from crawler.items import Lost, Redirected, Returned, Shown
from crawler.middlewares.manners import Forbidden
from crawler.middlewares.revisits import FILE_BEFORE
from crawler.observers.document import observe_document
from crawler.observers.page import (
    Onward,
    Visit,
    is_html,
    links_of,
    media_type,
    observe_page,
    onward,
)
from crawler.probing import probe
from crawler.reasons import hung_up, reason_of, words_of
from crawler.robots import Robots
from crawler.scrapy_crawl import shared
from crawler.session import Session
from crawler.turns import Stopped
from crawler.twins import went_on
from ideaaudit.models import FileSeen, Gap, Reason, Rendering, Target
from ideaaudit.storage import Known, StoreError
from ideaaudit.targets import target_of
from ideaaudit.web import LONGEST_URL, identity, parse_html

MOST_SPELLINGS = 3
OUR_META = (
    "known", "render", "download_maxsize", "site", "dont_retry", "download_slot", "again", "around",
)  # fmt: skip
MOST_BYTES_OF_A_PAGE = 10 * 2**20
GONE = (404, 410)


class SiteSpider(Spider):
    """Walks and renders one site of a run.

    Args:
        session: what the crawls of the run share; Scrapy finds it in `settings["SESSION"]`.
        target: the site; or `url`, as in `scrapy crawl site -a url=https://www.agency.gov`.
    """

    name = "site"

    def __init__(self, session: Session, target: Target, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.session = session
        self.target = target
        told = partial(session.progress.paced, target.site)
        self.robots = Robots(session.client, ignore=session.settings.ignore_robots, told=told)
        self.frontier = Frontier(
            session.store, target, session.settings, lambda: self.session.stopping
        )

    @classmethod
    def from_crawler(cls, crawler: Crawler, *_args: Any, **kwargs: Any) -> Self:
        given: Session | None = crawler.settings.get("SESSION")
        session = given or shared(crawler.settings)
        target = kwargs.pop("target", None) or target_of(kwargs.pop("url", ""))
        session.store.add_targets([target])
        spider = cls(session, target, **kwargs)
        spider._set_crawler(crawler)
        crawler.signals.connect(spider.look_for_lost, signals.spider_idle)
        crawler.signals.connect(spider.stop_large, signals.headers_received)
        if given is None:
            crawler.settings.update(session.scrapy_settings(), priority="cmdline")
            crawler.signals.connect(spider.end_session, signals.spider_closed)
        return spider

    async def end_session(self) -> None:
        """For `scrapy crawl`, where the run ends with its one spider."""
        self.session.note_versions()
        self.session.note_end()
        await self.session.close()

    def look_for_lost(self) -> None:
        """Nothing is left to do in Scrapy's eyes: what is still in flight will never come."""
        try:
            found = self.frontier.find_lost()
        except StoreError as error:
            self.session.fail(error)
            return
        if found:
            raise DontCloseSpider

    async def start(self) -> AsyncIterator[Any]:
        """The probes; after them the frontier says what comes next."""
        if self.session.store.site_state(self.target.site) == "new":
            found = await self.session.turns.unless_stopped(
                probe(self.session, self.target, self.robots, self.frontier)
            )
            if found:
                yield found

    def request_for(self, step: Step) -> Request:
        """The request for a step of the frontier."""
        return Request(
            step.known.url,
            callback=self._surely(self.parse_rendered if step.render else self.parse_page, step),
            errback=self._surely(self.lose, step),
            headers=self.session.own_headers(step.known.url),
            meta={
                "known": step.known,
                "render": step.render,
                "download_maxsize": MOST_BYTES if step.known.document else MOST_BYTES_OF_A_PAGE,
                "site": self.target.site,
                "dont_retry": step.render,
                "download_slot": f"{'render' if step.render else 'walk'}:{self.target.site}",
            },
            dont_filter=True,
        )

    def _surely(self, parse: Callable[[Any], Iterator[Any]], step: Step) -> Callable[[Any], Any]:
        """The same, but never without an end: a URL in flight for good would end the walk."""

        async def parsed(answer: Any) -> AsyncIterator[Any]:
            try:
                for found in parse(answer):
                    yield await found if isawaitable(found) else found
            except Exception as error:
                self.logger.debug("%s broke the spider", step.known.url, exc_info=True)
                said = f"this program failed at it: {words_of(error)}"
                yield self._lost(step.known.url, Reason.ERROR, said, render=step.render)

        return parsed

    def parse_page(self, response: Response) -> Iterator[Any]:
        known: Known = response.meta["known"]
        stopped = _no_content(response)
        to = onward(response)
        if stopped:
            yield self._stopped(response, stopped)
        elif to:
            yield self._onward(response, known, to)
        elif response.status in GONE and not response.meta.get("again"):
            # Nothing is concluded from one answer: it may have been a bad moment.
            request: Request = response.request  # type: ignore[assignment]
            yield request.replace(meta=_ours(request) | {"again": True})
        elif response.status >= 400:
            reason = Reason.NOT_FOUND if response.status in GONE else Reason.HTTP_ERROR
            said = f"HTTP {response.status}"
            yield self._lost(known.url, reason, said, status=response.status)
        elif not is_html(response) or not isinstance(response, TextResponse):
            kind = _kind(response, known)
            if kind and (known.document or self.frontier.reads_documents):
                yield self._read(response, known, kind)
                return
            gap = Gap("page", Reason.NOT_HTML, media_type(response) or "no media type")
            site, status = self.target.site, response.status
            yield Lost(site, known.url, gap, skipped=True, status=status)
        else:
            yield observe_page(response, self.target.site, known)

    def stop_large(self, body_length: int, request: Request) -> None:
        """Lets a document go that says itself that it is too large; what it is stays known."""
        document = getattr(request.meta.get("known"), "document", False)
        if document and isinstance(body_length, int) and body_length > MOST_BYTES:
            raise StopDownload(fail=False)

    async def _read(self, response: Response, known: Known, kind: str) -> Visit:
        seen: FileSeen | None = response.meta.get(FILE_BEFORE)
        if seen is None and "download_stopped" in response.flags:
            size = int(response.headers.get("Content-Length") or 0)
            seen = FileSeen(kind, size, complete=False, fault="size")
        if seen is None:
            async with self.session.readers:
                seen = await read_file(response.body, kind)
        return observe_document(response, self.target.site, known, seen)

    def parse_rendered(self, response: Response) -> Iterator[Any]:
        rendered = response.meta["rendered"]
        seen: Rendering = rendered.rendering
        known: Known = response.meta["known"]
        stopped = _no_content(response)
        if stopped:
            yield self._stopped(response, stopped, render=True)
        elif response.status >= 400:
            said, status = f"the browser got HTTP {response.status}", response.status
            yield self._lost(known.url, Reason.HTTP_ERROR, said, render=True, status=status)
        elif not self.frontier.admits(seen.url):
            yield self._lost(
                known.url, Reason.OFF_SITE, f"its scripts went to {seen.url}", render=True
            )
        elif went_on(seen, known.url):
            to = Known(identity(seen.url), "redirect", known.depth)
            yield Redirected(self.target.site, known.url, to, "script", response.status)
        else:
            links = tuple(
                links_of(parse_html(seen.html or ""), seen.url, known.depth + 1, "script")
            )
            yield Shown(self.target.site, known.url, seen, rendered.pictures, links)

    def lose(self, failure: Failure) -> Iterator[Any]:
        """What could not be seen is an observation too."""
        request: Request = failure.request  # type: ignore[attr-defined]
        url, render = request.meta["known"].url, request.meta["render"]
        error = failure.value
        if isinstance(error, Stopped):
            yield Returned(self.target.site, url, render)
        elif isinstance(error, Forbidden):
            yield Lost(self.target.site, url, error.gap, render, skipped=True)
        else:
            yield self._lost_or_returned(url, error or OSError(failure.getErrorMessage()), render)

    async def _lost_or_returned(
        self, url: str, error: BaseException, render: bool
    ) -> Lost | Returned:
        reason, said = reason_of(error)
        if await self.session.is_cut_off(reason):
            return Returned(self.target.site, url, render)
        lost = self._lost(url, reason, said, render=render)
        return replace(lost, answered=False) if hung_up(error) else lost

    def _stopped(self, response: Response, door: Door, *, render: bool = False) -> Lost:
        gap = Gap("rendering" if render else "page", door.reason, door.said)
        site, url = self.target.site, response.meta["known"].url
        answered = True if door.of_one_page else None
        return Lost(site, url, gap, render, False, response.status, answered)

    def _lost(
        self,
        url: str,
        reason: Reason,
        said: str,
        *,
        render: bool = False,
        status: int | None = None,
    ) -> Lost:
        gap = Gap("rendering" if render else "page", reason, said)
        return Lost(self.target.site, url, gap, render, status=status)

    def _onward(self, response: Response, known: Known, onward: Onward) -> Any:
        try:
            to = Known(identity(onward.url), "redirect", known.depth)
        except ValueError:
            return self._lost(
                known.url, Reason.UNSUPPORTED, f"it redirects to {onward.url[:200]!r}"
            )
        if to.url == known.url:
            return self._around(response, known, onward)
        return Redirected(self.target.site, known.url, to, onward.kind, response.status)

    def _around(self, response: Response, known: Known, onward: Onward) -> Any:
        """The page sends us to another spelling of itself, as with a session in its URL."""
        request: Request = response.request  # type: ignore[assignment]
        turns = request.meta.get("around", 0) + 1
        if turns > MOST_SPELLINGS or onward.url == response.url or len(onward.url) > LONGEST_URL:
            return self._lost(known.url, Reason.REDIRECT_LOOP, "it redirects to itself")
        return request.replace(url=onward.url, meta=_ours(request) | {"around": turns})


def _kind(response: Response, known: Known) -> str:
    """What document an answer is, or ""; one that is unchanged is what it was."""
    before: FileSeen | None = response.meta.get(FILE_BEFORE)
    return before.kind if before else kind_of(known.url, media_type(response), response.body)


def _ours(request: Request) -> dict[str, Any]:
    """What we put into a request's meta ourselves; Scrapy's own notes are about one download."""
    return {key: request.meta[key] for key in OUR_META if key in request.meta}


def _no_content(response: Response) -> Door | None:
    text = response.text if isinstance(response, TextResponse) else ""
    headers = {
        name: (response.headers.get(name) or b"").decode("latin-1") for name in TELLING_HEADERS
    }
    return blocked(response.status, headers, text)
