"""Buttons that open what is folded away: a phone's menu, a search box."""

import re

from lxml.html import HtmlElement as Element

from audits.facts.document import Document
from audits.facts.tree import classes, markup, name_of, normal

_MENU_NAME = re.compile(
    r"^(?:(?:open|close|show|toggle|main|site|primary|mobile|abrir|mostrar)\b.{0,12}\s)?"
    r"(?:menu|men[uú]|navigation|nav|navegaci[oó]n)\b|^☰$"
)
_MENU_CLASS = re.compile(
    r"(?:^|[-_])(?:menu|nav|navbar|hamburger)[-_]?(?:btn|button|toggle\w*|icon)?$"
)
_SEARCH_NAME = re.compile(r"\b(?:search|buscar|b[uú]squeda)\b")


def menu_buttons(document: Document) -> tuple[str, ...]:
    """The markup of what looks like a button that opens a menu, in the page's order."""
    return tuple(markup(e) for e in _buttons(document) if _opens_menu(e))


def opens_search(document: Document) -> bool:
    """Whether a button looks as if it opened a search box."""
    return any(_SEARCH_NAME.search(_named(e)) for e in _buttons(document) if _folds(e))


def _buttons(document: Document) -> list[Element]:
    found = list(document.body.iter("button", "summary"))
    return found + [e for e in document.body.iter("a", "div", "span") if e.get("role") == "button"]


def _opens_menu(element: Element) -> bool:
    if "usa-menu-btn" in classes(element):
        return True
    if not any(_MENU_CLASS.search(name) for name in classes(element)):
        return bool(_MENU_NAME.search(_named(element)))
    return _folds(element) or not _named(element)


def _folds(element: Element) -> bool:
    return any(element.get(key) is not None for key in ("aria-expanded", "aria-controls")) or any(
        key.startswith("data-") and key.endswith(("toggle", "target")) for key in element.attrib
    )


def _named(element: Element) -> str:
    return normal(name_of(element))
