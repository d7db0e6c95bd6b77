"""Whose site a page says it is: in USWDS's identifier, or by an agency's name in its header or
footer (law 3.2)."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement as Element

from audits.facts.agency import is_short_for
from audits.facts.document import Document
from audits.facts.tree import classes, flat, normal, text_of

_PARENT = re.compile(
    r"(?:official (?:web ?site|site) of (?:the |an? )?"
    r"|sitio (?:web )?oficial (?:del?|de la|de los) )(?P<name>[^.|•\n]{2,80})",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"[\[<{(]|parent agency|agency name|agencia matriz", re.IGNORECASE)
_COUNTRY = re.compile(
    r"^(?:the )?(?:united states|u\.? ?s\.?|federal)(?: federal)?(?: government)?$|gobierno", re.I
)
_WORD = r"[A-Z][\w'’&-]*"
_OF = re.compile(
    r"\b(?:U\.?S\.? )?(?:Department|Bureau|Office|Institutes?|Centers?|Administration|Commission"
    r"|Library|Board|Corps|Departamento|Oficina|Administraci[oó]n|Agencia|Comisi[oó]n|Centros?)"
    rf" (?:of|for|on|del?) (?:the |la |los |las )?{_WORD}"
    rf"(?:,? (?:(?:and|of|the|for|y|del?|la|los|&) ){{0,2}}{_WORD}){{0,6}}"
)
_KIND = re.compile(
    rf"\b{_WORD}(?: (?:(?:and|of|for|the|&) )?{_WORD}){{0,5}} (?:Administration|Agency|Commission"
    r"|Service|Survey|Board|Corporation|Bureau|Corps|Foundation|Authority|Council|Endowment"
    r"|Institution|Laboratory)\b"
)
_DISCLAIMER = "usa-identifier__identity-disclaimer"
_READ = 4_000
_LONGEST = 80
_MOST = 2
_SMALL_WORDS = re.compile(r"\b(?:the|u\.?s\.?|united states|of|and|&|el|la|de|del)(?!\w)\.?")


def parent_of(document: Document) -> str:
    """The parent agency that USWDS's identifier names, or "" where there is none to name it."""
    for element in document.footers:
        if "usa-identifier" in classes(element):
            found = _PARENT.search(text_of(_disclaimer(element))[:_READ])
            name = flat(found["name"]) if found else ""
            if name and not _PLACEHOLDER.search(name):
                return name
    return ""


def _disclaimer(identifier: Element) -> Element:
    """The part of an identifier that names the parent, and not the links below; or all of it."""
    for element in identifier.iter():
        if isinstance(element.tag, str) and _DISCLAIMER in classes(element):
            return element
    return identifier


def names_of(document: Document) -> list[str]:
    """Names of agencies in the header and the footer, at most two of each, as written."""
    found = [*_first(document.headers), *_first(document.footers)]
    return list(dict.fromkeys(name for name in found if not _COUNTRY.search(name)))


def _first(elements: tuple[Element, ...]) -> list[str]:
    names: dict[str, None] = {}
    for element in elements:
        for text in _texts(element):
            for pattern in (_OF, _KIND):
                names |= {flat(found[0])[:_LONGEST]: None for found in pattern.finditer(text)}
        if len(names) >= _MOST:
            break
    return list(names)[:_MOST]


def _texts(element: Element) -> Iterator[str]:
    for image in element.iter("img"):
        yield flat(image.get("alt") or "")[:200]
    yield text_of(element)[:_READ]


def is_named(names: list[str], owner: str) -> bool:
    """Whether one of these names is that of an owner in a list, or a part of it."""
    wanted = _bare(owner)
    if len(wanted) < 2:
        return False
    return any(_same(_bare(name), wanted) or is_short_for(name, owner) for name in names)


def _same(name: str, wanted: str) -> bool:
    return name == wanted or (
        min(len(name), len(wanted)) >= 8 and (name in wanted or wanted in name)
    )


def _bare(name: str) -> str:
    return flat(_SMALL_WORDS.sub(" ", normal(name).replace(",", " ")))
