"""What a page says that is too short for a text hash: ("short-text", 8 hex digits)."""

from collections.abc import Iterator

from audits.facts.duplicates import ENOUGH_WORDS, text_hash
from audits.facts.page import PageFacts

RANK = 2


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    if len(facts.words) < ENOUGH_WORDS:
        yield "short-text", text_hash(facts.words)[:8]
