"""Patterns that are searched only where one of their words stands: most text holds none of them.

All words that anyone asks for are looked for at once, in one walk over a text (Aho-Corasick).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ahocorasick_rs import BytesAhoCorasick, Implementation

from audits.facts.latest import forget, of_latest

# Longer than what any pattern here finds.
REACH = 300
Stretch = tuple[int, int]
# Characters that are looked through at once, so that little is held of a text full of the words.
_BLOCK = 100_000
# Texts of one page that are looked through, and a few more.
_TEXTS = 10
_watched: dict[str, None] = {}


class Stems:
    """Words, one of which stands wherever a pattern can find anything; their case counts."""

    def __init__(self, *words: str) -> None:
        self.words = words
        _watched.update(dict.fromkeys(words))
        forget()

    def stand_in(self, *texts: str) -> bool:
        """Whether any of the words stands in any of the texts."""
        return any(not _places(text).keys().isdisjoint(self.words) for text in texts)

    def stretches(self, text: str, reach: int = REACH) -> list[Stretch]:
        """The parts of a text around the places where any of the words stands, in order and apart.

        Args:
            reach: how many characters before and behind belong to it.
        """
        found = _places(text)
        return _apart(sorted(at for word in self.words for at in found.get(word, ())), reach)


def _apart(places: Sequence[int], reach: int) -> list[Stretch]:
    parts: list[Stretch] = []
    start = end = -1
    for at in places:
        if start >= 0 and at - reach <= end:
            end = at + reach
            continue
        if start >= 0:
            parts.append((start, end))
        start, end = max(0, at - reach), at + reach
    return [*parts, (start, end)] if start >= 0 else parts


def _found(text: str) -> Mapping[str, Sequence[int]]:
    """Where each watched word stands that stands in a text at all."""
    words = tuple(_watched)
    automaton, longest = _automaton(words), max(map(len, words))
    found: defaultdict[str, list[int]] = defaultdict(list)
    for begin in range(0, len(text), _BLOCK):
        # One byte for each character, so that places need no counting; all words are Latin-1.
        block = text[begin : begin + _BLOCK + longest - 1].encode("latin-1", "replace")
        for number, at, _end in automaton.find_matches_as_indexes(block, overlapping=True):
            if at < _BLOCK:
                found[words[number]].append(begin + at)
    return found


_places = of_latest(_found, _TEXTS)


@lru_cache(maxsize=1)
def _automaton(words: tuple[str, ...]) -> BytesAhoCorasick:
    known = [word.encode("latin-1") for word in words]
    return BytesAhoCorasick(known, implementation=Implementation.DFA)


def matches(
    pattern: re.Pattern[str], text: str, parts: Sequence[Stretch]
) -> Iterator[re.Match[str]]:
    """What a pattern finds in those parts of a text, in order."""
    for start, end in parts:
        yield from pattern.finditer(text, start, end)


def first(pattern: re.Pattern[str], text: str, parts: Sequence[Stretch]) -> re.Match[str] | None:
    return next(matches(pattern, text, parts), None)
