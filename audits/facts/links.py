"""The links of a page: what they are called, where they lead, and where they stand."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from lxml.html import HtmlElement as Element

from audits.facts.document import Document
from audits.facts.tree import absolute, classes, markup, name_of, normal_of_flat

_WEB = re.compile(r"https?:(?://([^/?#]*))?([^?#]*)")
_FILES = frozenset({"pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "rtf", "odt", "xfdf"})


@dataclass(frozen=True, slots=True)
class Link:
    """One link.

    Attributes:
        text: its accessible name, as it is compared.
        href: absolute, or "" where it leads nowhere by itself (a script, a fragment).
        raw: the href as it was written.
        region: "header", "footer", "identifier", "nav", "main" or "".
        where: host and path it leads to, unquoted and lower case, or "" where no web address.
        file: the extension of the office file or PDF that it leads to, or "".
    """

    text: str
    href: str
    raw: str
    region: str
    element: Element
    where: str = ""
    file: str = ""

    @property
    def markup(self) -> str:
        return markup(self.element)

    @property
    def in_footer(self) -> bool:
        return self.region in ("footer", "identifier")


def links_of(document: Document) -> tuple[Link, ...]:
    """Every link of the document, in its order."""
    regions = _Regions(document)
    found = (e for e in document.body.iter("a", "area") if e.get("href") is not None)
    return tuple(_link(element, document.base, regions) for element in found)


def _link(element: Element, base: str, regions: "_Regions") -> Link:
    raw = (element.get("href") or "").strip()
    href = absolute(raw, base)
    where = _where(href)
    return Link(
        text=normal_of_flat(name_of(element)),
        href=href,
        raw=raw,
        region=regions.of(element),
        element=element,
        where=where,
        file=_file(where),
    )


def _where(url: str) -> str:
    """Of an absolute URL; `urlsplit` takes ten times as long."""
    found = _WEB.match(url)
    return f"//{found[1] or ''}{unquote(found[2])}".lower() if found else ""


def _file(where: str) -> str:
    ending = where.rpartition("/")[2].rpartition(".")[2]
    return ending if ending in _FILES else ""


class _Regions:
    """In which part of the page an element stands; the innermost part that counts."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._named: dict[Element, str] = {}
        for element in document.navs:
            self._named[element] = "nav"
        if document.main is not None:
            self._named[document.main] = "main"
        for element in document.headers:
            self._named[element] = "header"
        for element in document.footers:
            kind = "identifier" if "usa-identifier" in classes(element) else "footer"
            self._named[element] = kind

    def of(self, element: Element) -> str:
        part = element
        for parent in element.iterancestors():
            region = self._named.get(parent, "")
            if region and region != "nav":
                return region
            part = parent if region else part
        # A menu that began further up is none of the foot of a short page.
        if not self._document.footers and part in self._document.tail:
            return "footer"
        return "" if part is element else "nav"
