"""A document as a tree that visitors would meet, however broken its markup is."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from lxml import etree, html
from lxml.html import HtmlElement as Element

from audits.facts.index import index_of

# Not shown to anyone whose browser runs scripts, and so no part of the page.
_INERT = ("noscript", "template")
_WORDLESS = frozenset({"script", "style", "noscript", "template", "head", "title", "svg", "object"})
_METADATA = frozenset({"base", "link", "meta", "script", "style", "title", "bgsound", "basefont"})
_NAMED_BY_ALT = frozenset({"img", "input", "area", "title"})
_EMPTY = "<html><head></head><body></body></html>"
_LONGEST_KEPT = 300
_ORIGIN = re.compile(r"https?://[^/?#;\s]+(?=/)", re.IGNORECASE)
_HOST = re.compile(r"https?://[a-z\d.-]+")
_WHOLE = re.compile(rf"{_HOST.pattern}/[\w/.%~+-]*", re.ASCII)
# Without the dots that lead upward.
_ROOTED = re.compile(r"/(?!/)(?:[\w/%~+-]|(?<=\w)\.(?=\w))*", re.ASCII)
_UNREADABLE = bytes({*range(32)} - {*b"\t\n\r"})
_WORD = re.compile(r"\w+")
_BETWEEN_WORDS = bytes(one for one in range(128) if not _WORD.match(chr(one)))
_WORDS_ALONE = bytes.maketrans(_BETWEEN_WORDS, b" " * len(_BETWEEN_WORDS))
_READABLE = bytes.maketrans(_UNREADABLE, b" " * len(_UNREADABLE))


def parse(text: str) -> Element:
    """The root of the document, as `read` and `opened` make it. Never raises."""
    return opened(read(text))


def read(text: str) -> Element:
    """The root of the document as it is written; an empty document where there is nothing to
    read. Never raises."""
    root = _parsed(text) if text.strip() else None
    return html.document_fromstring(_EMPTY, parser=_PARSER) if root is None else root


def opened(root: Element) -> Element:
    """The same document as visitors meet it.

    Declarative shadow roots are opened, so that what stands in them is found like the rest;
    other templates and noscript are taken out. Never raises.
    """
    for element in list(root.iter(*_INERT)):
        if element.get("shadowrootmode") or element.get("shadowroot"):
            element.drop_tag()
        elif element.getparent() is not None:
            element.drop_tree()
    _empty_head(root)
    return root


def _parser() -> etree.HTMLParser:
    """A parser all of whose elements are of one class: lxml's own way asks Python for the class
    of each element, every time that it is met."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=Element))
    return parser


_PARSER = _parser()


def _empty_head(root: Element) -> None:
    """Moves content out of the head, where libxml2 leaves HTML5's elements in documents that
    leave out the body's tag; the parsing algorithm of HTML (13.2.6.4.4) opens the body there."""
    head, body = root.find("head"), root.find("body")
    if head is None or body is None:
        return
    first = next((i for i, child in enumerate(head) if child.tag not in _METADATA), len(head))
    body[:0] = head[first:]


def _parsed(text: str) -> Element | None:
    data = text.encode("utf-8", "replace").translate(_READABLE)
    try:
        root = html.document_fromstring(data, parser=_PARSER, ensure_head_body=True)
    except (etree.LxmlError, ValueError, AssertionError, TypeError):
        return None
    return root if isinstance(root.tag, str) else None


def normal(text: str) -> str:
    """Text as it is compared: NFKC, case folded, straight quotes, one space between words."""
    return " ".join(_folded(text).split())


def normal_of_flat(text: str) -> str:
    """The same of a text that has one space between words already, which is most of the work."""
    unchanged = text.isascii() or unicodedata.is_normalized("NFKC", text)
    return _folded(text) if unchanged and "\u00ad" not in text else normal(text)


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    composed = unicodedata.is_normalized("NFKC", text)
    folded = (text if composed else unicodedata.normalize("NFKC", text)).casefold()
    for curly, straight in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\u00ad", "")):
        folded = folded.replace(curly, straight)
    return folded


def flat(text: str) -> str:
    """Text with one space between words."""
    return " ".join(text.split())


def words_in(text: str) -> list[str]:
    """The words of a text as `\\w+` finds them, in order, with all else read as space first: most
    words are ASCII, and so are most marks between them."""
    found = text.encode("utf-8", "replace").translate(_WORDS_ALONE).decode().split()
    if text.isascii():
        return found
    return [word for part in found for word in ((part,) if part.isascii() else _WORD.findall(part))]


def texts(element: Element, leaving_out: frozenset[Element] = frozenset()) -> Iterator[str]:
    """Every piece of text that is shown below an element, in the order of the document."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            if node is not element and node.tail:
                yield node.tail
        elif node.tag in _WORDLESS or node in leaving_out:
            walk.skip_subtree()
        elif node.text:
            yield node.text


def text_of(element: Element, leaving_out: frozenset[Element] = frozenset()) -> str:
    if leaving_out or element.tag in _WORDLESS:
        return flat(" ".join(texts(element, leaving_out)))
    if not len(element):
        return flat(element.text or "")
    return flat(" ".join(pieces(element)))


def pieces(element: Element) -> Iterator[str]:
    """The texts of an element that is none of those without words."""
    # Most elements hold nothing but words, and lxml gathers those far faster.
    has_words_only = next(element.iter(*_WORDLESS), None) is None
    return element.itertext() if has_words_only else texts(element)


def classes(element: Element) -> list[str]:
    written = element.get("class")
    return written.lower().split() if written else []


def name_of(element: Element) -> str:
    """The accessible name, near enough: aria-labelledby, aria-label, text and alts, title."""
    labels = [
        text_of(label)
        for key in (element.get("aria-labelledby") or "").split()
        if (label := by_id(element, key)) is not None
    ]
    if any(labels):
        return flat(" ".join(labels))
    label, title = element.get("aria-label"), element.get("title")
    named = (label and flat(label)) or _content_name(element)
    return named or (flat(title) if title else "")


def _content_name(element: Element) -> str:
    if not len(element) and element.tag not in _NAMED_BY_ALT:
        return "" if element.tag in _WORDLESS else flat(element.text or "")
    parts = [text_of(element)]
    parts += [image.get("alt") or "" for image in element.iter("img", "input", "area")]
    parts += [title.text or "" for title in element.iter("title")]
    return flat(" ".join(parts))


def by_id(element: Element, key: str) -> Element | None:
    return index_of(element).ids.get(key)


def absolute(href: str, base: str) -> str:
    """The absolute URL of a link, without its fragment; "" where there is no such URL."""
    cleaned = "".join(href.split())
    if not cleaned or cleaned.startswith("#"):
        return ""
    if len(cleaned) > _LONGEST_KEPT:
        return _joined(cleaned, base)
    # Of the base such links need its origin alone, so that one answer does for a whole site.
    whole = cleaned.startswith(("http://", "https://"))
    whole = whole or (cleaned[:1] == "/" and cleaned[:2] != "//")
    return _kept(cleaned, _origin(base) if whole else base)


@lru_cache(maxsize=16_384)
def _kept(cleaned: str, base: str) -> str:
    return _joined(cleaned, base)


@lru_cache(maxsize=16)
def _origin(base: str) -> str:
    """Scheme and host of a URL, as it is written; itself where it has none."""
    found = _ORIGIN.match(base)
    return found[0] if found else base


def _joined(cleaned: str, base: str) -> str:
    # What most links are, at a tenth of the time that splitting and joining takes.
    if _WHOLE.fullmatch(cleaned):
        return cleaned
    if _ROOTED.fullmatch(cleaned) and _HOST.fullmatch(base):
        return base + cleaned
    try:
        joined = urljoin(base, cleaned)
        parts = urlsplit(joined)
        parts.port  # noqa: B018  (a bad port raises here, and nowhere later)
    except ValueError:
        return ""
    # A base such as "A:" makes nothing absolute.
    return joined.partition("#")[0] if parts.scheme else ""


def markup(element: Element, longest: int = 300) -> str:
    """The element's opening tag and the beginning of what follows, for evidence."""
    shell = _shell(element)
    return shell if len(shell) <= longest else shell[: longest - 1] + "…"


def _shell(element: Element) -> str:
    attributes = "".join(f' {key}="{value}"' for key, value in element.items())
    inner = text_of(element)[:200]
    return f"<{element.tag}{attributes}>{inner}"
