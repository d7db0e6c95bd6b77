"""An agency's page on its design: brand, logo, seal (M-23-22 A.2)."""

import re
from collections.abc import Iterator, Sequence

from audits.check import SiteView
from audits.facts.links import Link
from audits.facts.tree import normal
from ideaaudit.models import PathSeen

_WHERE = re.compile(r"//design\.[^/]+/?$|/(?:[\w-]+/)?design(?:-(?:system|standards))?/?$")
_WORDS = re.compile(r"\bbrand(?:ing|s)?\b|\blogos?\b|\bseals?\b|\btypography\b|\bdesign system\b")


def design_links(links: Sequence[Link]) -> list[Link]:
    """Links that lead to a design page by its usual addresses."""
    return [link for link in links if _WHERE.search(link.where)]


def design_path(view: SiteView) -> Iterator[tuple[str, str]]:
    """("design-path", "found", "other" or "none"): what answered at /design, where it was asked."""
    seen = view.observation.path("design")
    if seen is not None and seen.status is not None:
        yield "design-path", _kind(seen)


def _kind(seen: PathSeen) -> str:
    if seen.status in (404, 410) or seen.soft_404:
        return "none"
    fine = seen.status is not None and seen.status < 300
    return "found" if fine and _WORDS.search(normal(seen.text)) else "other"
