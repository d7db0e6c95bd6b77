"""Who can be reached about accessibility: a person for Section 508, a shared inbox, or anyone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from audits.facts.links import Link

_ROLE = re.compile(
    r"\b(?:section )?508 (?:\w+ ){0,3}(?:manager|coordinator|officer|lead|director|contact|pm)s?\b"
    r"|\baccessibility (?:\w+ ){0,2}(?:manager|coordinator|officer|lead|director)s?\b"
    r"|\b(?:gerente|coordinador|coordinadora|director|directora)\b.{0,30}\b(?:508|accesibilidad)",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\d.-])(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)")
# Two or three words written large, as names are; initials and particles among them.
_PERSON = re.compile(
    r"\b[A-ZÁÉÍÓÚÑ][a-záéíóúñü'’-]+(?: (?:[A-Z]\.?|de|del|la|van|von))?"
    r"(?: [A-ZÁÉÍÓÚÑ][A-Za-záéíóúñü'’-]+){1,2}\b"
)
# Words that names of offices are made of, and names of people are not.
_OFFICE = re.compile(
    r"\b(?:section|program|manager|coordinator|officer|office|accessib\w*|digital|email|e-mail|phone"
    r"|contact|department|agency|agencia|director|information|technology|administration|federal|web"
    r"|website|team|chief|rehabilitation|act|support|help|desk|please|united|states|public|policy"
    r"|national|services?|statement|compliance|bureau|our|the|if|to|or|for|name|government|general"
    r"|reasonable|accommodations?|telecommunications|relay|last|updated|reviewed|secci[oó]n|ley"
    r"|gerente|coordinador\w*|oficina|departamento|correo|programa|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|street|avenue|washington)\b",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"508|access|ada\b|eeo|help|info|contact|web|support|feedback|team|office|question|comment"
    r"|service|admin|compliance|digital|program|public|desk|staff|inquir|accesib|civil|rights|mail"
    r"|ocr|ocio|ask|customer|communicat|media|press|request|accommodation"
)
_GOVERNMENT = re.compile(r"\.(?:gov|mil|fed\.us|si\.edu)$", re.IGNORECASE)
_NEAR = 400


def contact_codes(text: str, links: Sequence[Link]) -> set[str]:
    """Codes of `audits.facts.statement`: "pm" or "pm-some", "contact", and "mail" for any address.

    Args:
        text: the main text as it is written; its capitals tell names.
    """
    mails = {mail.lower() for mail in (*_EMAIL.findall(text), *_mailed(links))}
    codes = {"mail"} if mails else set()
    if mails or _PHONE.search(text) or any(_leads_to_contact(link) for link in links):
        codes.add("contact")
    around = [text[max(0, m.start() - _NEAR) : m.end() + _NEAR] for m in _ROLE.finditer(text)]
    named = any(_has_person(part) for part in around)
    personal = any(_is_personal(mail) for mail in mails)
    if around and named and personal:
        codes.add("pm")
    elif (around and (named or mails)) or personal or any(_is_shared_508(mail) for mail in mails):
        codes.add("pm-some")
    return codes


def _mailed(links: Iterable[Link]) -> Iterator[str]:
    for link in links:
        if link.raw.lower().startswith("mailto:"):
            found = _EMAIL.search(unquote(link.raw[7:]))
            if found:
                yield found[0]


def _leads_to_contact(link: Link) -> bool:
    if link.raw.lower().startswith("tel:"):
        return True
    return bool(re.search(r"contact|feedback|help|cont[aá]ct|ayuda", link.text))


def _has_person(text: str) -> bool:
    return any(not _OFFICE.search(found[0]) for found in _PERSON.finditer(text))


def _is_personal(mail: str) -> bool:
    """A government address whose first part is like a person's: two words, none of an office."""
    local, _, host = mail.partition("@")
    if not _GOVERNMENT.search(host) or _SHARED.search(local):
        return False
    return bool(re.fullmatch(r"[a-z'-]+(?:[._][a-z'-]+){1,3}\d{0,2}(?:\.ctr)?", local))


def _is_shared_508(mail: str) -> bool:
    return bool(re.search(r"508|access|accesib", mail.partition("@")[0]))
