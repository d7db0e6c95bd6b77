"""Other browsers: ("engine", "firefox same") (or "differs", "blocked"), and
("one-browser", words) where the page asks for a certain one."""

from collections.abc import Iterator

from audits.facts.browsers import browser_asked_for, seen_in
from audits.facts.page import PageFacts

RANK = 7


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    rendering = facts.page.rendering
    yield from (("engine", seen) for seen in seen_in((rendering and rendering.engines) or ()))
    asked = browser_asked_for(facts.document.text_normal)
    if asked:
        yield "one-browser", asked
