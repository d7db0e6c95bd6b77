"""Scrapy's way to the browser: a request with `meta["render"]` is rendered, others are not."""

from typing import Any

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)
from scrapy.http import Headers, HtmlResponse, Request, Response

from crawler.browser.words import ALL_SENSES, Rendered, RenderFailed, RenderJob, Renders
from ideaaudit.models import Reason
from ideaaudit.web import site_of

ERRORS: dict[Reason, type[Exception]] = {
    Reason.TIMEOUT: DownloadTimeoutError,
    Reason.DNS: CannotResolveHostError,
    Reason.REFUSED: DownloadConnectionRefusedError,
}
ENCODINGS = ("content-encoding", "content-length", "transfer-encoding", "content-type")


class RenderHandler:
    """For `DOWNLOAD_HANDLERS`; the pool is the object in `settings["RENDER_POOL"]`.

    Of a request's meta it reads "render", "site" (the site's key, else that of the URL) and
    "senses" (else all); a response's meta has the `Rendered` under "rendered". What failed is one
    of Scrapy's exceptions, whose cause is the `RenderFailed`.
    """

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        self._settings = crawler.settings
        self._plain = HTTP11DownloadHandler(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RenderHandler":
        """Scrapy's way to make one."""
        return cls(crawler)

    async def download_request(self, request: Request) -> Response:
        """The DOM as a response, or the plain answer.

        Raises:
            DownloadFailedError: or a kinder one of Scrapy's, where nothing was seen.
            TypeError: a page is to be rendered, and `settings["RENDER_POOL"]` is no pool.
        """
        if not request.meta.get("render"):
            return await self._plain.download_request(request)
        pool = self._settings.get("RENDER_POOL")
        if not isinstance(pool, Renders):
            raise TypeError('settings["RENDER_POOL"] must be a pool of pages, as RenderPool is.')
        try:
            rendered = await pool.render(_job(request))
        except RenderFailed as error:
            raise ERRORS.get(error.reason, DownloadFailedError)(error.detail) from error
        request.meta["rendered"] = rendered
        return _response(request, rendered)

    async def close(self) -> None:
        """The pool is closed by whoever made it."""
        await self._plain.close()


def _job(request: Request) -> RenderJob:
    site = request.meta.get("site") or site_of(request.url)
    return RenderJob(request.url, site, frozenset(request.meta.get("senses", ALL_SENSES)))


def _response(request: Request, rendered: Rendered) -> HtmlResponse:
    kept: Any = [(name, value) for name, value in rendered.headers if name not in ENCODINGS]
    return HtmlResponse(
        rendered.rendering.url,
        status=rendered.rendering.status or 200,
        headers=Headers(kept),
        body=(rendered.rendering.html or "").encode("utf-8", "replace"),
        encoding="utf-8",
        request=request,
    )
