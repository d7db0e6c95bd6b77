"""The controls that people fill in, and whether each says what it is for.

A name is what HTML-AAM 4.1 and the accessible name computation take for one: aria-labelledby,
aria-label, a label, a title, a placeholder.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement as Element

from audits.facts.document import Document
from audits.facts.index import index_of
from audits.facts.place import is_hidden
from audits.facts.tree import flat, text_of

_SELF_NAMED = frozenset({"hidden", "submit", "reset", "image"})
_ROLES = frozenset({
    "textbox", "searchbox", "combobox", "listbox", "spinbutton", "slider", "checkbox", "radio",
    "switch"
})  # fmt: skip
_BY_CONTENT = frozenset({"checkbox", "radio", "switch"})


@dataclass(frozen=True, slots=True)
class Control:
    """One control; `named` tells whether anything in the markup names it."""

    element: Element
    named: bool


def controls_of(document: Document) -> tuple[Control, ...]:
    """Every control that its markup does not hide, in no particular order."""
    known: dict[Element, bool] = {}
    found = [element for element in _found(document) if not is_hidden(element, known)]
    if not found:
        return ()
    told = (e for e in document.body.iter("label") if text_of(e) or len(e))
    labels = {key for e in told if (key := e.get("for"))}
    lists = _popups(document)
    found = [e for e in found if not _is_excused(e, lists)]
    ids = index_of(document.body).ids
    return tuple(Control(element, _named(element, labels, ids)) for element in found)


def _popups(document: Document) -> frozenset[str]:
    """Ids of what comboboxes control: their lists are named by them, as axe-core has it."""
    if not document.may_hold("combobox"):
        return frozenset()
    boxes = document.body.xpath(".//*[@aria-controls or @aria-owns]")
    return frozenset(
        key
        for box in boxes
        if (box.get("role") or "").strip().lower() == "combobox"
        for name in ("aria-controls", "aria-owns")
        for key in (box.get(name) or "").split()
    )


def _is_excused(element: Element, lists: frozenset[str]) -> bool:
    """A combobox's list; or what is marked as no control and, disabled, is none (ARIA 1.2, 7)."""
    role = (element.get("role") or "").strip().lower()
    if role in ("none", "presentation"):
        return element.get("disabled") is not None
    return role == "listbox" and element.get("id") in lists


def _found(document: Document) -> Iterator[Element]:
    for element in document.body.iter("input", "select", "textarea"):
        if element.tag != "input" or _type(element) not in _SELF_NAMED:
            yield element
    for element in document.with_role:
        if element.get("role") in _ROLES and element.tag not in ("input", "select", "textarea"):
            yield element


def _type(element: Element) -> str:
    return (element.get("type") or "text").strip().lower()


def _named(element: Element, labels: set[str], ids: Container[str]) -> bool:
    if any(flat(element.get(key) or "") for key in ("aria-label", "title", "placeholder")):
        return True
    if any(key in ids for key in (element.get("aria-labelledby") or "").split()):
        return True
    if element.tag == "input" and _type(element) == "button":
        return bool(flat(element.get("value") or ""))
    if element.tag not in ("input", "select", "textarea"):
        return element.get("role") in _BY_CONTENT and bool(text_of(element))
    return element.get("id") in labels or any(text_of(e) for e in element.iterancestors("label"))
