"""robots.txt as RFC 9309 has it: fetched once an origin, obeyed by pages and probes alike."""

from urllib.parse import urljoin, urlsplit

from protego import Protego

from crawler.client import ProbeClient
from crawler.reasons import reason_of
from ideaaudit.models import Gap, Reason, TextFile

MOST_HOPS = 5
NAME = "ideaaudit"


class Robots:
    """What each origin of a site allows us.

    Args:
        ignore: for one's own staging site: everything is allowed, and the run says so.
    """

    def __init__(self, client: ProbeClient, *, ignore: bool = False) -> None:
        self.ignore = ignore
        self.files: dict[str, TextFile] = {}
        self._client = client
        self._rules: dict[str, Protego | Gap | None] = {}

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

    async def _of(self, url: str) -> Protego | Gap | None:
        origin = _origin(url)
        if origin not in self._rules:
            self._rules[origin] = await self._read(origin)
        return self._rules[origin]

    async def _read(self, origin: str) -> Protego | Gap | None:
        try:
            found = await self._fetch(origin)
        except Exception as error:  # noqa: BLE001 - whatever it was, the page will meet it too
            reason, detail = reason_of(error)
            unreachable = reason not in (Reason.DNS, Reason.REFUSED, Reason.PRIVATE_ADDRESS)
            return Gap("page", reason, detail) if unreachable else None
        self.files[origin] = found
        if found.status is not None and found.status >= 500:
            said = f"robots.txt answered {found.status}, which asks crawlers to wait (RFC 9309)"
            return Gap("page", Reason.ROBOTS, said)
        return Protego.parse(found.text) if found.text else None

    async def _fetch(self, origin: str) -> TextFile:
        url = f"{origin}/robots.txt"
        for _ in range(MOST_HOPS + 1):
            answer = await self._client.get(url, verify=False)
            location = answer.header("location")
            if not (300 <= answer.status < 400 and location):
                break
            url = urljoin(url, location)
        # A web page in place of robots.txt is no rules, though a parser would find some.
        found = 200 <= answer.status < 300 and answer.media_type != "text/html"
        return TextFile(url, answer.status, answer.media_type, answer.text if found else "")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _delay(rules: Protego) -> float:
    asked = rules.crawl_delay(NAME) or 0.0
    rate = rules.request_rate(NAME)
    return float(max(asked, rate.seconds / rate.requests if rate and rate.requests else 0.0))
