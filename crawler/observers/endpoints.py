"""The four doors of a site: http and https, bare and www, each with its whole redirect chain."""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urljoin, urlsplit

from w3lib.url import safe_url_string

from crawler.client import MOST_BYTES, Answer, ProbeClient
from crawler.reasons import reason_of
from crawler.robots import Robots
from ideaaudit.models import Endpoint, Gap, Hop, Reason
from ideaaudit.web import LONGEST_URL

MOST_HOPS = 10


def doors_of(site: str, start: str) -> tuple[str, ...]:
    """The doors to try: four of a host by its name, one of a port or an address."""
    host = urlsplit(start).hostname or ""
    if ":" in site or host.replace(".", "").isdigit():
        return (start,)
    hosts = (site, f"www.{site}")
    return tuple(f"{scheme}://{host}/" for scheme in ("http", "https") for host in hosts)


@dataclass(frozen=True, slots=True)
class Door:
    """A door as it was found, and the last answer behind it."""

    seen: Endpoint
    answer: Answer | None


Answers = dict[str, tuple[Answer, bool | None]]


async def observe_endpoint(
    client: ProbeClient,
    robots: Robots,
    url: str,
    *,
    most: int = MOST_BYTES,
    agent: str = "",
    known: Answers | None = None,
) -> Door:
    """One door: what answered, where it led, and whether its certificate held.

    Nothing is concluded from one silence: a failure is tried once more.

    Args:
        most: bytes of each answer that are read.
        agent: another User-Agent than our own.
        known: what was answered already, and whether its certificate held; it is added to.
    """
    known = {} if known is None else known
    ask = partial(client.get, most=most, agent=agent)
    hops: list[Hop] = []
    answers: list[Answer] = []
    verified: bool | None = None
    gap: Gap | None = None
    here = url
    while here:
        try:
            gap = await robots.forbids(here)
            if gap:
                break
            if here not in known:
                known[here] = await _twice(ask, here, await robots.delay(here))
            answer, held = known[here]
        except Exception as error:  # noqa: BLE001 - every failure to connect is a gap
            gap = Gap("endpoints", *reason_of(error))
            break
        verified = verified if answers else held
        here = _location(answer)
        answers = [*answers[:1], answer]
        hops.append(Hop(answer.url, answer.status, here))
        if len(hops) > MOST_HOPS or any(hop.url == here for hop in hops):
            gap = Gap("endpoints", Reason.REDIRECT_LOOP, f"redirects go in a loop at {here}")
            break
    last = answers[-1] if answers else None
    seen = _endpoint(url, answers[0] if answers else None, hops, verified, gap)
    digest = hashlib.sha256(last.body).hexdigest()[:16] if last else ""
    return Door(replace(seen, digest=digest), last)


async def _twice(
    ask: Callable[..., Awaitable[Answer]], url: str, delay: float
) -> tuple[Answer, bool | None]:
    """Verified first, then not; each again after a failure that may be passing."""
    secure = url.startswith("https:")
    for attempt in (1, 2):
        try:
            return await ask(url, delay=delay), True if secure else None
        except Exception as error:
            reason, _ = reason_of(error)
            if secure and reason is Reason.TLS:
                return await ask(url, verify=False, delay=delay), False
            if attempt == 2 or reason in (Reason.DNS, Reason.PRIVATE_ADDRESS):
                raise
    raise AssertionError("two attempts end in an answer or an error")


def _location(answer: Answer) -> str:
    """Where the answer sends the visitor, exactly as it says, or "".

    Raises nothing: what is no URL at all is told as it stands, and asking for it fails.
    """
    location = answer.header("location")
    if not (300 <= answer.status < 400 and location):
        return ""
    try:
        there = urljoin(answer.url, safe_url_string(location.strip()))
    except ValueError:
        there = location
    return there.partition("#")[0][:LONGEST_URL]


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
