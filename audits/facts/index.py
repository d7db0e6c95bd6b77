"""What elements of a document name each other by: ids, names and labels, gathered once a tree."""

from collections import defaultdict
from functools import cache
from typing import cast

from lxml.etree import XPath
from lxml.html import HtmlElement as Element


class Index:
    """The names in one tree.

    Attributes:
        ids: the first element of each id.
        anchors: every id, and every name that a link may lead to.
        labels: the labels for each id, in order.
    """

    def __init__(self, root: Element) -> None:
        self.root = root
        self.ids: dict[str, Element] = {}
        self.anchors: set[str] = set()
        self.labels: dict[str, list[Element]] = defaultdict(list)
        for element in having("id", root):
            self.ids.setdefault(element.get("id") or "", element)
        self.anchors.update(self.ids, (e.get("name") or "" for e in having("name", root)))
        for element in root.iter("label"):
            if (named := element.get("for")) is not None:
                self.labels[named].append(element)


def having(name: str, root: Element) -> list[Element]:
    """The element and all below it that have this attribute, empty or not, in order."""
    return cast("list[Element]", _having(name)(root))


@cache
def _having(name: str) -> XPath:
    return XPath(f"descendant-or-self::*[@{name}]")


_latest: Index | None = None


def index_of(element: Element) -> Index:
    """The index of the element's tree. That of the last tree is kept: nothing may move in it."""
    global _latest
    root = element.getroottree().getroot()
    index = _latest
    if index is None or index.root is not root:
        index = _latest = Index(root)
    return index
