"""A real browser for looking at the report, and axe-core to judge it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Browser, Page, sync_playwright

DEBIAN = Path("/usr/lib/chromium/chromium-headless-shell")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless shell: the one that is named, else Debian's, else Playwright's own."""
    named = os.environ.get("IDEAAUDIT_BROWSER") or (str(DEBIAN) if DEBIAN.exists() else None)
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        shell = playwright.chromium.launch(executable_path=named, args=arguments)
        yield shell
        shell.close()


def violations(page: Page) -> list[str]:
    """What axe finds wrong with a page: rule, place, and what it says."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run({runOnly: tags, resultTypes: ['violations']})", TAGS)
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"][:3]
    ]
