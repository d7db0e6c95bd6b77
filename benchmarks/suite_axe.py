"""axe-core's own integration tests: pages with the elements that each rule must name."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.suite_pages import Case, Suite

# Folders of whole pages whose name is not their rule's.
_RULE_OF = {"xml-lang-mismatch": "html-xml-lang-mismatch"}
_FAIL = re.compile(r"fail|violation", re.I)
_PASS = re.compile(r"pass|inapplicable", re.I)
# Of whole pages, those where one rule runs in one page, and the file's name says what it says.
_WHOLE = (
    "aria-hidden-body", "bypass", "document-title", "html-has-lang", "landmark-banner-is-top-level",
    "landmark-complementary-is-top-level", "landmark-contentinfo-is-top-level",
    "landmark-main-is-top-level", "landmark-no-duplicate-banner",
    "landmark-no-duplicate-contentinfo", "landmark-no-duplicate-main", "landmark-one-main",
    "meta-refresh", "page-has-heading-one", "region", "skip-link", "xml-lang-mismatch",
)  # fmt: skip
# A picture of another host is not reached; without one, its alternative has another size.
_REMOTE = re.compile(r'(<img\b[^<>]*?\bsrc=")https?://[^"]+')
_PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP8AACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="
Target = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What axe's own test expects of one page.

    Attributes:
        violations, incomplete: elements by their selectors; None where only the case's outcome
            is said.
    """

    rule: str
    violations: frozenset[Target] | None
    incomplete: frozenset[Target] | None


def load(folder: Path, every: int = 1) -> tuple[Suite, dict[str, Wanted]]:
    """The suite from a copy of the repository dequelabs/axe-core, and by path what is wanted."""
    tests = folder / "test" / "integration"
    cases: list[Case] = []
    pages: dict[str, tuple[str, str]] = {}
    wanted: dict[str, Wanted] = {}
    for file in sorted((tests / "rules").glob("*/*.json")):
        told = json.loads(file.read_text("utf-8"))
        rule, path = told["rule"], f"/axe/{file.parent.name}/{file.stem}.html"
        pages[path] = ("text/html", _page(file.with_suffix(".html").read_text("utf-8"), rule))
        wanted[path] = Wanted(rule, _targets(told, "violations"), _targets(told, "incomplete"))
        expected = "failed" if wanted[path].violations else "passed"
        cases.append(Case("axe", rule, file.stem, path, expected))
    for name in _WHOLE:
        for file in sorted((tests / "full" / name).glob("*.html")):
            if not (expected := _by_name(file.stem)):
                continue
            rule = _RULE_OF.get(name, name)
            path = f"/integration/full/{name}/{file.name}"
            wanted[path] = Wanted(rule, None, None)
            cases.append(Case("axe", rule, file.stem, path, expected))
    mounts = (("/integration/", str(tests)), ("/test/", str(folder / "test")))
    return Suite(tuple(cases[::every]), pages, mounts), wanted


def _by_name(stem: str) -> str:
    if _FAIL.search(stem):
        return "failed"
    return "passed" if _PASS.search(stem) else ""


def _targets(told: dict[str, Any], kind: str) -> frozenset[Target]:
    """Selectors from the outermost frame or shadow host inwards, as `AxeNode` has them."""
    return frozenset(tuple(_flat(target)) for target in told.get(kind, ()))


def _flat(target: list[Any]) -> list[str]:
    return [one for part in target for one in (_flat(part) if isinstance(part, list) else [part])]


def _page(fragment: str, rule: str) -> str:
    """The fragment in a page of its own; axe's runner puts it into such an element too."""
    fragment = _REMOTE.sub(rf"\g<1>{_PIXEL}", fragment)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<title>Test of {rule}</title>\n</head>\n<body>\n<div id="fixture">\n{fragment}\n</div>\n'
        "</body>\n</html>\n"
    )
