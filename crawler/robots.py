"""robots.txt as RFC 9309 has it: fetched once an origin, obeyed by pages and probes alike."""

import asyncio
from collections.abc import Callable
from urllib.parse import urlsplit

import aiohttp
from protego import Protego

from crawler.client import Answer, ProbeClient
from crawler.reasons import reason_of
from crawler.turns import Stopped
from ideaaudit.models import Gap, Reason, TextFile
from ideaaudit.web import identity

MOST_HOPS = 5
NAME = "ideaaudit"
# Where a pause is longer than this, even the probes of one site would take most of an hour.
LONGEST_DELAY = 120.0
# Nobody listens there, so the page itself will not be reached either.
NOBODY = (Reason.DNS, Reason.REFUSED, Reason.PRIVATE_ADDRESS)
Rules = Protego | Gap | None


class Robots:
    """What each origin of a site allows us.

    Args:
        ignore: for one's own staging site: everything is allowed, and the run says so.
        told: what to do where an origin asks for pauses, given the seconds of one.
    """

    def __init__(
        self,
        client: ProbeClient,
        *,
        ignore: bool = False,
        told: Callable[[float], None] = lambda _seconds: None,
    ) -> None:
        self.ignore = ignore
        self._told = told
        self.files: dict[str, TextFile] = {}
        self._client = client
        self._rules: dict[str, asyncio.Future[Rules]] = {}
        # http and https, bare and www: three of the four doors lead to the file of the fourth.
        self._answers: dict[str, Answer] = {}

    async def forbids(self, url: str) -> Gap | None:
        """Why this URL may not be asked for, or None where it may."""
        if self.ignore:
            return None
        rules = await self._of(url)
        if isinstance(rules, Gap):
            return rules
        if rules is None or rules.can_fetch(url, NAME):
            return None
        return Gap("page", Reason.ROBOTS, "robots.txt asks crawlers to stay out")

    async def delay(self, url: str) -> float:
        """The Crawl-delay in seconds that this origin asks of us, or 0."""
        rules = await self._of(url)
        return 0.0 if self.ignore or not isinstance(rules, Protego) else _delay(rules)

    async def file(self, url: str) -> TextFile | None:
        """robots.txt of a URL's origin as it was served; None where nothing answered."""
        await self._of(url)
        return self.files.get(_origin(url))

    async def _of(self, url: str) -> Rules:
        """The rules of an origin, asked for once however many wait for them."""
        origin = _origin(url)
        if origin not in self._rules:
            self._rules[origin] = asyncio.ensure_future(self._read(origin))
        try:
            return await asyncio.shield(self._rules[origin])
        except Stopped:
            self._rules.pop(origin, None)
            raise

    async def _read(self, origin: str) -> Rules:
        try:
            found = await self._twice(origin)
        except Stopped:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, the page will meet it too
            reason, detail = reason_of(error)
            return None if reason in NOBODY else Gap("page", reason, f"robots.txt: {detail}")
        self.files[origin] = found
        if _asks_to_wait(found.status):
            said = f"robots.txt answered {found.status}, which asks crawlers to wait (RFC 9309)"
            return Gap("page", Reason.ROBOTS, said)
        rules = _parsed(found.text)
        if (asked := _delay(rules)) > LONGEST_DELAY:
            said = (
                f"robots.txt asks for {asked:g} s between requests, longer than an audit can wait"
            )
            return Gap("page", Reason.ROBOTS, said)
        if asked and not self.ignore:
            self._told(asked)
        return rules

    async def _twice(self, origin: str) -> TextFile:
        """Nothing is concluded from one silence, and one bad moment closes no site."""
        try:
            found = await self._fetch(origin)
        except (OSError, aiohttp.ClientError) as error:
            if reason_of(error)[0] in NOBODY:
                raise
            return await self._fetch(origin)
        return await self._fetch(origin) if (found.status or 0) >= 500 else found

    async def _fetch(self, origin: str) -> TextFile:
        url = f"{origin}/robots.txt"
        for _ in range(MOST_HOPS + 1):
            answer = self._answers.get(url) or await self._client.get(url, verify=False)
            if not _asks_to_wait(answer.status):
                self._answers[url] = answer
            location = answer.header("location")
            if not (300 <= answer.status < 400 and location):
                break
            try:
                url = identity(location, url)
            except ValueError:
                break
        text = answer.text if 200 <= answer.status < 300 else ""
        return TextFile(url, answer.status, answer.media_type, text)


def _asks_to_wait(status: int | None) -> bool:
    """Whether nobody can know now what is allowed: an error of the server, or too many requests."""
    return status is not None and (status >= 500 or status == 429)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def delay_of(text: str) -> float:
    """The seconds that a robots.txt asks of us between two requests, or 0."""
    return _delay(_parsed(text))


def sitemaps_of(text: str) -> tuple[str, ...]:
    """The sitemaps that a robots.txt names (RFC 9309 2.2.4), as written, each once."""
    return tuple(dict.fromkeys(_parsed(text).sitemaps))


def _parsed(text: str) -> Protego:
    """A web page in place of robots.txt is no rules, though a parser would find some."""
    rules = text.lstrip("\ufeff \t\r\n")
    return Protego.parse("" if rules.startswith("<") else rules)


def _delay(rules: Protego) -> float:
    asked = rules.crawl_delay(NAME) or 0.0
    rate = rules.request_rate(NAME)
    return float(max(asked, rate.seconds / rate.requests if rate and rate.requests else 0.0))
