"""What elements of a document name each other by: ids, names and labels, gathered once a tree."""

from collections import defaultdict

from lxml.html import HtmlElement as Element

from audits.facts.latest import of_latest


class Index:
    """The names in one tree.

    Attributes:
        ids: the first element of each id.
        anchors: every id, and every name that a link may lead to.
        labels: the labels for each id, in order.
    """

    def __init__(self, root: Element) -> None:
        self.ids: dict[str, Element] = {}
        self.anchors: set[str] = set()
        self.labels: dict[str, list[Element]] = defaultdict(list)
        for element in root.iter():
            key, name = element.get("id"), element.get("name")
            if key is not None:
                self.ids.setdefault(key, element)
                self.anchors.add(key)
            if name is not None:
                self.anchors.add(name)
            if element.tag == "label" and (named := element.get("for")) is not None:
                self.labels[named].append(element)


_of_latest = of_latest(Index)


def index_of(element: Element) -> Index:
    """The index of the element's tree. Those of the last few are kept: nothing may move in them."""
    return _of_latest(element.getroottree().getroot())
