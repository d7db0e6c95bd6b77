"""The forms of a page: what they are for, and what they ask (law 10 and 11)."""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement as Element

from audits.facts.document import Document
from audits.facts.fields import Field, field_of
from audits.facts.tree import absolute, classes, normal, text_of

_SUBSCRIBE = re.compile(
    r"\b(?:subscribe|sign up|email updates|newsletter|suscr[ií]b\w+|get updates|text alerts)\b"
)
_SURVEY = re.compile(r"touchpoints|fba-|survey|was this page helpful|feedback", re.IGNORECASE)
_CONTACT = re.compile(r"\bcontact|\bmessage\b|\bcomments?\b|\bquestion|\binquiry\b|\bmensaje\b")
_LOGIN = re.compile(r"\b(?:log ?in|sign ?in|iniciar sesi[oó]n)\b")
_FILTER = re.compile(r"filter|sort|facet|refine|calculator|exposed-form|locator|lookup")


@dataclass(frozen=True, slots=True)
class WebForm:
    """One form, or the loose fields of a page that has them outside any form.

    Attributes:
        kind: "search", "login", "subscribe", "survey", "contact", "filter", or "collection" for
            one that asks the public for information.
        text: all that it says, as it is compared.
    """

    kind: str
    fields: tuple[Field, ...]
    action: str
    method: str
    text: str
    markup: str

    @property
    def personal(self) -> tuple[Field, ...]:
        """Fields that ask about the person who fills the form in."""
        return tuple(field for field in self.fields if field.purpose)


def forms_of(document: Document) -> tuple[WebForm, ...]:
    """Every form that has a field to fill in, in the order of the document."""
    forms = [_form(element, document) for element in document.body.iter("form")]
    return tuple(form for form in forms if form.fields)


def _form(element: Element, document: Document) -> WebForm:
    controls = element.iter("input", "select", "textarea")
    fields = tuple(field for control in controls if (field := field_of(control)) is not None)
    action = absolute(element.get("action") or "", document.base)
    method = (element.get("method") or "get").strip().lower()
    text = normal(text_of(element))
    return WebForm(
        kind=_kind(element, fields, action.lower(), method, text),
        fields=fields,
        action=action,
        method=method,
        text=text,
        markup=_opening(element),
    )


def _kind(element: Element, fields: tuple[Field, ...], action: str, method: str, text: str) -> str:
    names = " ".join([element.get("id") or "", element.get("name") or "", *classes(element)])
    named = normal(f"{names} {element.get('aria-label') or ''} {action}")
    kinds = {field.kind for field in fields}
    typed = [f for f in fields if f.kind not in ("checkbox", "radio", "select")]
    if "password" in kinds or (_LOGIN.search(f"{named} {text}") and len(typed) <= 2):
        return "login"
    if _is_search(element, fields, named):
        return "search"
    if _SURVEY.search(named) or _SURVEY.search(text[:200]):
        return "survey"
    if len(typed) <= 3 and _SUBSCRIBE.search(f"{named} {text}"):
        return "subscribe"
    if _FILTER.search(named) or (method == "get" and not any(f.purpose for f in fields)):
        return "filter"
    return "contact" if _is_contact(fields, named) else "collection"


def _is_search(element: Element, fields: tuple[Field, ...], named: str) -> bool:
    if any(field.kind == "search" for field in fields) or element.get("role") == "search":
        return True
    words = " ".join(field.name for field in fields)
    return len(fields) <= 3 and bool(re.search(r"search|buscar|b[uú]squeda", f"{named} {words}"))


def _is_contact(fields: tuple[Field, ...], named: str) -> bool:
    """A general letter box: a text area, and nothing asked that a reply does not need."""
    if not any(field.kind == "textarea" for field in fields):
        return False
    words = f"{named} " + " ".join(field.name for field in fields)
    asked = {field.purpose for field in fields}
    return bool(_CONTACT.search(words)) and len(fields) <= 8 and not asked & {"ssn", "bday"}


def _opening(element: Element) -> str:
    shown = "".join(f' {key}="{value}"' for key, value in element.items())
    return f"<form{shown}>"[:300]
