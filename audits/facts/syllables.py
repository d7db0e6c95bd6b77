"""How many syllables an English word has, by its spelling.

Groups of vowels are counted, "y" among them. An "e" that is not spoken is none: at the end
("make", "makes", "used") and before an ending ("statement"), but for "le" after a consonant
("table"), "es" after a hiss ("boxes") and "ed" after t or d ("needed"). Vowels that stand side by
side and are spoken apart count twice ("create", "radio", "being", "actual"). Words with a digit
count one, and letters without a vowel one each ("HTTP").
"""

import re
from functools import lru_cache

_SILENT = re.compile(
    r"(?<=[gq])ues?$"
    r"|(?<![^aeiouy]l)(?<![aeiouy][sxzcg])(?<![^aeiouy][sxzcg])(?<!ch)(?<!sh)es$"
    r"|(?<![td])(?<![^aeiouyl]l)(?<![^aeiouyr]r)ed$"
    r"|(?<![^aeiouy]l)e$"
)
_INNER = re.compile(
    r"(?<=[aeiouy][^aeiouyl])e(?=(?:ment|ly|less|ness|ful|thing|one|times?|body|where|fore)s?$)"
)
_VOWELS = re.compile(r"[aeiouy]+")
_APART = re.compile(
    r"(?<![cgst])ia|(?<![tscgln])io|^sci|(?<!t)iet|(?<![tc])ie(?=n[cts])|iu|(?<!g)eo(?![up])|^geo"
    r"|crea(?![mks])|rea$|^areas$|dea(?=[sl]?$)|^reac(?!h)|^real|thea|(?<![gq])ua(?!y)|(?<!q)uou"
    r"|[aou]y[aeiou]|[aeiouy]ing(?=s?$)|(?<=[^aeioutdp])i(?:er|est)s?$|eum|^coo[pr]|oe[mt]|thm|ism"
)
_JOINED = re.compile(r"^every|^busines")


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """The syllables of a word, at least one; see the module for how they are counted."""
    if any(char.isdigit() for char in word):
        return 1
    if word.isupper() and len(word) > 1 and not _VOWELS.search(word.lower()):
        return len(word)
    return max(1, sum(map(_of_part, re.split(r"['’-]", word.lower()))))


def _of_part(part: str) -> int:
    text = re.sub(r"[^a-z]", "", part)
    if len(text) <= 3:
        return 1 if _VOWELS.search(text) else 0
    bare = _INNER.sub("", _SILENT.sub("", text))
    spoken = len(_VOWELS.findall(bare)) + len(_APART.findall(bare)) - len(_JOINED.findall(bare))
    return max(1, spoken)
