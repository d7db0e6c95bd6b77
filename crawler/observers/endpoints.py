"""The four doors of a site: http and https, bare and www, each with its whole redirect chain."""

from urllib.parse import urljoin, urlsplit

from crawler.client import Answer, ProbeClient
from crawler.reasons import reason_of
from crawler.robots import Robots
from ideaaudit.models import Endpoint, Gap, Hop, Reason
from ideaaudit.web import identity

MOST_HOPS = 10


def doors_of(site: str, start: str) -> tuple[str, ...]:
    """The doors to try: four of a host by its name, one of a port or an address."""
    host = urlsplit(start).hostname or ""
    if ":" in site or host.replace(".", "").isdigit():
        return (start,)
    hosts = (site, f"www.{site}")
    return tuple(f"{scheme}://{host}/" for scheme in ("http", "https") for host in hosts)


async def observe_endpoint(client: ProbeClient, robots: Robots, url: str) -> Endpoint:
    """One door: what answered, where it led, and whether its certificate held.

    Nothing is concluded from one silence: a failure is tried once more.
    """
    hops: list[Hop] = []
    first: Answer | None = None
    verified: bool | None = None
    here = url
    while True:
        forbidden = await robots.forbids(here)
        if forbidden:
            return _endpoint(url, first, hops, verified, forbidden)
        try:
            answer, held = await _twice(client, here, await robots.delay(here))
        except Exception as error:  # noqa: BLE001 - every failure to connect is a gap
            return _endpoint(url, first, hops, verified, Gap("endpoints", *reason_of(error)))
        first, verified = (first, verified) if first else (answer, held)
        location = _location(answer)
        hops.append(Hop(here, answer.status, location))
        if not location:
            return _endpoint(url, first, hops, verified, None)
        if len(hops) > MOST_HOPS or any(hop.url == location for hop in hops):
            loop = Gap("endpoints", Reason.REDIRECT_LOOP, f"redirects go in a loop at {location}")
            return _endpoint(url, first, hops, verified, loop)
        here = location


async def _twice(client: ProbeClient, url: str, delay: float) -> tuple[Answer, bool | None]:
    """Verified first, then not; each again after a failure that may be passing."""
    secure = url.startswith("https:")
    for attempt in (1, 2):
        try:
            return await client.get(url, delay=delay), True if secure else None
        except Exception as error:
            reason, _ = reason_of(error)
            if secure and reason is Reason.TLS:
                return await client.get(url, verify=False, delay=delay), False
            if attempt == 2 or reason in (Reason.DNS, Reason.PRIVATE_ADDRESS):
                raise
    raise AssertionError("two attempts end in an answer or an error")


def _location(answer: Answer) -> str:
    """Where the answer sends the visitor, as a URL's identity, or ""."""
    location = answer.header("location")
    if not (300 <= answer.status < 400 and location):
        return ""
    try:
        return identity(location, answer.url)
    except ValueError:
        return urljoin(answer.url, location)[:2_000]


def _endpoint(
    url: str, first: Answer | None, hops: list[Hop], verified: bool | None, gap: Gap | None
) -> Endpoint:
    return Endpoint(
        url=url,
        live=first is not None,
        refused=gap is not None and gap.reason is Reason.REFUSED,
        hops=tuple(hops),
        hsts=first.header("strict-transport-security") if first else "",
        headers=first.headers if first else (),
        verified=verified,
        gap=gap,
    )
