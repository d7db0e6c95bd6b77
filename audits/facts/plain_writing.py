"""The plain writing page of an agency (Pub. L. 111-274, sec. 4(a)(1)(E) and 5(b)): recognized by
its address, its title or its first heading; with the years of its reports, and a way to answer."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from audits.facts.document import Document
from audits.facts.links import Link
from audits.facts.tree import normal

_PATH = re.compile(
    r"/(?:[\w-]+-)?plain[-_]?(?:language|writing)(?:[-_]act|[-_]?at[-_]\w+)?/?(?:\.\w+)?$"
    r"|/open/plain|/lenguaje-?claro/?$", re.IGNORECASE)  # fmt: skip
_NAME = re.compile(
    r"^plain (?:language|writing)(?: act)?(?: of 2010)?(?: (?:at|in|and|page|program|information"
    r"|compliance|initiative|report)\b.*)?(?:\s[|:–—-].*)?$|\blenguaje (?:claro|sencillo)\b"
)
_LINK = re.compile(r"\bplain (?:language|writing)\b|\blenguaje (?:claro|sencillo)\b")
_REPORT = re.compile(
    r"\b(?:compliance|annual|progress|implementation|yearly) (?:\w+ ){0,3}reports?\b"
    r"|\breport cards?\b|\bplain (?:writing|language) (?:act )?(?:\w+ ){0,3}reports?\b"
    r"|\binformes?\b"
)
_YEAR = re.compile(r"\b20(?:1[0-9]|[2-9]\d)\b")
_READ = 50_000
_AROUND = 80


@dataclass(frozen=True, slots=True)
class PlainWriting:
    """A plain writing page; `report` is the newest year of a report, 0 where none was found."""

    report: int
    feedback: bool


def plain_writing_of(
    url: str, document: Document, links: Sequence[Link], feedback: str
) -> PlainWriting | None:
    """What a plain writing page has on it, or None where the page is not one."""
    names = [document.title, *(text for level, text in document.headings if level == 1)]
    if not is_its_path(url) and not any(_NAME.search(normal(name)) for name in names):
        return None
    text = normal(document.main_text)[:_READ]
    texts = [text, *(f"{link.text} {link.where}" for link in links if link.region in ("main", ""))]
    mail = any(link.raw.lower().startswith("mailto:") for link in links)
    return PlainWriting(_newest(texts), mail or feedback in ("widget", "tool", "link", "contact"))


def is_its_path(url: str) -> bool:
    return bool(_PATH.search(urlsplit(url).path))


def plain_writing_link(links: Sequence[Link]) -> str:
    """The address of the first link to such a page, or ""."""
    return next((link.href for link in links if link.href and _LINK.search(link.text)), "")


def _newest(texts: Iterable[str]) -> int:
    """The newest year that stands near the word for a report."""
    years = [0]
    for text in texts:
        for found in list(_REPORT.finditer(text))[:50]:
            near = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
            years += map(int, _YEAR.findall(near))
    return max(years)
