"""What a page lets its visitors choose and keeps for them: ("controls", kind), ("keeps", kind);
see `audits.facts.customizing`."""

from collections.abc import Iterator

from audits.facts.customizing import accounts_of, controls_of, names_of
from audits.facts.page import PageFacts

RANK = 9


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    names = names_of(facts.document, facts.links)
    yield from (("controls", kind) for kind in controls_of(facts.document, facts.forms, names))
    yield from (("keeps", kind) for kind in accounts_of(names))
