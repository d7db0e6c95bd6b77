"""A written report read back: strictly, for what a browser would forgive."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

VOID = {"meta", "link", "img", "br", "hr", "input"}
SHAPES = {"path", "circle", "rect", "use"}


@dataclass
class Document:
    """What stands in one file; `faults` are tags that do not nest."""

    path: Path
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attributes: set[str] = field(default_factory=set)
    meta: dict[str, str] = field(default_factory=dict)
    title: str = ""
    lang: str = ""
    text: str = ""
    faults: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, document: Document) -> None:
        super().__init__(convert_charrefs=True)
        self.document = document
        self.stack: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._note(tag, values)
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in SHAPES:
            self.document.faults.append(f"<{tag}/>")
        self._note(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack.pop() != tag:
            self.document.faults.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1] == "title":
            self.document.title += data
        self.document.text += data

    def _note(self, tag: str, values: dict[str, str]) -> None:
        document = self.document
        document.tags.append(tag)
        document.attributes |= set(values)
        if "id" in values:
            document.ids.append(values["id"])
        if tag in ("a", "use"):
            document.links.append(values.get("href", ""))
        if tag in ("img", "link"):
            document.loads.append(values.get("src", "") + values.get("href", ""))
        if tag == "meta":
            name = values.get("name", "") or values.get("http-equiv", "")
            document.meta[name.lower()] = values.get("content", "")
        if tag == "html":
            document.lang = values.get("lang", "")


def read(path: Path) -> Document:
    """One file of a report."""
    document = Document(path)
    reader = _Reader(document)
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    document.faults += reader.stack
    return document


def read_all(folder: Path) -> list[Document]:
    """Every page of a report, in order of path."""
    return [read(path) for path in sorted(folder.rglob("*.html"))]


def broken_links(documents: list[Document]) -> list[str]:
    """Links inside the report that lead to no file, or to no id in it."""
    ids = {document.path.resolve(): set(document.ids) for document in documents}
    return [
        f"{document.path.name}: {link}"
        for document in documents
        for link in (*document.links, *document.loads)
        if not link.startswith(("http://", "https://", "mailto:"))
        and not _leads(document, link, ids)
    ]


def _leads(document: Document, link: str, ids: dict[Path, set[str]]) -> bool:
    file, _, fragment = link.partition("#")
    path = (document.path.parent / unquote(file)).resolve() if file else document.path.resolve()
    return path.is_file() and (not fragment or fragment in ids.get(path, set()))
