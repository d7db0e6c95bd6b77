"""How a text is written: the share of passive sentences and of abbreviations, by its words.

A sentence counts as passive where a form of "be" or "get" stands before a participle, with two
words at most between them; participles are known by "ed" and by a list of the irregular ones.
Such a rule takes some adjectives for participles, so that its share decides nothing.
"""

from dataclasses import dataclass

from audits.facts.prose import Prose

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "get", "gets", "got"})
_PARTICIPLES = frozenset(
    """born bought broken brought built caught chosen cut done drawn driven eaten fallen felt found
    forgotten frozen given gone grown heard held hidden hit hurt kept known laid led left lent lost
    made meant met paid put read sold sent set shown shut spent spoken spread stolen sworn taken
    taught thought thrown told torn understood withdrawn won worn written""".split()  # noqa: SIM905
)
_NO_PARTICIPLES = frozenset({"need", "needed", "indeed", "hundred", "united", "speed", "seed"})


@dataclass(frozen=True, slots=True)
class Style:
    """Shares from 0 to 1, with two digits."""

    passive: float
    acronyms: float


def style_of(prose: Prose) -> Style:
    """How the text is written; shares are 0 for no text."""
    passive = sum(map(_is_passive, prose.sentences))
    large = (word for words in prose.sentences for word in filter(str.isupper, words))
    acronyms = sum(map(_is_acronym, large))
    return Style(
        round(passive / max(1, len(prose.sentences)), 2), round(acronyms / max(1, prose.words), 2)
    )


def _is_passive(words: tuple[str, ...]) -> bool:
    left = 0
    lowered = " ".join(words).lower().split()
    for folded in lowered if not _BE.isdisjoint(lowered) else ():
        if left and _is_participle(folded):
            return True
        left = 3 if folded in _BE else left - 1 if left else 0
    return False


def _is_participle(word: str) -> bool:
    if word in _PARTICIPLES:
        return True
    return word.endswith("ed") and len(word) > 4 and word not in _NO_PARTICIPLES


def _is_acronym(word: str) -> bool:
    return word.isupper() and word.isalpha() and 2 <= len(word) <= 6
