"""Whether a part of a page shows the flag of the United States, as far as markup tells."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement as Element

from audits.facts.tree import text_of

_NAMES: tuple[str, ...] = (
    *("src", "srcset", "data-src", "data-srcset", "data", "alt", "title", "aria-label"),
    *("class", "id", "href", "xlink:href", "style"),
)
# USWDS 1 showed the flag from its favicons.
_FLAG = re.compile(r"flag|bandera|favicons?/favicon-\d+|old-?glory", re.IGNORECASE)
_ICONS = re.compile(
    r"lock|dot-?gov|dot-?mil|https|icon|close|arrow|chevron|caret|expand|search|logo|seal",
    re.IGNORECASE,
)
_PICTURES = frozenset({"img", "svg", "source", "image", "object", "picture", "use"})
_LONGEST = 300


def flag_in(elements: Sequence[Element], *, drawable: bool) -> str:
    """How the flag is shown in these elements.

    Returns:
        "image" for a picture that is named for it, "background" where only a style may draw it,
        "unnamed" for a picture that may be it, "" where nothing of the kind is there.

    Args:
        drawable: whether style sheets may draw something.
    """
    found: set[str] = set()
    for element in elements:
        for part in element.iter():
            if isinstance(part.tag, str):
                found.add(_shows(part, drawable=drawable))
    if "\U0001f1fa\U0001f1f8" in " ".join(map(text_of, elements)):
        found.add("unnamed")
    return next((how for how in ("image", "background", "unnamed") if how in found), "")


def _shows(part: Element, *, drawable: bool) -> str:
    named = " ".join((part.get(key) or "")[:_LONGEST] for key in _NAMES)
    if part.tag in _PICTURES:
        named += " ".join((e.text or "") for e in part.iter("title", "desc"))
        if _FLAG.search(named):
            return "image"
        return (
            "" if part.tag not in ("img", "svg") or _ICONS.search(_wide(part, named)) else "unnamed"
        )
    style = part.get("style") or ""
    if "url(" in style and _FLAG.search(style):
        return "image"
    if "url(" in style:
        return "background"
    return "background" if drawable and _FLAG.search(part.get("class") or "") else ""


def _wide(part: Element, named: str) -> str:
    """The picture's names and its parent's: an icon is often named by what holds it."""
    parent = part.getparent()
    return named if parent is None else f"{named} {parent.get('class') or ''}"
