"""Accessibility: ("axe", version) where axe ran, ("axe-failed", "1.1.1 1.4.3") and ("axe-review",
...) with the criteria of WCAG that its rules name, ("media", "1") where there is sound or
video, ("bypass", codes of `facts.bypass`), ("way", codes of `facts.ways`), ("nav", keys) and
("lead", keys) of `facts.navigation`, and ("statement", codes and address) of an accessibility
statement (`facts.statement`)."""

from collections.abc import Iterator

from audits.check import SiteView
from audits.facts.axe import OF_508, OF_CURRENT, of_layer
from audits.facts.bypass import ways_past
from audits.facts.navigation import nav_keys
from audits.facts.page import PageFacts
from audits.facts.statement import statement_of
from audits.facts.statements import linked_statements
from audits.facts.ways import ways_on
from ideaaudit.wcag import criteria_of

RANK = 3
_LONGEST = 200


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    axe = facts.page.axe
    if axe is not None:
        yield "axe", axe.version[:20]
        for name, rules in (("axe-failed", axe.violations), ("axe-review", axe.incomplete)):
            numbers = " ".join(criteria_of(of_layer(rules, OF_508 | OF_CURRENT)))
            if numbers:
                yield name, numbers[:_LONGEST]
    if facts.media:
        yield "media", "1"
    walk = facts.page.rendering.keyboard if facts.page.rendering else None
    past = " ".join(ways_past(facts.document, facts.links, walk))
    if past:
        yield "bypass", past
    yield from nav_keys(facts.document)
    yield from (("way", way) for way in ways_on(facts.document, facts.links))
    statement = statement_of(facts)
    if statement is not None:
        yield "statement", statement.signal()


def site_signals(view: SiteView) -> Iterator[tuple[str, str]]:
    """The statements that the site's own links lead to, on this site or its parent's."""
    yield from (("statement", one.signal()) for one in linked_statements(view))
