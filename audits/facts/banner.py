"""The banner that says an official federal site: USWDS's of any generation, or another's."""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement as Element

from audits.facts.document import Document
from audits.facts.tree import classes, normal, text_of

_OFFICIAL = re.compile(
    r"an official (?:web ?site|web ?page|site|program|form|app\w*|publication) of the"
    r" (?:united states|u\.? ?s\.?|us federal|federal)(?: federal)? ?(?:government)?"
    r"|official (?:web ?)?site of the (?:united states|u\.? ?s\.?|us|federal) gov"
    r"|un (?:sitio|sitio web|portal) oficial del gobierno (?:federal )?de (?:los )?"
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
_LEGACY = re.compile(r"\.(?:gov|mil) means it.?s official|the site is secure|el sitio es seguro")
_CLASSES = frozenset(
    {"usa-banner", "usa-banner__header", "usa-banner__inner", "usa-banner-header"}
    | {"usa-banner-inner", "usa-disclaimer", "usa-disclaimer-official", "usa-banner__content"}
)


@dataclass(frozen=True, slots=True)
class Banner:
    """What was recognized of a banner.

    Attributes:
        container: "uswds" where its class names stand, "component" for the custom element.
        official, domain, https: whether each of its three texts was found.
        legacy: whether the wording is that of before 2021.
        low: the official text was found in a footer, and nowhere above it.
    """

    container: str = ""
    official: bool = False
    domain: bool = False
    https: bool = False
    legacy: bool = False
    low: bool = False
    markup: str = ""

    @property
    def found(self) -> bool:
        """Whether this is the banner: its words in its container, or all words without."""
        if self.container:
            return self.official or (self.domain and self.https)
        return self.official and self.domain and self.https

    @property
    def hinted(self) -> bool:
        return bool(self.container or self.official or self.domain or self.https or self.low)


def banner_of(document: Document) -> Banner:
    """The banner of a document; an empty one where nothing of it was recognized."""
    container, elements = _container(document)
    text = normal(" ".join(map(text_of, elements)) if elements else document.top_text)
    low = normal(" ".join(map(text_of, document.footers)))
    official = bool(_OFFICIAL.search(text) or _KNOW.search(text))
    return Banner(
        container=container,
        official=official,
        domain=bool(_DOMAIN.search(text)),
        https=bool(_HTTPS.search(text)),
        legacy=bool(_LEGACY.search(text)),
        low=not official and bool(_OFFICIAL.search(low)),
        markup=_opening(elements[0]) if elements else "",
    )


def _container(document: Document) -> tuple[str, list[Element]]:
    components = list(document.body.iter("usa-banner"))
    if components:
        return "component", components
    marked = [e for e in document.body.iter() if _CLASSES.intersection(classes(e))]
    return ("uswds", marked) if marked else ("", [])


def _opening(element: Element) -> str:
    shown = "".join(f' {key}="{value}"' for key, value in element.items())
    return f"<{element.tag}{shown}>"[:300]
