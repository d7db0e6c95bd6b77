"""The images of a page, and what stands in their place for people who do not see them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement as Element

from audits.facts.document import Document
from audits.facts.place import is_hidden
from audits.facts.tree import flat, normal

LONGEST_ALT = 150
_FILE = re.compile(r"[^/]*\.(?:jpe?g|png|gif|svg|webp|bmp|tiff?|avif|ico)", re.IGNORECASE)
_CAMERA = re.compile(r"(?:img|dsc[fn]?|image|pict?|photo|foto|imagen)[-_ ]?\d*", re.IGNORECASE)
_PRESENTATIONAL = frozenset({"presentation", "none"})


@dataclass(frozen=True, slots=True)
class Image:
    """One image.

    Attributes:
        alt: its text alternative; "" where it is marked as decoration.
        named: whether there is an alternative, or a mark that none is needed.
        doubt: what is odd about the alternative: "file name", "long", "no words", or "".
    """

    element: Element
    alt: str
    named: bool
    doubt: str = ""


def images_of(document: Document) -> tuple[Image, ...]:
    """img and image buttons, and SVG and other elements that say that they are images; none that
    is hidden by its markup."""
    known: dict[Element, bool] = {}
    shown = (element for element in _found(document) if not is_hidden(element, known))
    return tuple(image for element in shown if (image := _image(element)))


def _found(document: Document) -> Iterator[Element]:
    for element in document.body.iter("img", "input", "svg"):
        if element.tag != "input" or (element.get("type") or "").strip().lower() == "image":
            yield element
    for element in document.with_role:
        if element.get("role") == "img" and element.tag not in ("img", "input", "svg"):
            yield element


def _image(element: Element) -> Image | None:
    role = (element.get("role") or "").strip().lower()
    alt = element.get("alt") if element.tag in ("img", "input") else None
    said = flat(alt or "") or _other_name(element)
    if element.tag == "svg" and role != "img" and not said:
        return None
    decoration = role in _PRESENTATIONAL or (alt == "" and element.tag == "img")
    return Image(element, said, bool(said) or decoration, _doubt(said, element))


def _other_name(element: Element) -> str:
    """A label, a reference to one, or a title; of an SVG, its title element."""
    label = flat(element.get("aria-label") or "")
    if label or flat(element.get("aria-labelledby") or ""):
        return label or flat(element.get("aria-labelledby") or "")
    inner = element.find("title") if element.tag == "svg" else None
    title = flat(element.get("title") or "")
    return title or (flat(inner.text or "") if inner is not None else "")


def _doubt(alt: str, element: Element) -> str:
    if not alt:
        return ""
    path = unquote(urlsplit(element.get("src") or "").path) if _splits(element) else ""
    stem = normal(path.rsplit("/", 1)[-1].rpartition(".")[0])
    if _FILE.fullmatch(alt) or _CAMERA.fullmatch(alt) or (normal(alt) == stem and "_" in stem):
        return "file name"
    if len(alt) > LONGEST_ALT:
        return "long"
    return "" if any(c.isalnum() for c in alt) else "no words"


def _splits(element: Element) -> bool:
    try:
        urlsplit(element.get("src") or "")
    except ValueError:
        return False
    return True
