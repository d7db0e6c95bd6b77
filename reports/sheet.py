"""One file of the report: where it stands, what it is called, and how to get back up."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment

from ideaaudit.models import Run

Crumbs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the report.

    Attributes:
        path: from the report's root, with slashes.
        title, description: for the head of the document; different on every page.
        here: the page's own name in its breadcrumbs.
        crumbs: (name, path) of the pages above it, from the overview down.
    """

    path: str
    title: str
    description: str
    here: str = ""
    crumbs: Crumbs = ()

    @property
    def root(self) -> str:
        """The way from this page to the report's root."""
        return "../" * self.path.count("/")


@dataclass(frozen=True, slots=True)
class Press:
    """Writes sheets into a folder."""

    folder: Path
    world: Environment
    run: Run

    def write(self, sheet: Sheet, template: str, **values: Any) -> None:
        """Render one page to its file. Raises OSError where it cannot be written."""
        path = self.folder / sheet.path
        path.parent.mkdir(parents=True, exist_ok=True)
        page = self.world.get_template(template)
        html = page.render(sheet=sheet, root=sheet.root, run=self.run, **values)
        path.write_text(html, encoding="utf-8", errors="replace")
