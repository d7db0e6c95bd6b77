"""The questions that checks ask of a document in the words of HTML."""

import re
from collections import defaultdict
from functools import cached_property

from lxml import etree
from lxml.html import HtmlElement as Element

from audits.facts.tree import (
    absolute,
    classes,
    flat,
    normal_of_flat,
    opened,
    read,
    text_of,
    words_in,
)
from ideaaudit.models import PageClass
from ideaaudit.web import class_of_forms

_SECTIONING = frozenset({"article", "main", "section", "aside", "li", "td"})
_FOOTER_NAME = re.compile(r"(?<![a-z])(?:site|page|global|main|usa)?[-_]?footer(?![a-z])")
_HEADER_NAME = re.compile(r"(?<![a-z])(?:site|page|global|main|usa)?[-_]?(?:header|masthead)$")
# What has a head and a foot of its own: "usa-card__footer", "modal-header".
_PART_OF = re.compile(
    r"(?<![a-z])(?:accordion|alert|article|card|collapse|collection|comment|cookies?|dialog|drawer"
    r"|entry|form|item|modal|panel|popover|popup|post|slide|table|tab|teaser|tile|toast|tooltip"
    r"|widget)[-_]+(?:[a-z]+[-_]+)?(?:header|masthead|footer)"
)
_NON_SCRIPTS = re.compile(r"json|template|text/(?:x-|html|plain)|importmap|speculationrules")
# How much of the document, from its end, stands for a footer where none is marked (law 4.1).
_LAST = 0.75


class Document:
    """A page's DOM. Nothing here raises, whatever the page."""

    def __init__(self, text: str, url: str) -> None:
        root = read(text)
        # Seeing asks the same of the same tree, before templates and noscript are taken out.
        self.asks: PageClass = class_of_forms(root)
        self.root: Element = opened(root)
        # An element that nothing holds is made anew whenever it is met.
        self._held = list(self.root.iter())
        self.url = url
        # Most pages have none of it: then no element is looked at.
        self._folded = text.encode("utf-8", "replace").lower()
        self._usa = self.may_hold("usa-") + self.may_hold("<usa-")

    def may_hold(self, mark: str) -> bool:
        """Whether some ASCII in lower case stands anywhere in the markup, in any case: most marks
        that are looked for do not, and this is far faster than to look at each element."""
        return mark.encode() in self._folded

    @cached_property
    def body(self) -> Element:
        body = self.root.find("body")
        return self.root if body is None else body

    @cached_property
    def base(self) -> str:
        """What relative links are resolved against."""
        for element in self.root.iter("base"):
            return absolute(element.get("href") or "", self.url) or self.url
        return self.url

    def root_attribute(self, name: str) -> str:
        return flat(self.root.get(name) or "")

    @cached_property
    def title(self) -> str:
        """The title of the page, and of no SVG in it."""
        for element in self.root.iter("title"):
            if not any(parent.tag == "svg" for parent in element.iterancestors()):
                return flat(element.text or "")
        return ""

    def meta(self, name: str) -> str:
        """The content of the first meta element of that name, or ""."""
        return next(iter(self.metas(name)), "")

    def metas(self, name: str) -> list[str]:
        """The content of every meta element of that name, in order."""
        return self._metas.get(name, [])

    @cached_property
    def _metas(self) -> dict[str, list[str]]:
        named: dict[str, list[str]] = {}
        for element in self.root.iter("meta"):
            named.setdefault(_names(element), []).append(flat(element.get("content") or ""))
        return named

    @cached_property
    def with_role(self) -> tuple[Element, ...]:
        """The elements in the body that say a role, in order."""
        return tuple(e for e in self.roles if e is not self.body)

    @cached_property
    def roles(self) -> dict[Element, str]:
        """What the body and the elements in it say of their role, as it is written."""
        return self.having("role")

    @cached_property
    def canonical(self) -> str:
        for element in self.root.iter("link"):
            if "canonical" in (element.get("rel") or "").lower().split():
                return absolute(element.get("href") or "", self.base)
        return ""

    @cached_property
    def usa_elements(self) -> tuple[Element, ...]:
        """Elements with a class name or a tag of the US Web Design System."""
        if not self._usa:
            return ()
        named = (e for e, said in self._attributes["class"].items() if "usa-" in said.lower())
        if self._usa == 1:
            return tuple(named)
        found = frozenset(named)
        return tuple(e for e in self._held if e in found or str(e.tag).startswith("usa-"))

    @cached_property
    def classes(self) -> dict[Element, list[str]]:
        """The class names of each element that has any, in lower case."""
        said = self._attributes["class"].items()
        return {e: names for e, written in said if (names := written.lower().split())}

    def having(self, attribute: str) -> dict[Element, str]:
        """The body and those elements in it that have an attribute, in order, and its value."""
        found = self._attributes.get(attribute)
        within = frozenset(self.elements) if found else ()
        return {e: value for e, value in found.items() if e in within} if found else {}

    @cached_property
    def _attributes(self) -> dict[str, dict[Element, str]]:
        """The elements of the whole document that have each attribute, and its value: to ask each
        element for each attribute takes far longer."""
        found: defaultdict[str, dict[Element, str]] = defaultdict(dict)
        for element in self._held:
            for name, value in element.items():
                found[name][element] = value
        return found

    @cached_property
    def headings(self) -> tuple[tuple[int, str], ...]:
        found = self.root.iter("h1", "h2", "h3", "h4", "h5", "h6")
        return tuple((int(str(element.tag)[1]), text_of(element)) for element in found)

    @cached_property
    def headers(self) -> tuple[Element, ...]:
        """The page's header by markup, else by role, else by its usual names."""
        return self._landmarks("header", "banner", _HEADER_NAME)

    @cached_property
    def footers(self) -> tuple[Element, ...]:
        """The page's footer, by markup, role or its usual names; the identifier is one."""
        return self._landmarks("footer", "contentinfo", _FOOTER_NAME, "usa-identifier")

    @cached_property
    def navs(self) -> frozenset[Element]:
        return self._tagged("nav", "navigation")

    @cached_property
    def main(self) -> Element | None:
        found = self._tagged("main", "main")
        return next((e for e in self.elements if e in found), None) if found else None

    @cached_property
    def main_text(self) -> str:
        """The text of main; without one, of the body but for headers, footers and navigation."""
        if self.main is not None:
            return text_of(self.main)
        return text_of(self.body, frozenset((*self.headers, *self.footers, *self.navs)))

    @cached_property
    def main_normal(self) -> str:
        """The main text as it is compared."""
        return normal_of_flat(self.main_text)

    @cached_property
    def words(self) -> list[str]:
        """The words of the main text."""
        return words_in(self.main_normal)

    @cached_property
    def text(self) -> str:
        """All text that is shown."""
        return text_of(self.body)

    @cached_property
    def text_normal(self) -> str:
        """All text that is shown, as it is compared."""
        return normal_of_flat(self.text)

    @cached_property
    def top_text(self) -> str:
        """The text before and around main, without footers: where a banner may stand."""
        main = (self.main,) if self.main is not None else ()
        text = text_of(self.body, frozenset((*self.footers, *main)))
        return text if main else text[:3000]

    @cached_property
    def runs_scripts(self) -> bool:
        """Whether scripts of the page may write into it."""
        return any(
            not _NON_SCRIPTS.search((e.get("type") or "").lower()) for e in self.root.iter("script")
        )

    @cached_property
    def refresh_target(self) -> str:
        """Where an immediate meta refresh sends the visitor, or ""."""
        for element in self.root.iter("meta"):
            if (element.get("http-equiv") or "").lower() == "refresh":
                found = re.match(
                    r"\s*(\d+)[\d.]*\s*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]+)",
                    element.get("content") or "",
                    re.IGNORECASE,
                )
                if found and int(found[1][:6]) <= 3:
                    return absolute(found[2], self.base)
        return ""

    @cached_property
    def tail(self) -> frozenset[Element]:
        """The elements in the last quarter of the document."""
        elements = self.elements
        return frozenset(elements[int(len(elements) * _LAST) :])

    @cached_property
    def elements(self) -> list[Element]:
        """The body and all elements in it, in order."""
        return list(self.body.iter(etree.Element))

    def _tagged(self, tag: str, role: str) -> frozenset[Element]:
        """The elements in the body of that tag or role."""
        named = (e for e, said in self.roles.items() if said == role)
        return frozenset((*self.body.iter(tag), *named))

    def _landmarks(
        self, tag: str, role: str, name: re.Pattern[str], extra: str = ""
    ) -> tuple[Element, ...]:
        names = {f"usa-{tag}", extra} - {""}
        found = {e for e in self.body.iter(tag) if not _inside_section(e)}
        found |= {e for e, said in self.roles.items() if said == role}
        found |= {e for e, given in self.classes.items() if not names.isdisjoint(given)}
        marked = [e for e in self.elements if e in found]
        if not [e for e in marked if not extra or extra not in classes(e)]:
            marked += [e for e in self.elements if _called(e, name)][:3]
        return tuple(marked)


def _names(element: Element) -> str:
    return (element.get("name") or element.get("property") or "").strip().lower()


def _called(element: Element, name: re.Pattern[str]) -> bool:
    if element.tag not in ("div", "section", "table", "td", "tr", "ul", "p", "center"):
        return False
    words = [(element.get("id") or "").lower(), *classes(element)]
    return any(name.search(word) and not _PART_OF.search(word) for word in words)


def _inside_section(element: Element) -> bool:
    return any(parent.tag in _SECTIONING for parent in element.iterancestors())
