"""One site: its probes, its walk, and the rendering of its sample."""

from collections.abc import AsyncIterator, Iterator
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse
from twisted.python.failure import Failure

from crawler.frontier import Frontier, Step
from crawler.items import Lost, Probed, Redirected, Shown
from crawler.middlewares.manners import Forbidden
from crawler.observers.page import is_html, links_of, media_type, observe_page, onward
from crawler.observers.site import SiteProbe
from crawler.observers.tls import TlsObserver
from crawler.reasons import blocked, reason_of
from crawler.robots import Robots
from crawler.scrapy_crawl import shared
from crawler.session import Session
from ideaaudit.models import Gap, Reason, Target
from ideaaudit.storage import Known
from ideaaudit.targets import target_of
from ideaaudit.web import identity, parse_html, site_of


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
        self.robots = Robots(session.client, ignore=session.settings.ignore_robots)
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
        if given is None:
            crawler.settings.update(session.scrapy_settings(), priority="cmdline")
            crawler.signals.connect(spider.end_session, signals.spider_closed)
        return spider

    async def end_session(self) -> None:
        """For `scrapy crawl`, where the run ends with its one spider."""
        self.session.note_versions()
        self.session.note_end()
        await self.session.close()

    async def start(self) -> AsyncIterator[Any]:
        """The probes; after them the frontier says what comes next."""
        if self.session.store.site_state(self.target.site) == "new":
            tls = TlsObserver(self.session.turns, self.session.guard, self.session.client.verifying)
            probe = SiteProbe(self.session.client, self.robots, tls, self.session.settings.seed)
            yield Probed(*await probe.observe(self.target))

    def request_for(self, step: Step) -> Request:
        """The request for a step of the frontier."""
        return Request(
            step.known.url,
            callback=self.parse_rendered if step.render else self.parse_page,
            errback=self.lose,
            headers=self.session.own_headers(step.known.url),
            meta={
                "known": step.known,
                "render": step.render,
                "site": self.target.site,
                "dont_retry": step.render,
                "download_slot": f"{'render' if step.render else 'walk'}:{self.target.site}",
            },
            dont_filter=True,
        )

    def parse_page(self, response: Response) -> Iterator[Any]:
        known: Known = response.meta["known"]
        stopped = _no_content(response)
        to = onward(response)
        if stopped:
            yield Lost(self.target.site, known.url, stopped)
        elif to:
            yield self._onward(known, to.url, to.kind)
        elif response.status >= 400:
            gone = response.status in (404, 410)
            reason = Reason.NOT_FOUND if gone else Reason.HTTP_ERROR
            gap = Gap("page", reason, f"HTTP {response.status}")
            yield Lost(self.target.site, known.url, gap)
        elif not is_html(response) or not isinstance(response, TextResponse):
            gap = Gap("page", Reason.NOT_HTML, media_type(response) or "no media type")
            yield Lost(self.target.site, known.url, gap, skipped=True)
        else:
            yield observe_page(response, self.target.site, known)

    def parse_rendered(self, response: Response) -> Iterator[Any]:
        rendered = response.meta["rendered"]
        known: Known = response.meta["known"]
        if site_of(rendered.rendering.url) != self.target.site:
            gap = Gap("rendering", Reason.OFF_SITE, f"its scripts went to {rendered.rendering.url}")
            yield Lost(self.target.site, known.url, gap, render=True)
            return
        root = parse_html(rendered.rendering.html or "")
        links = tuple(links_of(root, rendered.rendering.url, known.depth + 1, "script"))
        yield Shown(self.target.site, known.url, rendered.rendering, rendered.pictures, links)

    def lose(self, failure: Failure) -> Iterator[Any]:
        """What could not be seen is an observation too."""
        request: Request = failure.request  # type: ignore[attr-defined]
        known: Known = request.meta["known"]
        error = failure.value
        if isinstance(error, Forbidden):
            yield Lost(self.target.site, known.url, error.gap, request.meta["render"], True)
            return
        part = "rendering" if request.meta["render"] else "page"
        reason, detail = reason_of(error or OSError(failure.getErrorMessage()))
        yield Lost(self.target.site, known.url, Gap(part, reason, detail), request.meta["render"])

    def _onward(self, known: Known, url: str, kind: str) -> Any:
        try:
            to = Known(identity(url), "redirect", known.depth)
        except ValueError:
            gap = Gap("page", Reason.UNSUPPORTED, f"it redirects to {url[:200]!r}")
            return Lost(self.target.site, known.url, gap)
        return Redirected(self.target.site, known.url, to, kind)


def _no_content(response: Response) -> Gap | None:
    text = response.text if isinstance(response, TextResponse) else ""
    headers = {k.decode("latin-1").lower(): "" for k in response.headers}
    stopped = blocked(response.status, headers | _named(response), text)
    return Gap("page", *stopped) if stopped else None


def _named(response: Response) -> dict[str, str]:
    return {
        name: (response.headers.get(name) or b"").decode("latin-1")
        for name in ("cf-mitigated", "x-amzn-waf-action")
    }
