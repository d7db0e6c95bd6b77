"""One rendered page, counted: its checks, its evidence, its requests and cookies."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ideaaudit.models import Card, Evidence, Outcome, PageObservation, PageRow, Verdict
from reports.rollup.tally import ORDER, Tally

HOSTS = 15
PLACES = 10


@dataclass(frozen=True, slots=True)
class PageCheck:
    """One check about this page; the sentence and the evidence where there is something to say."""

    card: Card
    outcome: Outcome
    summary: str = ""
    evidence: tuple[Evidence, ...] = ()
    more: int = 0

    @property
    def speaks(self) -> bool:
        """Whether the sentence says something that the places shown do not."""
        return all(
            self.summary != one.detail for one in self.evidence if one.selector or one.markup
        )


@dataclass(frozen=True, slots=True)
class Traffic:
    """What the page asked the network for.

    Attributes:
        hosts: (host, requests), busiest first, at most fifteen; `more` hosts besides.
        withheld: requests to analytics, recorded and not let through.
        lost: requests that failed otherwise, or that the guard refused.
    """

    total: int
    withheld: int
    lost: int
    kinds: tuple[tuple[str, int], ...]
    hosts: tuple[tuple[str, int], ...]
    more: int


@dataclass(frozen=True, slots=True)
class PageRollup:
    """A page with its checks in the catalogue's order, failures before the rest."""

    row: PageRow
    seen: PageObservation
    checks: tuple[PageCheck, ...]
    tally: Tally
    traffic: Traffic | None

    @property
    def title(self) -> str:
        """Its title, or its URL where it has none."""
        rendering = self.seen.rendering
        return (rendering.title if rendering else "") or self.row.title or self.row.url


def roll_page(
    row: PageRow, seen: PageObservation, verdicts: Iterable[Verdict], cards: Mapping[str, Card]
) -> PageRollup:
    """Join a page's outcomes with what its verdicts say."""
    words = {verdict.check: verdict for verdict in verdicts}
    checks = [
        _page_check(cards[check], outcome, words.get(check))
        for check, outcome in row.outcomes
        if check in cards
    ]
    place = {check: number for number, check in enumerate(cards)}
    checks.sort(key=lambda one: (ORDER.index(one.outcome), place[one.card.id]))
    tally = Tally.each(one.outcome for one in checks)
    return PageRollup(row, seen, tuple(checks), tally, _traffic(seen))


def _page_check(card: Card, outcome: Outcome, verdict: Verdict | None) -> PageCheck:
    if verdict is None:
        return PageCheck(card, outcome)
    shown = verdict.evidence[:PLACES]
    return PageCheck(card, outcome, verdict.summary, shown, len(verdict.evidence) - len(shown))


def _traffic(seen: PageObservation) -> Traffic | None:
    if seen.requests is None:
        return None
    hosts = Counter(_host(request.url) for request in seen.requests)
    return Traffic(
        len(seen.requests),
        sum(request.failure == "analytics" for request in seen.requests),
        sum(request.failure not in ("", "analytics") for request in seen.requests),
        _busiest(Counter(request.kind for request in seen.requests)),
        _busiest(hosts)[:HOSTS],
        max(0, len(hosts) - HOSTS),
    )


def _host(url: str) -> str:
    """The host, or the scheme of an address that has none (data:, blob:)."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2] or url.partition(":")[0] + ":"
    except ValueError:
        return "unreadable address"


def _busiest(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
