"""The channels by which a page lets people reach someone."""

import re
from collections.abc import Sequence

from audits.facts.document import Document
from audits.facts.links import Link
from audits.facts.near import Stems, first

_PHONE = re.compile(
    r"(?<![\d.-])(?:\+?1[-. ]?)?(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])"
    r"|\b1-?8(?:00|33|44|55|66|77|88)-[\dA-Z]{3}-?[\dA-Z]{4}\b"
)
_REACH = 200
_EMAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,}\b", re.I)
# Three digits and a mark stand in every telephone number, five digits in every address.
_DIGITS = re.compile(r"\d\d\d")
_THREE = re.compile(r"\d\d\d[-. )]")
_FIVE = re.compile(r"\d\d\d\d\d")
_ADDRESS = re.compile(
    r"\b(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Way|Plaza|Square|Highway"
    r"|Box \d+|Suite \d+|NW|NE|SW|SE)\b[^<>]{0,80}?\b[A-Z]{2}\.?,? +\d{5}(?:-\d{4})?\b"
)
_CHAT = re.compile(
    r"\blive chat\b|\bchat (?:with us|now|live)\b|\bchatear\b|virtual assistant"
    r"|livechatinc|liveperson|salesforceliveagent|intercom\.io|drift\.com|zopim"
)
_AT = Stems("@")
_CHAT_STEMS = Stems("chat", "assistant", "live", "intercom", "drift", "zopim")
_OFFICE_STEMS = Stems(
    "find a",
    "find your",
    "office locator",
    "local office",
    "visit us",
    "visit a",
    "oficina",
)
_OFFICE = re.compile(
    r"\bfind (?:an?|your|a local) (?:\w+ )?office\b|\boffice locator\b|\blocal offices?\b"
    r"|\bvisit (?:us|an? (?:\w+ )?office)\b|\bencuentre (?:una|su) oficina\b"
)


def channels_of(document: Document, links: Sequence[Link], has_contact_form: bool) -> list[str]:
    """The kinds of channel that the page names: "phone", "email", "form", "chat", "office"."""
    text, folded = document.text, document.text_normal
    offices = _OFFICE_STEMS.stretches(folded)
    schemes = {link.raw.partition(":")[0].lower() for link in links if ":" in link.raw}
    scripts = " ".join(e.get("src") or "" for e in document.root.iter("script")).lower()
    found = {
        "phone": bool("tel" in schemes or _near(_THREE, _PHONE, text)),
        "email": bool("mailto" in schemes or first(_EMAIL, text, _AT.stretches(text))),
        "form": has_contact_form,
        "chat": any(first(_CHAT, seen, _CHAT_STEMS.stretches(seen)) for seen in (folded, scripts)),
        "office": bool(
            _near(_FIVE, _ADDRESS, text) or first(_OFFICE, folded, offices) or _marked(document)
        ),
    }
    return [kind for kind, there in found.items() if there]


def _near(digits: re.Pattern[str], pattern: re.Pattern[str], text: str) -> bool:
    """Whether a pattern is found around digits that it must have."""
    end = 0
    if not _DIGITS.search(text):
        return False
    for found in digits.finditer(text):
        if found.end() > end:
            end = found.end() + _REACH
            if pattern.search(text, max(0, found.start() - _REACH), end + _REACH):
                return True
    return False


def _marked(document: Document) -> bool:
    """Whether an address element holds a postal code."""
    found = document.body.iter("address")
    return any(re.search(r"\b\d{5}\b", e.text_content()) for e in found)
