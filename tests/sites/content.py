"""Content as people write it: a fragment of HTML below a few lines of TOML."""

import tomllib
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from tests.sites.dates import today, with_dates

FENCE = "+++\n"


@dataclass(frozen=True, slots=True)
class Page:
    """One page before it is laid out.

    Attributes:
        path: where it is served, for example "/about".
        title: of the page, without the site's name.
        heading: of the page, where it is not the title.
        listed: whether sitemap and search know it.
        layout: the file of the layout that it is rendered with.
    """

    path: str
    title: str
    description: str
    updated: date
    body: str
    heading: str = ""
    listed: bool = True
    layout: str = "page.html"


@dataclass(frozen=True, slots=True)
class SiteText:
    """A site's own words, as its site.toml has them."""

    host: str
    name: str
    parent: str
    layout: str
    dap: str
    phone: str
    email: str
    address: str
    nav: dict[str, str]
    required: dict[str, str]
    feedback: str = "/feedback"
    robots: str = "User-agent: *\nDisallow:\n"
    frames: str = ""
    framed_by: str = ""


def read_page(path: Path, folder: Path) -> Page:
    """The page in a file, as of today; its place below `folder` is its path on the site."""
    text = with_dates(path.read_text("utf-8"), today())
    _, matter, body = text.split(FENCE, 2)
    name = path.relative_to(folder).with_suffix("").as_posix()
    return Page(path="/" if name == "home" else f"/{name}", body=body, **tomllib.loads(matter))


def read_site(folder: Path) -> SiteText:
    """The site's words in `folder`/site.toml; the folder's name is its host."""
    words: dict[str, Any] = tomllib.loads((folder / "site.toml").read_text("utf-8"))
    return SiteText(host=folder.name, **words)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def plain_text(html: str) -> str:
    """The words of a fragment of HTML, with single blanks."""
    parser = _Words()
    parser.feed(html)
    return " ".join(" ".join(parser.found).split())
