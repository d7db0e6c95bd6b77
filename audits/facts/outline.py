"""A page's headings as an outline."""

import re
from dataclasses import dataclass
from itertools import pairwise

from audits.facts.document import Document
from audits.facts.tree import name_of

_LEVEL = re.compile(r"[1-9]")
_NAMES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Outline:
    """What the headings show; empty ones and those that are hidden from everyone are left out.

    Attributes:
        main: whether there is a main part, by element or role.
        firsts: headings of the first level on the page.
        skips: (level, level of the next) of headings of the main part that go down by two or
            more; of the whole page where there is no main part.
    """

    main: bool
    firsts: int
    skips: tuple[tuple[int, int], ...]


def outline_of(document: Document) -> Outline:
    """The outline of a page, by h1 to h6 and by role."""
    part = document.main if document.main is not None else document.body
    inside: list[int] = []
    firsts = 0
    may = {*document.roles, *document.body.iter(*_NAMES)}
    for element in (one for one in document.elements if one in may):
        tag, role = str(element.tag), document.roles.get(element)
        level = _level(tag, role, element.get("aria-level"))
        if not level or element.get("hidden") is not None or not name_of(element):
            continue
        firsts += level == 1
        if part is document.body or part in element.iterancestors():
            inside.append(level)
    skips = [(a, b) for a, b in pairwise(inside) if b > a + 1]
    return Outline(document.main is not None, firsts, tuple(dict.fromkeys(skips)))


def _level(tag: str, role: str | None, level: str | None) -> int:
    """The level of a heading, 0 for another element; a role overrides the element's own."""
    given = _LEVEL.fullmatch(level.strip()) if level else None
    if (role or "").strip().lower() == "heading":
        return int(given[0]) if given else int(tag[1]) if tag in _NAMES else 2
    if tag not in _NAMES or role:
        return 0
    return int(given[0]) if given else int(tag[1])
