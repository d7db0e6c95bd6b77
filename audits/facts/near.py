"""Patterns that are searched only where one of their words stands: most text holds none of them."""

import re
from collections.abc import Iterator, Sequence

# Longer than what any pattern here finds.
REACH = 300
Stretch = tuple[int, int]


def stretches(text: str, stems: Sequence[str], reach: int = REACH) -> list[Stretch]:
    """The parts of a text around the places where any of the stems stands, in order and apart.

    Args:
        stems: as they stand in the text: its case counts.
        reach: how many characters before and behind belong to it.
    """
    found: list[int] = []
    for stem in stems:
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
