"""The doctype, and the mode in which browsers draw the page for it."""

import re
from dataclasses import dataclass

# What may stand before a doctype: blanks, comments, and an XML declaration (a comment to browsers).
_BEFORE = re.compile(r"(?:\ufeff|\s|<!--(?:[^-]|-(?!->))*-->|<\?[^>]*>)*", re.DOTALL)
_DOCTYPE = re.compile(r"<!doctype\b([^>]*)>?", re.IGNORECASE)
_NAME = re.compile(r"\s*([^\s>\"']*)")
_PUBLIC = re.compile(r"\bpublic\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_SYSTEM = re.compile(r"\bsystem\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
# HTML Standard, 13.2.6.4.1: public identifiers that put a document into quirks mode.
_QUIRKY = frozenset(
    {"-//w3o//dtd w3 html strict 3.0//en//", "-/w3c/dtd html 4.0 transitional/en", "html"}
)
_QUIRKY_STARTS = tuple(
    """+//silmaril//dtd html pro v0r11 19970101//
    -//as//dtd html 3.0 aswedit + extensions//
    -//advasoft ltd//dtd html 3.0 aswedit + extensions//
    -//ietf//dtd html
    -//metrius//dtd metrius presentational//
    -//microsoft//dtd internet explorer
    -//netscape comm. corp.//dtd
    -//o'reilly and associates//dtd html
    -//sq//dtd html 2.0 hotmetal + extensions//
    -//softquad software//dtd hotmetal pro
    -//softquad//dtd hotmetal pro
    -//spyglass//dtd html 2.0 extended//
    -//sun microsystems corp.//dtd hotjava
    -//w3c//dtd html 3
    -//w3c//dtd html 4.0 frameset//
    -//w3c//dtd html 4.0 transitional//
    -//w3c//dtd html experimental
    -//w3c//dtd w3 html
    -//w3o//dtd w3 html 3.0//
    -//webtechs//dtd mozilla html""".replace("\n    ", "\n").split("\n")
)
_QUIRKY_WITHOUT_SYSTEM = (
    "-//w3c//dtd html 4.01 frameset//",
    "-//w3c//dtd html 4.01 transitional//",
)
_QUIRKY_SYSTEM = "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd"


@dataclass(frozen=True, slots=True)
class Doctype:
    """The doctype as it was written, "" where there is none.

    Attributes:
        html5: whether it is today's: <!doctype html>.
        quirks: whether browsers draw the page in quirks mode for it.
    """

    text: str
    html5: bool
    quirks: bool


def doctype_of(markup: str) -> Doctype:
    """The doctype at the head of a document; one that comes after anything else is none."""
    start = _BEFORE.match(markup)
    found = _DOCTYPE.match(markup, start.end() if start else 0)
    if not found:
        return Doctype("", html5=False, quirks=True)
    inner = found[1][:1_000]
    name = _NAME.match(inner)
    public, system = _value(_PUBLIC, inner), _system(inner)
    plain = name is not None and name[1].lower() == "html"
    legacy = system in (None, "about:legacy-compat")
    return Doctype(
        text=" ".join(found[0].split())[:200],
        html5=plain and public is None and legacy,
        quirks=not plain or _is_quirky(public or "", system),
    )


def _is_quirky(public: str, system: str | None) -> bool:
    if public in _QUIRKY or system == _QUIRKY_SYSTEM or public.startswith(_QUIRKY_STARTS):
        return True
    return system is None and public.startswith(_QUIRKY_WITHOUT_SYSTEM)


def _system(inner: str) -> str | None:
    """The system identifier; after a public one it stands without a word before it."""
    found = _PUBLIC.search(inner)
    if not found:
        return _value(_SYSTEM, inner)
    rest = re.search(r"\"([^\"]*)\"|'([^']*)'", inner[found.end() :])
    return (rest[1] or rest[2] or "").lower() if rest else None


def _value(pattern: re.Pattern[str], inner: str) -> str | None:
    found = pattern.search(inner)
    return (found[1] or found[2] or "").lower() if found else None
