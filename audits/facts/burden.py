"""What a collection of information says of the time that it takes (5 CFR 1320.8(b)(3))."""

import re
from itertools import islice

from audits.facts.near import Stems, first, matches

_BURDEN = re.compile(
    r"\b(?:public|reporting|respondent|paperwork|estimated|average|time) (?:reporting )?burden\b"
    r"|\bburden (?:statement|estimate|hours?|time|for this collection|of this collection)\b"
    r"|\bpaperwork (?:reduction|burden)\b|\bcarga (?:p[uú]blica|de trabajo|estimada)\b"
    r"|\breducci[oó]n de tr[aá]mites\b"
)
MOST = 50
_TIME = re.compile(
    r"\b(?:\d+(?:[.,]\d+)?|an?|one|two|three|five|ten|fifteen|twenty|thirty|forty-five)"
    r"[- ]?(?:minutes?|mins?\b|hours?|minutos|horas?)"
)
_BURDEN_STEMS = Stems("burden", "paperwork", "carga", "reducci")
_VOLUNTARY_STEMS = Stems(
    "respond", "no person", "no one", "no individual", "not conduct", "obligad"
)
_VOLUNTARY = re.compile(
    r"\b(?:not|nor|no) (?:be )?required to respond\b|\bneed not respond\b"
    r"|\bno (?:person|one|individual)s? (?:is|are|shall be|will be|may be) (?:required|subject)"
    r"|\bmay not conduct or sponsor\b|\bno est[aá] obligad[oa] a responder\b"
)


def states_burden(words: str) -> bool:
    """Whether a text, as it is compared, names the burden, and near it a time."""
    return any(
        _TIME.search(words, max(0, found.start() - 600), found.end() + 900)
        for found in islice(matches(_BURDEN, words, _BURDEN_STEMS.stretches(words)), MOST)
    )


def says_voluntary(words: str) -> bool:
    """Whether a text, as it is compared, says that nobody has to respond without a valid control
    number."""
    return bool(first(_VOLUNTARY, words, _VOLUNTARY_STEMS.stretches(words)))
