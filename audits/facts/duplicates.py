"""Likeness of texts: a 64-bit SimHash for main text, a MinHash sketch for headers and footers.

SimHash: Charikar 2002, over the page's words in threes; two pages are nearly the same where
few of the 64 bits differ. MinHash: Broder 1997, one hex digit for each of 32 permutations; the
share of equal digits is near the share of links and words that two regions have in common.
"""

import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from audits.facts.tree import normal

SKETCH = 32
ENOUGH_WORDS = 100
_WORD = re.compile(r"\w+")
_MOST_SHINGLES = 20_000


def words_of(text: str) -> list[str]:
    return _WORD.findall(normal(text))


def text_hash(words: Sequence[str]) -> str:
    """16 hex digits that two pages share only where all their words agree."""
    return blake2b(" ".join(words).encode(), digest_size=8).hexdigest()


def simhash(words: Sequence[str]) -> int:
    """64 bits, unsigned; alike for texts that are alike. 0 for a text below three words."""
    shingles = {" ".join(words[i : i + 3]) for i in range(min(len(words) - 2, _MOST_SHINGLES))}
    if not shingles:
        return 0
    # Eight lanes of eight bits are counted at once: each byte of a digest looks up a spread of
    # its bits, sixteen bits apart, so that one addition counts eight bits.
    lanes = [0] * 8
    for shingle in shingles:
        for lane, byte in enumerate(_digest(shingle)):
            lanes[lane] += _SPREAD[byte]
    half = len(shingles) / 2
    bits = 0
    for lane in lanes:
        for bit in range(8):
            bits = bits << 1 | (((lane >> 16 * bit) & 0xFFFF) > half)
    return bits


_SPREAD = [sum(((byte >> bit) & 1) << (16 * bit) for bit in range(8)) for byte in range(256)]


def distance(one: int, other: int) -> int:
    """In how many of their bits two SimHashes differ."""
    return (one ^ other).bit_count()


def sketch(features: Iterable[str]) -> str:
    """32 hex digits; "" for no features."""
    digests = [_long_digest(feature) for feature in set(features)]
    if not digests:
        return ""
    return "".join(f"{min(d[2 * i : 2 * i + 2] for d in digests)[1] & 15:x}" for i in range(SKETCH))


def likeness(one: str, other: str) -> float:
    """About which share of their features two sketches have in common, from 0 to 1."""
    if not one or not other:
        return 0.0
    same = sum(a == b for a, b in zip(one, other, strict=False)) / SKETCH
    return max(0.0, (same - 1 / 16) / (1 - 1 / 16))


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()


def _long_digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=64).digest()
