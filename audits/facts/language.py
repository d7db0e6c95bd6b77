"""Languages: which tags name one, and in which language a text is written.

A tag is judged by its primary subtag (RFC 5646, as ACT rule bf051a has it): one of two letters
must be in ISO 639-1; of those with three letters the most used in the United States are known
here, and others are left open; no other length is in use.

The words that make up most of English and Spanish tell those apart at once. Any other text goes
to py3langid (a naive Bayes model over byte n-grams of 140 languages), loaded when first needed.
"""

from functools import cache, lru_cache
from typing import Any

from audits.facts.tree import normal

_TWO = frozenset(
    """aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy
    hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky
    la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc
    oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su
    sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh
    zu""".split()  # noqa: SIM905
)
_THREE = frozenset(
    """apa ase chk cho chr chy cmn dak esu fil gcf grc hak haw hbo hmn ilo kar kos lkt mam mix mnk
    mnw mus nan nah pap pau pon prs quc quz rhg sgn srn tpi und war yap yue yup zap""".split()  # noqa: SIM905
)
_EN = frozenset(
    """the of and to is for with that are as by this from at it your you we our be was were have has
    will can not which or their they how what about these if""".split()  # noqa: SIM905
)
_ES = frozenset(
    """el los las y por para con una del su sus como más este esta puede sobre usted que se lo al
    ha son sin hasta también cuando""".split()  # noqa: SIM905
)
# Languages that a detector takes for each other, or that stand under one name.
_KIN = (
    frozenset({"zh", "cmn", "yue", "wuu", "hak", "nan"}),
    frozenset({"no", "nb", "nn", "da"}),
    frozenset({"sr", "hr", "bs", "sh", "me"}),
    frozenset({"id", "in", "ms", "jv"}),
    frozenset({"tl", "fil", "ilo", "war", "bcl"}),
    frozenset({"fa", "prs", "ps", "tg"}),
    frozenset({"he", "iw", "hbo", "yi"}),
    frozenset({"es", "gl", "ext", "an", "ca"}),
    frozenset({"en", "pcm"}),
    frozenset({"ht", "gcf", "gcr", "fr"}),
    frozenset({"ro", "mo"}),
    frozenset({"qu", "quz"}),
    frozenset({"hi", "mr", "ne", "sa"}),
    frozenset({"ar", "arz", "ary"}),
    frozenset({"cs", "sk"}),
    frozenset({"ru", "uk", "be", "bg"}),
)
_SURE = 0.95
_READ = 600
_NO_LANGUAGE = frozenset({"zxx", "la"})


def primary(tag: str) -> str:
    """The primary subtag, lower case: "en" of " EN-us"."""
    return tag.partition("-")[0].strip().lower()


def is_known(tag: str) -> bool | None:
    """Whether the tag names a language; None for three letters that are not known here."""
    subtag = primary(tag)
    if len(subtag) == 3 and subtag.isascii() and subtag.isalpha():
        return True if subtag in _THREE else None
    return subtag in _TWO


def same_language(one: str, other: str) -> bool:
    """Whether two primary subtags may stand for what a detector takes for one language."""
    return one == other or any(one in kin and other in kin for kin in _KIN)


def language_of(text: str, least: int = 200) -> str:
    """The primary subtag of the language that a text is surely written in.

    "" where the text has fewer characters than `least`, or the detector is not sure.
    """
    return _detected(text[:_READ]) if len(text) >= least else ""


@lru_cache(maxsize=4096)
def _detected(text: str) -> str:
    words = (text.lower() if text.isascii() else normal(text)).split()
    if not any(c.isalpha() for c in text):
        return ""
    english = sum(map(_EN.__contains__, words)) / len(words)
    spanish = sum(map(_ES.__contains__, words)) / len(words)
    if max(english, spanish) > 0.12 and min(english, spanish) < 0.04:
        return "en" if english > spanish else "es"
    language, confidence = _model().classify(text)
    if confidence < _SURE or language in _NO_LANGUAGE:
        return ""
    return str(language)


@cache
def _model() -> Any:
    # Loading takes most of a second, and few sites need it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
