"""What a page is built of: the key of its template, its parts, and whether scripts write it.

Each is a function of one page's DOM alone, so that the order of a walk never matters.
"""

import hashlib
import re
import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from lxml import etree, html

# Boxes deeper than this add nothing to a template's key; main content varies from page to page.
DEEPEST = 5
DEEPEST_IN_MAIN = 1
BOXES = frozenset(
    ("html", "body", "header", "nav", "main", "article", "section", "aside", "footer", "div",
     "form", "fieldset", "table", "figure", "iframe", "video", "audio", "details", "dialog")
)  # fmt: skip
# Classes of html and body that Drupal and WordPress write for a kind of page; most others name
# the very page, or its language or browser.
OF_TEMPLATE = re.compile(r"template|layout|type")
NO_KEY = "0" * 16
UNWRITTEN = "~"
# "Loading, please wait. This site needs JavaScript." is no content.
LEAST_TEXT = 80
UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "link", "meta", "title"))
AROUND = frozenset(("header", "footer", "nav", "banner", "contentinfo", "navigation"))
# The U.S. Web Design System's first and last part, which are landmarks of their own.
USWDS_AROUND = ("usa-banner", "usa-identifier")
CONTENT = frozenset(("form", "img", "iframe", "object", "video", "table", "frameset"))
MOST_PARTS = 192
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TELLING = frozenset((*HEADINGS, "a", "img", "iframe", "video", "audio", "source", "embed"))
LONG_WORD = re.compile(r"\S{20}")
AFTER_PATH = re.compile(r"[?#].*", re.DOTALL)
# The pages of a site are built of the same kinds of elements.
KINDS_REMEMBERED = 4_096
LONGEST_REMEMBERED = 500


def structure_key(root: html.HtmlElement | None) -> str:
    """The key of a page's template: 16 hex digits, after `UNWRITTEN` where scripts are to write it.

    It hashes the set of paths of boxes near the root, with their stable class names, so that
    pages made from one template agree however long their text is. What libxml2 moves from a
    broken head into the body is no box.
    """
    if root is None:
        return NO_KEY
    paths: set[str] = set()
    _collect(root, "", 0, DEEPEST, paths)
    key = hashlib.sha256("\n".join(sorted(paths)).encode("utf-8", "replace")).hexdigest()[:16]
    return UNWRITTEN + key if _is_unwritten(root) else key


def parts_of(root: html.HtmlElement | None) -> bytes:
    """The parts that a page is built of, for `numbers`; faults come with parts.

    They are its kinds of elements (by tag, stable classes, role and type), the hosts and files
    that it points to, how its headings follow each other, and links and headings too long for a
    phone: the 192 with the smallest hashes where there are more.
    """
    kinds: set[tuple[str, str, str, str]] = set()
    told: set[str] = set()
    heading = ""
    for element in root.iter(etree.Element) if root is not None else ():
        tag = element.tag
        if tag in UNSEEN:
            continue
        kinds.add((tag, element.get("class", ""), element.get("role", ""), element.get("type", "")))
        if tag in TELLING:
            told.update(_told(element, heading))
            heading = tag if tag in HEADINGS else heading
    found = {_hash(one) for one in told} | {_part_of(kind) for kind in kinds}
    kept = sorted(found)[:MOST_PARTS]
    return struct.pack(f"<{len(kept)}I", *kept)


def _told(element: html.HtmlElement, heading: str) -> Iterator[str]:
    """What a heading, a link or an embedded file says of the page beside its kind."""
    where = element.get("src") or element.get("href") or ""
    if where.startswith(("http:", "https:", "//")):
        yield f"{element.tag} to {where.split('/', 3)[2]}" if where.count("/") > 1 else ""
    if element.tag in HEADINGS:
        yield f"{heading}>{element.tag}"
    elif element.tag != "a":
        yield f"{element.tag} of a {AFTER_PATH.sub('', where)[-5:]}"
    if LONG_WORD.search(element.text or ""):
        yield f"{element.tag} with a long word"


def numbers(parts: bytes) -> tuple[int, ...]:
    """Parts as one number each; pages that share a number share that part."""
    return struct.unpack(f"<{len(parts) // 4}I", parts)


def address_shape(url: str) -> str:
    """What an address has in common with those of pages like it, such as "/news/*/*"."""
    first, *rest = urlsplit(url).path.strip("/").split("/")
    return "/".join(["", first if rest else "*" if first else "", *("*" for _ in rest)])


def _collect(
    element: html.HtmlElement, above: str, depth: int, deepest: int, into: set[str]
) -> None:
    path = f"{above}/{_step(str(element.tag), element.get('class') or '')}"
    into.add(path)
    if element.tag == "main" or element.get("role") == "main":
        deepest = min(deepest, depth + DEEPEST_IN_MAIN)
    if depth < deepest:
        for child in element:
            if isinstance(child.tag, str) and (child.tag in BOXES or "-" in child.tag):
                _collect(child, path, depth + 1, deepest, into)


def _part_of(kind: tuple[str, str, str, str]) -> int:
    sane = sum(map(len, kind[1:])) <= LONGEST_REMEMBERED
    return (_part if sane else _part.__wrapped__)(*kind)


@lru_cache(maxsize=KINDS_REMEMBERED)
def _part(tag: str, classes: str, role: str, type_: str) -> int:
    return _hash("|".join((_step(tag, classes), role, type_)))


def _hash(kind: str) -> int:
    return zlib.crc32(kind.encode("utf-8", "replace"))


def _step(tag: str, classes: str) -> str:
    names = {name for name in classes.split() if not re.search(r"\d", name)}
    if tag in ("html", "body"):
        names = {name for name in names if OF_TEMPLATE.search(name)}
    return ".".join([tag, *sorted(names)])


def _is_unwritten(root: html.HtmlElement) -> bool:
    """Whether there is a script, and between header and footer next to nothing to see."""
    if next(root.iter("script"), None) is None:
        return False
    text = 0
    for tag, said in between(root):
        text += len(" ".join(said.split()))
        if text >= LEAST_TEXT or tag in CONTENT:
            return False
    return True


def between(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """What stands in the body outside its landmarks, and shows without scripts: each element's tag
    ("" for one that does not count) and the text in it or behind it, in any order."""
    waiting = list(root.iterchildren("body"))
    while waiting:
        element = waiting.pop()
        tail = (element.tail or "") if element.tag != "body" else ""
        if _is_around(element):
            yield "", tail
        else:
            yield element.tag, f"{element.text or ''} {tail}"
            waiting += element


def _is_around(element: html.HtmlElement) -> bool:
    """Whether it is unseen, or stands on every page of a site."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN | AROUND:
        return True
    return element.get("role") in AROUND or (element.get("class") or "").startswith(USWDS_AROUND)
