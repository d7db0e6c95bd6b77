"""What a page says, as one key, and which URL it names as its own."""

import hashlib
import re
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from ideaaudit.structure import between
from ideaaudit.web import identity, parse_html

# Before the key of a page that says little: scripts may write the rest, so that two pages with
# the same key need not be the same.
THIN = "~"
# Words outside header, navigation, footer and the banner of the government.
LEAST_WORDS = 50
MOST_TEXT = 2_000_000
TEXTS = etree.XPath(
    ".//text()[not(parent::script or parent::style or parent::noscript or parent::template)]",
    smart_strings=False,
)
PICTURES = etree.XPath(".//img/@src", smart_strings=False)
CANONICAL_HEADER = re.compile(r'<([^<>]{1,2000})>\s*;[^,]*\brel\s*=\s*"?canonical\b', re.IGNORECASE)
# A page that only sends visitors on is short, and says hardly more than "moved" and where to.
LONGEST_MOVE = 5_000
MOST_WORDS_OF_A_MOVE = 30
MOVE = re.compile(
    r"""(?:^|[;{}\s>])(?:window\.|document\.|top\.|self\.)*location(?:\.href)?\s*"""
    r"""(?:=\s*|\.(?:replace|assign)\(\s*)(["'])([^"'<>\s]{1,2000})\1\s*\)?\s*(?:;|\}|<|$)""",
    re.MULTILINE,
)
CONDITION = re.compile(r"\bif\s*\(|\bfunction\b|=>|\?[^\"'=&]*:|addEventListener|\bon\w+\s*=")


def content_key(root: HtmlElement | None) -> str:
    """The key of what a visitor gets: title, text and pictures, whatever the markup around them.

    24 hex digits, after `THIN` where there is little; "" where there is nothing.
    """
    if root is None:
        return ""
    words = " ".join(_found(TEXTS, root))[:MOST_TEXT].split()
    pictures = sorted(set(_found(PICTURES, root)))
    if not words and not pictures:
        return ""
    said = "\n".join((" ".join(words), *pictures))
    key = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:24]
    return THIN + key if _says_little(root) else key


def _found(what: etree.XPath, root: HtmlElement) -> list[str]:
    return cast(list[str], what(root))


def _says_little(root: HtmlElement) -> bool:
    words = 0
    for _, said in between(root):
        words += len(said.split())
        if words >= LEAST_WORDS:
            return False
    return True


def canonical_of(root: HtmlElement | None, link_header: str, base: str) -> str:
    """The identity of the URL that a page names as its own (RFC 6596), by element or by header
    (RFC 8288), or "" where it names none that can be."""
    links = root.iter("link") if root is not None else ()
    named = next((e.get("href") for e in links if "canonical" in _rel(e) and e.get("href")), "")
    if not named and (found := CANONICAL_HEADER.search(link_header)):
        named = found[1]
    try:
        return identity(named, base) if named else ""
    except ValueError:
        return ""


def script_move(text: str) -> str:
    """Where the one script of a page that is nothing else sends every visitor, as written, or "".

    A script that asks anything first is left to the browser.
    """
    if len(text) > LONGEST_MOVE or "location" not in text:
        return ""
    root = parse_html(text)
    scripts = list(root.iter("script")) if root is not None else []
    moves = [found for s in scripts if (found := MOVE.search(s.text or ""))]
    if root is None or len(moves) != 1 or CONDITION.search("".join(s.text or "" for s in scripts)):
        return ""
    short = len(" ".join(_found(TEXTS, root)).split()) <= MOST_WORDS_OF_A_MOVE
    return moves[0][2] if short else ""


def _rel(element: HtmlElement) -> list[str]:
    return (element.get("rel") or "").lower().split()
