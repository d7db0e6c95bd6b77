"""Riddles that ask visitors to prove to be human: on which part of a page they stand."""

from lxml.html import HtmlElement as Element

from audits.facts.document import Document

_CLASSES = {
    "g-recaptcha": "reCAPTCHA",
    "h-captcha": "hCaptcha",
    "cf-turnstile": "Turnstile",
    "frc-captcha": "Friendly Captcha",
    "usa-captcha": "captcha",
    "amzn-captcha": "AWS WAF",
}


_HOLDERS = frozenset({"div", "span", "iframe", "section", "p"})


def riddles_of(document: Document) -> tuple[str, ...]:
    """Products whose riddle stands on the page outside any form, each once.

    Scripts alone say nothing: many score visitors without asking them, or wait for a form.
    """
    found: list[str] = []
    for element, names in document.classes.items():
        if _CLASSES.keys().isdisjoint(names) or element.tag not in _HOLDERS:
            continue
        product = next(_CLASSES[name] for name in names if name in _CLASSES)
        if not _quiet(element) and not _in_form(element):
            found.append(product)
    return tuple(dict.fromkeys(found))


def _quiet(element: Element) -> bool:
    """An invisible riddle is put only to those whom its script suspects."""
    return (element.get("data-size") or "").strip().lower() == "invisible"


def _in_form(element: Element) -> bool:
    return any(parent.tag == "form" for parent in element.iterancestors())
