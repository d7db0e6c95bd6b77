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


def is_hidden(element: Element, known: dict[Element, bool] | None = None) -> bool:
    """Whether its own markup, or that of what it stands in, keeps it from people who listen.

    Args:
        known: what was found of other elements of the document; added to.
    """
    known = {} if known is None else known
    passed: list[Element] = []
    hidden = False
    for one in (element, *element.iterancestors()):
        hidden = known[one] if one in known else _hides(one)
        if hidden or one in known:
            break
        passed.append(one)
    known.update(dict.fromkeys(passed, hidden))
    return hidden


def _hides(element: Element) -> bool:
    style = element.get("style")
    return (
        element.get("hidden") is not None
        or (element.get("aria-hidden") or "").strip().lower() == "true"
        or (style is not None and bool(_UNSEEN.search(style)))
    )


def _step(element: Element) -> str:
    names = [name for name in classes(element) if _PLAIN.fullmatch(name)]
    role = (element.get("role") or "").strip().lower()
    shown = f"[role={role}]" if _PLAIN.fullmatch(role) else ""
    return str(element.tag) + "".join(f".{name}" for name in names) + shown
