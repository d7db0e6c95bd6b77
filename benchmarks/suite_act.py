"""The test cases of the ACT rules (W3C): Markdown in, pages with expected outcomes out."""

import html
import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.suite_pages import Case, Suite
from crawler.browser.words import KEYBOARD, LAYOUTS, PASSWORDS, PHONE, STRAINS
from ideaaudit.wcag import ADDED, WCAG20

# What beside markup and axe can see a failure of a criterion.
SENSES = {
    "1.3.4": {STRAINS}, "1.4.4": {STRAINS}, "1.4.12": {STRAINS}, "1.4.10": {LAYOUTS, PHONE},
    "2.1.1": {KEYBOARD}, "2.1.2": {KEYBOARD}, "2.4.1": {KEYBOARD}, "2.4.3": {KEYBOARD},
    "2.4.7": {KEYBOARD}, "3.3.8": {PASSWORDS},
}  # fmt: skip
# Cases that their rule passes, or does not apply to, and that fail the same criterion by another
# rule; by hand, after a look at each.
EXPLAINED = {
    ("4b1c6c", "Inapplicable Example 6"): "frames without a name: cae760",
    ("4b1c6c", "Inapplicable Example 8"): "frames without a name: cae760",
    ("4b1c6c", "Passed Example 10"): "the outer frame has no name: cae760",
    ("4e8ab6", "Inapplicable Example 2"): "a checkbox without a name: e086e5",
    ("5c01ea", "Passed Example 6"): "a combobox without a name: e086e5",
    ("5c01ea", "Passed Example 7"): "a combobox without a name: e086e5",
    ("5c01ea", "Passed Example 8"): "a combobox without a name: e086e5",
    ("674b10", "Inapplicable Example 4"): "a field without a name: e086e5",
    ("6a7281", "Passed Example 6"): "a list that owns no list item: bc4a75",
    ("6a7281", "Passed Example 7"): "a gridcell outside of a row: ff89c9",
    ("6cfa84", "Inapplicable Example 3"): "aria-hidden has a value that is none: 6a7281",
    # The frame is behind a modal dialog and so cannot be reached anyway; axe does not know that.
    ("akn7bn", "Inapplicable Example 6"): "axe's rule frame-focusable-content is wrong",
    ("c487ae", "Inapplicable Example 4"): "a hidden link that takes the focus: 6cfa84",
    ("e086e5", "Passed Example 6"): "a combobox without aria-expanded: 4e8ab6",
    ("e086e5", "Passed Example 7"): "a checkbox without aria-checked: 4e8ab6",
    ("in6db8", "Inapplicable Example 2"): "aria-controls names an element that is not there",
    ("ucwvc8", "Inapplicable Example 2"): "the page names no language: b5c3f8",
    ("ucwvc8", "Inapplicable Example 3"): "the page names no language: b5c3f8",
    ("ucwvc8", "Inapplicable Example 5"): "the page's language is none: bf051a",
    ("ucwvc8", "Inapplicable Example 6"): "the page's language is none: bf051a",
}
# Pictures are no pages: the project does not judge them.
_KINDS = {"html": "text/html", "xhtml": "application/xhtml+xml"}
_KNOWN = {one.id for one in (*WCAG20, *ADDED)}
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.S)
_FIELD = re.compile(r"^(\w+): *(.*)$", re.M)
_ASKED = re.compile(r"^  wcag2[0-2]:([\d.]+):.*\n((?:    .*\n?)*)", re.M)
_EXAMPLE = re.compile(
    r"^#### ((Passed|Failed|Inapplicable) Example \d+)\s*$(.*?)(?=^#{2,4} |\Z)", re.M | re.S
)
_CODE = re.compile(r"^ *```(\w+)[^\n]*\n(.*?)^ *```", re.M | re.S)


@dataclass(frozen=True, slots=True)
class ActRule:
    """One rule's front matter.

    Attributes:
        criteria: the criteria of levels A and AA that a failure fails; where there are none,
            those that the rule names as secondary.
        secondary: whether they are secondary: stricter than the criterion.
        deprecated: whether W3C has withdrawn it.
    """

    id: str
    name: str
    criteria: tuple[str, ...]
    secondary: bool
    deprecated: bool


def load(folder: Path, every: int = 1) -> tuple[Suite, dict[str, ActRule]]:
    """The suite from a copy of the repository act-rules/act-rules.github.io, and its rules by id.

    Args:
        every: only each so-manieth case.
    """
    cases: list[Case] = []
    pages: dict[str, tuple[str, str]] = {}
    rules: dict[str, ActRule] = {}
    for file in sorted((folder / "_rules").glob("*.md")):
        text = file.read_text("utf-8")
        rule = _rule(text)
        rules[rule.id] = rule
        if rule.deprecated or not rule.criteria:
            continue
        senses = frozenset().union(*(SENSES.get(key, set()) for key in rule.criteria))
        for number, (name, expected, kind, code) in enumerate(_examples(text), 1):
            path = f"/act/{rule.id}/{number}.{'html' if kind == 'text/html' else 'xhtml'}"
            pages[path] = (kind, _page(code, kind, f"{name} for rule {rule.id}"))
            cases.append(Case("act", rule.id, name, path, expected, rule.criteria, senses))
    mounts = (("/test-assets/", str(folder / "test-assets")),)
    return Suite(tuple(cases[::every]), pages, mounts), rules


def _rule(text: str) -> ActRule:
    front = _FRONT.match(text)
    matter = front.group(1) + "\n" if front else ""
    fields = dict(_FIELD.findall(matter))
    asked = [(key, body) for key, body in _ASKED.findall(matter) if key in _KNOWN]
    first = [key for key, body in asked if "forConformance: true" in body]
    criteria = first or [key for key, _ in asked]
    return ActRule(
        id=fields["id"].strip(),
        name=re.sub(r"[`*]", "", fields["name"]).strip("\"' "),
        criteria=tuple(dict.fromkeys(criteria)),
        secondary=not first,
        deprecated="deprecated" in fields,
    )


def _examples(text: str) -> list[tuple[str, str, str, str]]:
    """(name, expected outcome, media type, code) of each example of a kind that is served."""
    found = []
    for name, expected, body in _EXAMPLE.findall(text):
        code = _CODE.search(body)
        if code and code.group(1) in _KINDS:
            found.append((name, expected.lower(), _KINDS[code.group(1)], code.group(2)))
    return found


def _page(code: str, kind: str, title: str) -> str:
    """The whole page of an example: a snippet is put into a body, as the rules' own site does."""
    if kind != "text/html" or re.search(r"<(?:!doctype|html|head|body)\b", code, re.I):
        return code
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{html.escape(title)}</title>\n</head>\n<body>\n{code}</body>\n</html>\n"
    )
