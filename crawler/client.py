"""A small client for the probes: one GET, no redirect followed, certificates told apart."""

import asyncio
import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass

import aiohttp

from crawler.guard import Guard, aiohttp_connector
from crawler.observers.headers import header_of
from crawler.patience import MOST_ASKED_AGAIN
from crawler.turns import Turns

SECONDS = 15
MOST_BYTES = 512 * 1024
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer: names of headers in lower case, at most so much of the body as asked.

    Attributes:
        began: when its headers were there, by the clock of the event loop.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    began: float = 0.0

    def header(self, name: str) -> str:
        """The first header of that name, or ""."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def media_type(self) -> str:
        return self.header("content-type").partition(";")[0].strip().lower()

    @property
    def text(self) -> str:
        """The body in the charset that its header names, else in UTF-8."""
        named = CHARSET.search(self.header("content-type"))
        try:
            return self.body.decode(named.group(1) if named else "utf-8", "replace")
        except (LookupError, ValueError):
            return self.body.decode("utf-8", "replace")


class ProbeClient:
    """Asks politely, through the guard, verified or not."""

    def __init__(
        self,
        guard: Guard,
        turns: Turns,
        *,
        user_agent: str,
        ca_file: str,
        headers: Callable[[str], dict[str, str]],
    ) -> None:
        self.verifying = verifying(ca_file)
        self._guard = guard
        self._turns = turns
        self._headers = {"User-Agent": user_agent, "Accept": "text/html,*/*;q=0.8"}
        self._own_headers = headers
        self._sessions: dict[bool, aiohttp.ClientSession] = {}

    async def close(self) -> None:
        """Ends every connection."""
        for session in self._sessions.values():
            await session.close()
        self._sessions.clear()

    def _session(self, verify: bool) -> aiohttp.ClientSession:
        if verify not in self._sessions:
            context = self.verifying if verify else trusting()
            context.set_alpn_protocols(["http/1.1"])
            self._sessions[verify] = aiohttp.ClientSession(
                connector=aiohttp_connector(self._guard, ssl=context, force_close=True),
                timeout=aiohttp.ClientTimeout(total=SECONDS),
                headers=self._headers,
                cookie_jar=aiohttp.DummyCookieJar(),
                max_line_size=32_768,
                max_field_size=32_768,
            )
        return self._sessions[verify]

    async def get(
        self,
        url: str,
        *,
        verify: bool = True,
        delay: float = 0.0,
        most: int = MOST_BYTES,
        agent: str = "",
    ) -> Answer:
        """One answer; its redirect is not followed. Where it says "later", it is asked for later.

        Args:
            delay: seconds that the site asks for between two requests.
            most: bytes of the body that are read.
            agent: another User-Agent than our own.

        Raises:
            aiohttp.ClientError, OSError, TimeoutError: nothing answered, as `reason_of` reads it.
            ValueError: the URL has a port that is none.
            Closed: the host asked us to stay away; an OSError.
            Stopped: the audit was asked to end before its turn came.
        """
        own = self._own_headers(url) | ({"User-Agent": agent} if agent else {})
        for _ in range(MOST_ASKED_AGAIN + 1):
            await self._turns.take_for(url, delay=delay)
            began = asyncio.get_running_loop().time()
            answer = await self._ask(url, own, most, verify=verify)
            seconds, after = answer.began - began, answer.header("retry-after")
            if self._turns.heard(url, answer.status, seconds=seconds, after=after) is None:
                break
        return answer

    async def _ask(self, url: str, own: dict[str, str], most: int, *, verify: bool) -> Answer:
        session = self._session(verify)
        async with session.get(url, allow_redirects=False, headers=own) as response:
            began = asyncio.get_running_loop().time()
            body = bytearray()
            while len(body) < most and (more := await response.content.read(MOST_BYTES)):
                body += more
            headers = tuple(
                header_of(name.decode("latin-1").lower(), value.decode("latin-1"))
                for name, value in response.raw_headers
            )
            return Answer(url, response.status, headers, bytes(body[:most]), began)


def verifying(ca_file: str) -> ssl.SSLContext:
    """A context that trusts the system's store, and a file of one's own beside it."""
    context = ssl.create_default_context()
    if ca_file:
        context.load_verify_locations(ca_file)
    return context


def trusting() -> ssl.SSLContext:
    """A context that takes any certificate and any protocol: for looking, never for trusting."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    return context
