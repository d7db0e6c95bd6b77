"""Pages that a former run read are asked for only if they changed; what did not is taken over."""

from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers, HtmlResponse, Response

from crawler.former import Former
from crawler.observers.page import UNCHANGED, headers_of
from crawler.reasons import Unasked
from ideaaudit.models import PageObservation
from ideaaudit.storage import Known

CONDITIONS = ("If-None-Match", "If-Modified-Since")
NOT_MODIFIED = 304
PLAINLY = "plainly"
# Of one answer alone.
OF_THE_BODY = ("content-length", "content-encoding", "transfer-encoding")
FILE_BEFORE = "file_before"


class RevisitMiddleware:
    """The home page is always read anew: the rest of a run hangs on it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        for name in CONDITIONS:
            request.headers.pop(name, None)
        known: Known | None = request.meta.get("known")
        plainly = request.meta.get(PLAINLY) or request.meta.get("render")
        if known is None or plainly or known.depth == 0 or request.url != known.url:
            return
        for name, value in self._former.conditions(request.meta["site"], known.url).items():
            request.headers[name] = value

    def process_response(self, request: Request, response: Response) -> Response | Request:
        """The page of the former run for a 304.

        Raises:
            Unasked: it says that a page did not change that was asked for as a whole.
        """
        if response.status != NOT_MODIFIED or request.meta.get("render"):
            return response
        if any(name in request.headers for name in CONDITIONS):
            site, url = request.meta["site"], request.meta["known"].url
            etag = (response.headers.get("ETag") or b"").decode("latin-1")
            before = self._former.page(site, url, etag)
            if before is not None:
                request.meta[FILE_BEFORE] = before.file
                return _restored(response, before)
        elif request.meta.get(PLAINLY):
            raise Unasked("HTTP 304 twice, where a whole page was asked for")
        return request.replace(meta={**request.meta, PLAINLY: True})

    @property
    def _former(self) -> Former:
        spider: Any = self._crawler.spider
        former: Former = spider.session.former
        return former


def _restored(response: Response, before: PageObservation) -> Response:
    """The stored page, with what the 304 says anew of it (RFC 9111 3.2)."""
    told = [(name, value) for name, value in headers_of(response) if name not in OF_THE_BODY]
    anew = {name for name, _ in told} | set(OF_THE_BODY)
    headers = Headers()
    for name, value in [*(one for one in before.headers if one[0] not in anew), *told]:
        # Of a cookie its name alone is kept.
        headers.appendlist(name, f"{value}=" if name == "set-cookie" and value else value)
    flags = [f"{UNCHANGED}{before.unchanged_since}"]
    if before.served_html is None:
        return Response(response.url, headers=headers, flags=flags)
    body = before.served_html.encode("utf-8", "replace")
    return HtmlResponse(response.url, headers=headers, flags=flags, body=body, encoding="utf-8")
