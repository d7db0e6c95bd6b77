"""Where an element stands, in the words that causes are made of, and whether it is hidden."""

import re

from lxml.html import HtmlElement as Element

from audits.cause import path_of_selector
from audits.facts.tree import classes

_UNSEEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_PLAIN = re.compile(r"[a-z][a-z_-]*")
_DEEPEST = 40


def place_of(element: Element) -> str:
    """The element's normalized path below its landmark, as `audits.cause` makes it."""
    steps = [_step(element)]
    for parent in element.iterancestors():
        if len(steps) == _DEEPEST:
            break
        steps.append(_step(parent))
    return path_of_selector(" > ".join(reversed(steps)))


def is_hidden(element: Element) -> bool:
    """Whether its own markup, or that of what it stands in, keeps it from people who listen."""
    return any(_hides(one) for one in (element, *element.iterancestors()))


def _hides(element: Element) -> bool:
    return (
        element.get("hidden") is not None
        or (element.get("aria-hidden") or "").strip().lower() == "true"
        or bool(_UNSEEN.search(element.get("style") or ""))
    )


def _step(element: Element) -> str:
    names = [name for name in classes(element) if _PLAIN.fullmatch(name)]
    role = (element.get("role") or "").strip().lower()
    shown = f"[role={role}]" if _PLAIN.fullmatch(role) else ""
    return str(element.tag) + "".join(f".{name}" for name in names) + shown
