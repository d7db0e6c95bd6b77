"""Elements that fail axe's rules, in the incumbent's groups."""

import json
from collections import Counter
from collections.abc import Iterator

from audits.measures import Named
from ideaaudit.models import PageObservation

# The first part of a rule's "cat." tag in axe-core stands for the group.
GROUPS = {
    "cat.aria": "aria",
    "cat.color": "contrast",
    "cat.forms": "form-names",
    "cat.keyboard": "keyboard-access",
    "cat.language": "language",
    "cat.name-role-value": "user-control-name",
    "cat.parsing": "other",
    "cat.semantics": "other",
    "cat.sensory-and-visual-cues": "other",
    "cat.structure": "lists",
    "cat.tables": "tables",
    "cat.text-alternatives": "images",
    "cat.time-and-media": "auto-updating",
}
RULES = {
    "link-name": "link-purpose",
    "document-title": "page-titled",
    "frame-title": "frames-iframes",
}


def of_page(page: PageObservation) -> Iterator[Named]:
    if page.axe is None:
        return
    found: Counter[str] = Counter()
    for rule in page.axe.violations:
        group = RULES.get(rule.id) or next((GROUPS[t] for t in rule.tags if t in GROUPS), "other")
        found[group] += rule.count
    yield "accessibility_violations", json.dumps(dict(sorted(found.items()))) if found else ""
