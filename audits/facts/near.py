"""Patterns that are searched only where one of their words stands: most text holds none of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from audits.facts.marks import Marks

# Longer than what any pattern here finds.
REACH = 300
Stretch = tuple[int, int]


_words = Marks()


class Stems:
    """Words, parts of words or a few of them in a row, as they stand in a text: case counts."""

    def __init__(self, *stems: str) -> None:
        self._pieces = tuple((stem, _words.watch(*stem.split())) for stem in stems)
        _standing.cache_clear()

    def that_may_stand(self, text: str) -> list[str]:
        """Those each of whose words stands somewhere in the text."""
        there = _standing(text)
        return [stem for stem, pieces in self._pieces if pieces <= there]


# A page is asked about again and again: all that it shows, its main text.
@lru_cache(maxsize=2)
def _standing(text: str) -> frozenset[str]:
    return _words.among(text.split())


def stretches(text: str, stems: Stems, reach: int = REACH) -> list[Stretch]:
    """The parts of a text around the places where any of the stems stands, in order and apart.

    Args:
        reach: how many characters before and behind belong to it.
    """
    return around(text, stems.that_may_stand(text), reach)


def around(text: str, words: Iterable[str], reach: int = REACH) -> list[Stretch]:
    """The same for words of which one cannot say beforehand whether they may stand there."""
    found: list[int] = []
    for stem in words:
        at = text.find(stem)
        while at >= 0:
            found.append(at)
            at = text.find(stem, at + len(stem))
    parts: list[Stretch] = []
    start = end = -1
    for at in sorted(found):
        if start >= 0 and at - reach <= end:
            end = at + reach
            continue
        if start >= 0:
            parts.append((start, end))
        start, end = max(0, at - reach), at + reach
    return [*parts, (start, end)] if start >= 0 else parts


def matches(
    pattern: re.Pattern[str], text: str, parts: Sequence[Stretch]
) -> Iterator[re.Match[str]]:
    """What a pattern finds in those parts of a text, in order."""
    for start, end in parts:
        yield from pattern.finditer(text, start, end)


def first(pattern: re.Pattern[str], text: str, parts: Sequence[Stretch]) -> re.Match[str] | None:
    return next(matches(pattern, text, parts), None)
