"""Every request that a page makes or tries to make, and the names of the cookies it is given."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page, Request, Response, WebSocket

from crawler.guard import Contact, Decision, analytics
from ideaaudit.models import Cookie, RequestSeen

MOST = 2000
CUT_OFF = {Decision.ANALYTICS: "analytics", Decision.GUARD: "guard"}
# Through a proxy Chromium only knows that it failed; these are its words without one.
WORDS = {
    Decision.DNS: "net::ERR_NAME_NOT_RESOLVED",
    Decision.REFUSED: "net::ERR_CONNECTION_REFUSED",
    Decision.TIMEOUT: "net::ERR_CONNECTION_TIMED_OUT",
}
BLOCKED = ("inspector", "net::ERR_BLOCKED_BY_CLIENT")
UNENDING = frozenset({"websocket", "eventsource", "media", "ping"})
PORTS = {"http": 80, "ws": 80, "https": 443, "wss": 443}


# Google's ids of properties and containers, as its tags name them in URLs and beacons.
TAG_ID = re.compile(r"(?<![\w-])(?:G-(?=[A-Z]*\d)[A-Z0-9]{4,15}|UA-\d{4,12}-\d{1,4})(?![\w-])")
DAP_SCRIPT = "universal-federated-analytics"
DAP_VERSION = re.compile(r"""\bVERSION["']?\s*[:=]\s*["']([^"']{1,100})["']""")
MOST_POSTED = 20_000


class RequestLog:
    """Listens to one page while it loads.

    Attributes:
        still: whether the page is being used: where it tries to go then is no request of its own.
    """

    def __init__(self, page: Page) -> None:
        self.still = False
        self._page = page
        self._answers: dict[Request, Response | None] = {}
        self._failures: dict[Request, str] = {}
        self._sockets: list[str] = []
        self._open: set[Request] = set()
        self._handlers: dict[str, Any] = {
            "request": self._began,
            "response": self._answered,
            "requestfinished": self._ended,
            "requestfailed": self._failed,
            "websocket": self._socket,
        }

    def __enter__(self) -> "RequestLog":
        for name, handler in self._handlers.items():
            self._page.on(name, handler)  # type: ignore[call-overload]
        return self

    def __exit__(self, *_: object) -> None:
        for name, handler in self._handlers.items():
            self._page.remove_listener(name, handler)

    @property
    def busy(self) -> bool:
        """Whether a request is under way that the page may be waiting for."""
        return bool(self._open)

    def sheets(self) -> tuple[Response, ...]:
        """The answers with style sheets."""
        found = (x for x in self._answers.values() if x and x.request.resource_type == "stylesheet")
        return tuple(found)

    async def dap_version(self) -> str:
        """The version that a script of the Digital Analytics Program names, or ""."""
        for request, response in self._answers.items():
            if response and response.status == 200 and DAP_SCRIPT in request.url.lower():
                try:
                    found = DAP_VERSION.search(await response.text())
                except (PlaywrightError, UnicodeDecodeError):
                    continue
                return found[1].strip() if found else ""
        return ""

    def seen(
        self,
        contacts: Iterable[Contact],
        sizes: Mapping[str, tuple[int, int]] = MappingProxyType({}),
    ) -> tuple[RequestSeen, ...]:
        """The requests in their order, at most 2,000; `sizes` as the page itself knows them.

        What the proxy was asked for and no request of the page accounts for (a worker's, a
        worker's WebSocket) follows with the kind "connection".
        """
        met = {(contact.host, contact.port): contact for contact in contacts}
        rows = [self._row(request, met, sizes) for request in self._answers]
        rows += [_cut(RequestSeen(url, "websocket"), met.get(_place(url))) for url in self._sockets]
        told = {_place(row.url) for row in rows}
        rows += [_connection(contact) for place, contact in met.items() if place not in told]
        return tuple(rows[:MOST])

    def _row(
        self,
        request: Request,
        met: dict[tuple[str, int], Contact],
        sizes: Mapping[str, tuple[int, int]],
    ) -> RequestSeen:
        failure = self._failures.get(request, "")
        if failure.startswith(BLOCKED):
            failure = "analytics"
        response = self._answers[request]
        row = RequestSeen(
            url=request.url[:4000],
            kind=request.resource_type,
            method=request.method,
            sent=failure != "analytics",
            status=response.status if response else None,
            failure=failure,
            ids=_tag_ids(request),
        )
        if response:
            row = _answered(row, response.headers, sizes.get(request.url.partition("#")[0]))
        return _cut(row, None if row.status else met.get(_place(request.url)))

    def _began(self, request: Request) -> None:
        if not request.url.startswith(("http:", "https:")) or len(self._answers) >= MOST:
            return
        if self.still and (request.is_navigation_request() or request.method != "GET"):
            return
        self._answers[request] = None
        if request.resource_type not in UNENDING:
            self._open.add(request)

    def _answered(self, response: Response) -> None:
        if response.request in self._answers:
            self._answers[response.request] = response

    def _ended(self, request: Request) -> None:
        self._open.discard(request)

    def _failed(self, request: Request) -> None:
        self._open.discard(request)
        if request in self._answers:
            self._failures[request] = request.failure or "failed"

    def _socket(self, socket: WebSocket) -> None:
        if len(self._sockets) < MOST:
            self._sockets.append(socket.url[:4000])


def cookie_of(cookie: Any) -> Cookie:
    """A cookie of Playwright's without its value."""
    return Cookie(
        name=cookie["name"],
        domain=cookie["domain"],
        secure=cookie["secure"],
        http_only=cookie["httpOnly"],
        same_site=cookie.get("sameSite", ""),
        session=cookie["expires"] == -1,
    )


def _cut(row: RequestSeen, contact: Contact | None) -> RequestSeen:
    """The row with what the proxy knows of its host."""
    if analytics().counts_url(row.url):
        return _failed(row, "analytics")
    if contact is None or contact.decision is Decision.CONNECTED:
        return row
    words = CUT_OFF.get(contact.decision) or WORDS.get(contact.decision) or row.failure
    return _failed(row, words or contact.detail)


def _failed(row: RequestSeen, failure: str) -> RequestSeen:
    # A status without an answer is Chromium's own: an upgrade to https that it knows by heart.
    lost = RequestSeen(row.url, row.kind, row.method, sent=False, status=None, failure=failure)
    return replace(lost, ids=row.ids)


def _answered(
    row: RequestSeen, headers: Mapping[str, str], sizes: tuple[int, int] | None
) -> RequestSeen:
    """The row with what its answer says; another origin's size is known by its header alone."""
    encoding = headers.get("content-encoding", "").strip().lower()
    length = headers.get("content-length", "").strip()
    told = int(length) if length.isascii() and length.isdigit() and len(length) < 16 else None
    size, decoded = sizes or (told, None if encoding else told)
    return replace(
        row,
        media_type=headers.get("content-type", "").partition(";")[0].strip().lower()[:200],
        encoding=encoding[:100],
        cache=headers.get("cache-control", "").strip()[:500],
        size=size,
        decoded=decoded,
    )


def _tag_ids(request: Request) -> tuple[str, ...]:
    """Google tag ids in the URL or in what is posted, each once."""
    if "-" not in request.url and request.method == "GET":
        return ()
    posted = _posted(request) if request.method != "GET" else ""
    return tuple(dict.fromkeys(TAG_ID.findall(f"{request.url[:4000]} {posted}")))[:10]


def _posted(request: Request) -> str:
    try:
        return (request.post_data or "")[:MOST_POSTED]
    except (UnicodeDecodeError, ValueError):
        return ""


def _connection(contact: Contact) -> RequestSeen:
    host = f"[{contact.host}]" if ":" in contact.host else contact.host
    scheme = "https" if contact.port == 443 else "http"
    port = "" if contact.port in (80, 443) else f":{contact.port}"
    return _cut(RequestSeen(f"{scheme}://{host}{port}/", "connection", ""), contact)


def _place(url: str) -> tuple[str, int]:
    try:
        parts = urlsplit(url)
        return parts.hostname or "", parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        return "", 0
