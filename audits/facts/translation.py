"""In which languages a page is offered, and which tools translate it by machine (M-23-22 A.3c)."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from audits.facts.document import Document
from audits.facts.language import is_known, primary
from audits.facts.links import Link
from audits.facts.near import Stems
from audits.facts.tree import normal, text_of

# What languages call themselves, as language selectors do; "" where only the name is known.
_NAMES = {
    "español": "es", "espanol": "es", "en español": "es", "en espanol": "es", "spanish": "es",
    "中文": "zh", "繁體中文": "zh", "简体中文": "zh", "繁體字": "zh", "简体字": "zh",
    "chinese": "zh",
    "tiếng việt": "vi", "vietnamese": "vi", "한국어": "ko", "korean": "ko", "русский": "ru",
    "russian": "ru", "tagalog": "tl", "filipino": "tl", "français": "fr", "francais": "fr",
    "french": "fr", "kreyòl ayisyen": "ht", "kreyol ayisyen": "ht", "haitian creole": "ht",
    "العربية": "ar", "arabic": "ar", "português": "pt", "portuguese": "pt", "日本語": "ja",
    "japanese": "ja", "polski": "pl", "deutsch": "de", "german": "de", "italiano": "it",
    "فارسی": "fa", "farsi": "fa", "አማርኛ": "am", "hmoob": "hmn", "hmong": "hmn",
    "diné bizaad": "nv", "navajo": "nv", "somali": "so", "soomaali": "so", "ไทย": "th",
    "हिन्दी": "hi", "ខ្មែរ": "km", "українська": "uk",
}  # fmt: skip
_PATH = re.compile(
    r"^/(?:(es|espanol|espa%c3%b1ol|spanish)|(zh|vi|ko|ru|tl|fr|ht|ar))(?:/|$)", re.I
)
_TOOLS = {
    "google": Stems("translate.google.com/translate_a", "google_translate_element", "goog-te-",
               "translate.googleapis.com", "translate.google.com/translate?", ".translate.goog",
               "translate.google.com/website"),
    "gtranslate": Stems("gtranslate.net", "gtranslate_wrapper", "gt_float_switcher",
                   "gtranslatesettings"),
    "microsoft": Stems("microsofttranslator.com", "microsofttranslatorwidget"),
    "weglot": Stems("weglot.com", "weglot.min.js", "weglot_"),
    "conveythis": Stems("conveythis.com"),
    "bablic": Stems("cdn.bablic.com", "bablic.js"),
    "localize": Stems("global.localizecdn.com", "localizejs.com"),
    "linguise": Stems("linguise.com"),
}  # fmt: skip


def languages_of(document: Document, links: Sequence[Link]) -> tuple[str, ...]:
    """Other languages that the page says it is offered in: by hreflang, or by a link or a button
    that bears a language's name; primary subtags, sorted, without English."""
    found = set()
    for element in document.root.iter("link", "a"):
        if (written := element.get("hreflang")) and is_known(tag := primary(written)):
            found.add(tag)
    buttons = (normal(text_of(element)) for element in document.root.iter("button"))
    for text in (*(link.text for link in links), *buttons):
        # A selector's entry, not a title that has the word in it; USWDS adds "(Spanish)".
        name = text.partition(" (")[0].strip(" |()[]>»").removeprefix("en ")
        found.add(_NAMES.get(text, "") or _NAMES.get(name, ""))
    return tuple(sorted(found - {"", "en", "x"}))


def language_in(path: str) -> str:
    """The language that a URL names first in its path, "" for English and none."""
    found = _PATH.match(urlsplit(path).path)
    if not found:
        return ""
    return "es" if found[1] else found[2].lower()


def translators_of(seen: Sequence[str]) -> tuple[str, ...]:
    """Tools on the page that translate by machine.

    Args:
        seen: all markup of the page and the addresses that it asked for, in lower case.
    """
    return tuple(name for name, marks in _TOOLS.items() if marks.stand_in(*seen))
