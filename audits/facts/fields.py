"""What each field of a form asks for, and whether a browser is told so."""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement as Element

from audits.facts.index import index_of
from audits.facts.tree import flat, markup, name_of, normal, text_of

_SILENT = frozenset({"hidden", "submit", "button", "image", "reset"})
# WCAG 2.1, 1.3.5 and section 7: the tokens of HTML's autofill that stand for a person.
TOKENS = frozenset(
    """name honorific-prefix given-name additional-name family-name honorific-suffix nickname
    username new-password current-password one-time-code organization-title organization
    street-address address-line1 address-line2 address-line3 address-level4 address-level3
    address-level2 address-level1 country country-name postal-code cc-name cc-given-name
    cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc cc-type
    transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url
    photo tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix
    tel-local-suffix tel-extension email impp""".split()  # noqa: SIM905
)
_PREFIXES = frozenset({"shipping", "billing", "home", "work", "mobile", "fax", "pager"})
# In the order in which they are tried: the first that fits names the purpose.
_PURPOSES = tuple(
    (purpose, re.compile(pattern))
    for purpose, pattern in (
        ("ssn", r"social security (?:number|no)|\bssn\b|seguro social"),
        ("bday", r"\b(?:date of birth|birth ?date|dob|fecha de nacimiento)\b"),
        ("email", r"\be-?mail\b|correo electr[oó]nico"),
        ("tel", r"\b(?:tele)?phone\b|\bcell(?:ular)? (?:number|no)|\btel[eé]fono\b|\bmobile n"),
        ("given-name", r"\b(?:first|given) ?name\b|\bfname\b|^nombre$"),
        ("family-name", r"\b(?:last|family) ?name\b|\bsurname\b|\blname\b|\bapellidos?\b"),
        ("postal-code", r"\bzip ?(?:code)?\b|\bpostal ?code\b|c[oó]digo postal"),
        ("street-address", r"\b(?:street|mailing|home) ?address\b|^address(?: line)?(?: ?[12])?$"
            r"|\bdirecci[oó]n\b"),
        ("address-level2", r"^(?:city|town|ciudad)\b"),
        ("name", r"^(?:your |full |legal )*name\b|\bfull ?name\b|nombre completo"),
    )
)  # fmt: skip
_NOT_OURS = re.compile(
    r"\b(?:user|file|company|business|organi[sz]ation|agency|school|project|product|subject"
    r"|recipient|friend|domain|site|ip|web)\W*s?\W*(?:name|e-?mail|address)|address bar"
)


@dataclass(frozen=True, slots=True)
class Field:
    """One control that a person fills in.

    Attributes:
        name: its accessible name or, without one, its name attribute; as it is compared.
        kind: its type: "text", "email", "textarea", "select", "checkbox", ...
        purpose: an autofill token (or "ssn") for what is asked about the person, or "".
        autocomplete: the attribute, lower case.
    """

    name: str
    kind: str
    purpose: str
    autocomplete: str
    markup: str

    @property
    def marked(self) -> bool:
        """Whether the autocomplete attribute names a purpose that browsers know."""
        words = self.autocomplete.split()
        return bool(words) and words[-1] in TOKENS and all(map(_leads, words[:-1]))


def _leads(word: str) -> bool:
    return word in _PREFIXES or word.startswith("section-")


def field_of(element: Element) -> Field | None:
    """The field, or None for a button or a hidden value."""
    kind = str(element.tag)
    if kind == "input":
        kind = (element.get("type") or "text").strip().lower()
    if kind in _SILENT:
        return None
    name = normal(_label(element) or _spaced(element.get("name") or element.get("id") or ""))
    autocomplete = " ".join((element.get("autocomplete") or "").lower().split())
    return Field(name, kind, _purpose(name, kind), autocomplete, markup(element))


def _purpose(name: str, kind: str) -> str:
    if kind in ("checkbox", "radio", "search", "file", "textarea", "password", "range", "color"):
        return ""
    if kind in ("email", "tel"):
        return kind
    if _NOT_OURS.search(name):
        return ""
    return next((purpose for purpose, pattern in _PURPOSES if pattern.search(name)), "")


def _label(element: Element) -> str:
    named = name_of(element)
    if named:
        return named
    key = element.get("id")
    if key and (labels := index_of(element).labels.get(key)):
        return text_of(labels[0])
    around = next((e for e in element.iterancestors("label")), None)
    return text_of(around) if around is not None else flat(element.get("placeholder") or "")


def _spaced(name: str) -> str:
    """ "firstName" and "first_name" as words."""
    return re.sub(r"[-_.\[\]]+|(?<=[a-z])(?=[A-Z])", " ", name)
