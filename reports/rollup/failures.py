"""A site's causes made ready to show: bounded, the weightiest of each check first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest

from ideaaudit.models import Card, Cause, Evidence, Outcome
from reports.address import anchor
from reports.rollup.fixes import KEPT, Fix, fix_of
from reports.rollup.gathered import Gathered
from reports.rollup.sample import Sample
from reports.rollup.tally import ORDER

CAUSES = KEPT
FIRST_URLS = 10
LISTED_URLS = 4000


@dataclass(frozen=True, slots=True)
class Failure:
    """One cause as a report shows it.

    Attributes:
        places: at most ten places where it can be seen, on different pages where possible.
        first, rest: the pages' URLs: ten in sight, and those behind a fold.
        unlisted: how many pages more it stands on.
    """

    fix: Fix
    places: tuple[Evidence, ...]
    first: tuple[str, ...]
    rest: tuple[str, ...]
    unlisted: int

    @property
    def distinct(self) -> bool:
        """Whether the places differ in more than the page they stand on."""
        return len({(place.selector, place.markup) for place in self.places}) > 1

    @property
    def anchor(self) -> str:
        return cause_anchor(self.fix)


def cause_anchor(fix: Fix) -> str:
    """The id of a cause's element on its site's page."""
    kind = "review" if fix.outcome is Outcome.CANT_TELL else "cause"
    return anchor(f"{kind}-{fix.card.id}-{fix.cause}")


@dataclass(frozen=True, slots=True)
class Shown:
    """A check's causes: those that are shown, and how many there are besides."""

    failures: tuple[Failure, ...] = ()
    more: int = 0


@dataclass(slots=True)
class _Shelf:
    """The weightiest causes of one check and outcome, and how many passed by."""

    kept: list[tuple[Fix, tuple[str, ...]]]
    seen: int = 0

    def put(self, fix: Fix, urls: tuple[str, ...]) -> None:
        self.seen += 1
        self.kept.append((fix, urls))
        if len(self.kept) >= 2 * CAUSES:
            self.kept = self.best()

    def best(self) -> list[tuple[Fix, tuple[str, ...]]]:
        return nsmallest(CAUSES, self.kept, key=lambda kept: kept[0].key)


Shelves = dict[tuple[str, Outcome], _Shelf]


def failures(
    causes: Iterable[Cause],
    cards: Mapping[str, Card],
    walked: int,
    gathered: Gathered,
    sample: Sample | None = None,
) -> dict[tuple[str, Outcome], Shown]:
    """Causes by check and outcome, at most twenty of each.

    However large the site, at most 4,000 URLs are listed behind folds; the weightiest causes
    take theirs first. Every cause shows its first ten.
    """
    shelves: Shelves = {}
    for cause in causes:
        if card := cards.get(cause.check):
            shelf = shelves.setdefault((cause.check, cause.outcome), _Shelf([]))
            interval = sample.interval_of(cause) if sample else None
            shelf.put(fix_of(cause, card, walked, interval), cause.urls)
    rest = _rests(shelves)
    return {
        key: Shown(
            tuple(
                _failure(fix, urls, rest.get(_key(fix), ()), gathered) for fix, urls in shelf.best()
            ),
            shelf.seen - min(CAUSES, shelf.seen),
        )
        for key, shelf in shelves.items()
    }


def _rests(shelves: Shelves) -> dict[tuple[str, str, Outcome], tuple[str, ...]]:
    """Share out the room for URLs behind folds, failures and weighty causes first."""
    room, rests = LISTED_URLS, dict[tuple[str, str, Outcome], tuple[str, ...]]()
    for fix, urls in sorted(
        _kept(shelves), key=lambda kept: (ORDER.index(kept[0].outcome), kept[0].key)
    ):
        rests[_key(fix)] = urls[FIRST_URLS : FIRST_URLS + room]
        room -= len(rests[_key(fix)])
    return rests


def _key(fix: Fix) -> tuple[str, str, Outcome]:
    return (fix.card.id, fix.cause, fix.outcome)


def _kept(shelves: Shelves) -> Iterator[tuple[Fix, tuple[str, ...]]]:
    for shelf in shelves.values():
        yield from shelf.best()


def _failure(fix: Fix, urls: tuple[str, ...], rest: tuple[str, ...], gathered: Gathered) -> Failure:
    places = tuple(gathered.places.get(fix.cause, ())) or (fix.example,)
    first = urls[:FIRST_URLS]
    return Failure(fix, places, first, rest, max(0, fix.pages - len(first) - len(rest)))
