"""How a site shows whose it is: ("banner", "legacy", "current" or "unknown")."""

from collections.abc import Iterator

from audits.facts.page import PageFacts

RANK = 3


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    banner = facts.banner
    if banner.there:
        yield "banner", "legacy" if banner.legacy else "current" if banner.current else "unknown"
