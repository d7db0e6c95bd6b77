"""The banner that says an official federal site: USWDS's of any generation, or another's."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement as Element

from audits.facts.document import Document
from audits.facts.pictures import flag_in
from audits.facts.tree import flat, normal, text_of, texts

_OFFICIAL = re.compile(
    r"an official (?:web ?site|web ?page|site|program|form|app\w*|publication) of the"
    r" (?:united states|u\.? ?s\.?|us federal|federal)(?: federal)? ?(?:government)?"
    r"|official (?:web ?)?site of the (?:united states|u\.? ?s\.?|us|federal) gov"
    r"|(?:un|el) (?:sitio|sitio web|portal) oficial del gobierno (?:federal )?de (?:los )?"
    r"(?:estados unidos|ee\.? ?uu)"
)
_KNOW = re.compile(r"here's how you know|as[ií] es como usted puede verificarlo")
_DOMAIN = re.compile(
    r"official (?:federal )?(?:government )?web ?sites (?:often end in|use) \.?(?:gov|mil)"
    r"|\.(?:gov|mil) means it.?s official|sitios web oficiales usan \.(?:gov|mil)"
    r"|\.(?:gov|mil) significa que es oficial|(?:federal )?government websites often end in \.gov"
)
_HTTPS = re.compile(
    r"secure \.(?:gov|mil) web ?sites use https|sitios web seguros \.(?:gov|mil) usan https"
    r"|the site is secure|el sitio es seguro|este sitio es seguro|https:// ensures"
)
_LEGACY = re.compile(
    r"\.(?:gov|mil) means it.?s official|the site is secure|(?:el|este) sitio es seguro"
    r"|\.(?:gov|mil) significa que es oficial|government websites often end in \.(?:gov|mil)"
)
_CURRENT = re.compile(
    r"official web ?sites use \.(?:gov|mil)|secure \.(?:gov|mil) web ?sites use https"
    r"|sitios web oficiales usan \.(?:gov|mil)|sitios web seguros \.(?:gov|mil) usan https"
)
_CLASSES = frozenset(
    {"usa-banner", "usa-banner__header", "usa-banner__inner", "usa-banner-header"}
    | {"usa-banner-inner", "usa-disclaimer", "usa-disclaimer-official", "usa-banner__content"}
)
_SENTENCES = (
    "an official website of the united states government",
    "an official website of the u.s. government",
    "un sitio oficial del gobierno de estados unidos",
)
# Typing errors in one sentence, no other sentence.
_SLIPS = 5
# Where a banner's text is looked for that stands in no container: the beginning of the page.
_FIRST_PIECES = 60
_LONG_PIECE = 200
_LARGEST = 1500
_CLIMB = 4


@dataclass(frozen=True, slots=True)
class Banner:
    """What was recognized of a banner.

    Attributes:
        container: "uswds" where its class names stand, "component" for the custom element.
        official, domain, https: whether each of its three texts was found.
        sentence: whether the official text was found itself; knows: its "Here's how you know".
        legacy: whether the wording is that of before 2021; current: whether that of today.
        low: the official text was found in a footer, and nowhere above it.
        near: a sentence that is the official text but for a few letters, where that was not found.
        text: all that it says, as it is compared, at most 500 characters; "" where nothing.
        flag: as `audits.facts.pictures.flag_in` has it.
        button: whether something to press, that may disclose more, stands in it.
        sunk: whether the container stands in a footer.
    """

    container: str = ""
    official: bool = False
    domain: bool = False
    https: bool = False
    legacy: bool = False
    low: bool = False
    markup: str = ""
    sentence: bool = False
    knows: bool = False
    current: bool = False
    near: str = ""
    text: str = ""
    flag: str = ""
    button: bool = False
    sunk: bool = False

    @property
    def found(self) -> bool:
        """Whether this is the banner: its words in its container, or all words without."""
        if self.container:
            return self.official or (self.domain and self.https)
        return self.official and self.domain and self.https

    @property
    def hinted(self) -> bool:
        return bool(self.container or self.official or self.domain or self.https or self.low)

    @property
    def there(self) -> bool:
        """Whether there is something to judge the parts of: more than a line in the footer."""
        return bool(self.container or self.official or self.near or (self.domain and self.https))


def banner_of(document: Document) -> Banner:
    """The banner of a document; an empty one where nothing of it was recognized."""
    container, elements = _container(document)
    text = normal(" ".join(map(text_of, elements)) if elements else document.top_text)
    low = normal(" ".join(map(text_of, document.footers)))
    knows = bool(_KNOW.search(text))
    sentence = bool(_OFFICIAL.search(text))
    official = sentence or knows
    pieces = [piece for e in elements for piece in texts(e)] if elements else _first(document)
    near = "" if official else next(filter(None, map(_near, pieces)), "")
    elements = elements or (_around(document, near) if official or near else [])
    return Banner(
        container=container,
        official=official,
        domain=bool(_DOMAIN.search(text)),
        https=bool(_HTTPS.search(text)),
        legacy=bool(_LEGACY.search(text)),
        low=not official and bool(_OFFICIAL.search(low)),
        markup=_opening(elements[0]) if elements else "",
        sentence=sentence,
        knows=knows,
        current=bool(_CURRENT.search(text)),
        near=near,
        text=text[:500] if elements else "",
        flag=flag_in(elements, drawable=bool(container) or _styled(document)),
        button=any(map(_pressable, elements)),
        sunk=any(_within(e, document.footers) for e in elements[:1]),
    )


def _container(document: Document) -> tuple[str, list[Element]]:
    components = [e for e in document.usa_elements if e.tag == "usa-banner"]
    if components:
        return "component", components
    marked = [
        e for e in document.usa_elements if _CLASSES.intersection(document.classes.get(e, ()))
    ]
    return ("uswds", marked) if marked else ("", [])


def _first(document: Document) -> list[str]:
    pieces = texts(document.body, frozenset((*document.footers, *_main(document))))
    return [piece for _, piece in zip(range(_FIRST_PIECES), pieces, strict=False)]


def _main(document: Document) -> tuple[Element, ...]:
    return () if document.main is None else (document.main,)


def _near(piece: str) -> str:
    """The piece of text, where it is an official sentence but for some typing errors."""
    if not 40 <= len(piece) <= _LONG_PIECE:
        return ""
    text = normal(piece).rstrip(".")
    for sentence in _SENTENCES:
        if abs(len(text) - len(sentence)) <= _SLIPS and _slips(text, sentence) <= _SLIPS:
            return flat(piece)
    return ""


@lru_cache(maxsize=1024)
def _slips(one: str, other: str) -> int:
    """The edit distance of two short texts (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (letter != wanted))
    return row[-1]


def _around(document: Document, near: str) -> list[Element]:
    """The part of a page that has the official text in it and may be a banner of another's."""
    out = (*document.footers, *_main(document))
    for element in document.body.iter():
        if isinstance(element.tag, str) and _says(element, near) and not _within(element, out):
            return [_grown(element)]
    return []


def _says(element: Element, near: str) -> bool:
    own = flat(" ".join(filter(None, (element.text, *(child.tail for child in element)))))
    if near and near in own:
        return True
    folded = own.lower()
    if not any(word in folded for word in ("ficial", "you know", "verificarlo")):
        return False
    text = normal(text_of(element)[:_LARGEST])
    return bool(_OFFICIAL.search(text) or _KNOW.search(text))


def _grown(element: Element) -> Element:
    """The largest element around it that says little more than a banner does."""
    for _ in range(_CLIMB):
        parent = element.getparent()
        if parent is None or parent.tag in ("body", "html") or len(text_of(parent)) > _LARGEST:
            break
        element = parent
    return element


def _within(element: Element, those: Sequence[Element]) -> bool:
    return any(e in those for e in (element, *element.iterancestors())) if those else False


def _styled(document: Document) -> bool:
    """Whether style sheets may draw something that the markup does not name."""
    links: Iterable[Element] = document.root.iter("link")
    sheets = any("stylesheet" in (e.get("rel") or "").lower() for e in links)
    return sheets or next(document.root.iter("style"), None) is not None


def _pressable(element: Element) -> bool:
    if next(element.iter("button", "summary"), None) is not None:
        return True
    return any(e.get("aria-expanded") or e.get("aria-controls") for e in element.iter())


def _opening(element: Element) -> str:
    shown = "".join(f' {key}="{value}"' for key, value in element.items())
    return f"<{element.tag}{shown}>"[:300]
