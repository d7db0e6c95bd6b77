"""What must be known before anything is made of a page.

("redirect", url) where it sends visitors on, ("unsettled", "1") where scripts may add to it.
"""

from collections.abc import Iterator

from audits.facts.page import PageFacts

RANK = 0


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    if facts.redirect:
        yield "redirect", facts.redirect
    if facts.unsettled:
        yield "unsettled", "1"
