"""How a site shows whose it is: ("banner", "legacy", "current" or "unknown"), ("parent", name),
("named", name), ("style-set", digits), ("font", family), ("design-page", url), and off .gov and
.mil ("government-email", "1"); of the site ("design-path", what was there)."""

import re
from collections.abc import Iterator

from audits.check import SiteView
from audits.facts.design import design_links, design_path
from audits.facts.domains import is_government
from audits.facts.identity import names_of, parent_of
from audits.facts.looks import looks_of
from audits.facts.page import PageFacts

RANK = 3
_EMAIL = re.compile(r"@[\w.-]{1,100}\.(?:gov|mil)\b", re.IGNORECASE)


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    banner, document, rendering = facts.banner, facts.document, facts.page.rendering
    if banner.there:
        yield "banner", "legacy" if banner.legacy else "current" if banner.current else "unknown"
    yield from looks_of(rendering.styles if rendering else None)
    parent = parent_of(document)
    if parent:
        yield "parent", parent
    else:
        yield from (("named", name) for name in names_of(document))
    yield from (("design-page", link.href) for link in design_links(facts.links)[:1])
    if not is_government(facts.page.final_url) and _has_email(facts):
        yield "government-email", "1"


def site_signals(view: SiteView) -> Iterator[tuple[str, str]]:
    yield from design_path(view)


def _has_email(facts: PageFacts) -> bool:
    sources = (facts.document.text, *(link.raw for link in facts.links if "@" in link.raw))
    return any(_EMAIL.search(text) for text in sources)
