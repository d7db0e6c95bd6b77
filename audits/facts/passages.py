"""Passages of a page and the languages that they are marked with, or seem to be written in."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement as Element

from audits.facts.document import Document
from audits.facts.language import is_known, language_of, primary, same_language
from audits.facts.place import is_hidden
from audits.facts.tree import flat, pieces, texts

_LEAST = 100
_MOST_BLOCKS = 40
_MOST_TRIED = 400
_LONGEST = 600
_MOST_BELOW = 2_000
# Here lang often means a programming language.
_CODE = frozenset({"code", "pre", "kbd", "samp", "script", "style"})


@dataclass(frozen=True, slots=True)
class Passages:
    """What is marked and what is not.

    Attributes:
        marked: elements below the root with a lang of their own.
        invalid: those of them whose lang names no language though they hold text.
        unmarked: (element, language) of text that is surely in another language than it says.
    """

    marked: tuple[Element, ...]
    invalid: tuple[Element, ...]
    unmarked: tuple[tuple[Element, str], ...]


def passages_of(document: Document, written: str) -> Passages:
    """The passages of a document, at most 40 of them compared.

    Args:
        written: the language that the page as a whole is written in, or "".
    """
    marked = tuple(document.having("lang"))
    return Passages(
        marked,
        tuple(element for element in marked if _is_invalid(element, marked)),
        tuple(_unmarked(document, written, is_marked=bool(marked))),
    )


def _is_invalid(element: Element, marked: tuple[Element, ...]) -> bool:
    """ACT de46e4: not empty, and some text takes its language from here."""
    value = element.get("lang") or ""
    if not value or is_known(value) is not False or element.tag in _CODE:
        return False
    within = frozenset(marked) - {element}
    if is_hidden(element) or not any(text.strip() for text in texts(element, within)):
        return False
    known: dict[Element, bool] = {}
    below = islice(element.iterdescendants(), _MOST_BELOW)
    hidden = frozenset(one for one in below if is_hidden(one, known))
    return any(text.strip() for text in texts(element, within | hidden))


def _unmarked(
    document: Document, written: str, *, is_marked: bool
) -> Iterator[tuple[Element, str]]:
    root = primary(document.root.get("lang") or "")
    blocks = islice(_blocks(document), _MOST_BLOCKS)
    for element, text in blocks:
        said = (_marked_as(element) if is_marked else "") or root
        found = language_of(text, _LEAST) if said else ""
        if found and not same_language(found, said) and found != written:
            yield element, found


def _blocks(document: Document) -> Iterator[tuple[Element, str]]:
    """Blocks with enough text; one that holds another stands for itself alone."""
    found = document.body.iter("p", "blockquote", "li", "dd", "td")
    for element in islice(found, _MOST_TRIED):
        words = islice(pieces(element), 50) if len(element) else (element.text or "",)
        text = flat(" ".join(words))[:_LONGEST]
        if len(text) >= _LEAST and (not len(element) or element.find(".//p") is None):
            yield element, text


def _marked_as(element: Element) -> str:
    for one in (element, *element.iterancestors()):
        if one.get("lang") and one.tag != "html":
            return primary(one.get("lang") or "")
    return ""
