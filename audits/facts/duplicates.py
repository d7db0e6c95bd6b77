"""Likeness of texts: a 64-bit SimHash for main text, a MinHash sketch for headers and footers.

SimHash: Charikar 2002, over the page's words in threes; two pages are nearly the same where
few of the 64 bits differ. MinHash: Broder 1997, one hex digit for each of 32 permutations; the
share of equal digits is near the share of links and words that two regions have in common.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from audits.facts.tree import normal, words_in

SKETCH = 32
ENOUGH_WORDS = 100
_MOST_SHINGLES = 20_000
_ODD = 0x9E3779B97F4A7C15
Numbers = NDArray[np.uint64]


def words_of(text: str) -> list[str]:
    return words_in(normal(text))


def text_hash(words: Sequence[str]) -> str:
    """16 hex digits that two pages share only where all their words agree."""
    return blake2b(" ".join(words).encode(), digest_size=8).hexdigest()


def simhash(words: Sequence[str]) -> int:
    """64 bits, unsigned; alike for texts that are alike. 0 for a text below three words."""
    few = words[: _MOST_SHINGLES + 2]
    if len(few) < 3:
        return 0
    one = np.frombuffer(b"".join(map(_short_digest, few)), dtype="<u8")
    threes = np.sort(_mixed(one[:-2] + one[1:-1] * _ODD + one[2:] * (_ODD * _ODD % 2**64)))
    # Each once: `np.unique` takes five times as long.
    shingles = threes[np.append(threes[1:] != threes[:-1], True)]
    rows = shingles.astype("<u8").view(np.uint8).reshape(-1, 8)
    bits = np.unpackbits(rows, axis=1).sum(axis=0, dtype=np.uint32) > len(shingles) / 2
    return int.from_bytes(np.packbits(bits).tobytes(), "big")


def _mixed(numbers: Numbers) -> Numbers:
    """Numbers each of whose bits hangs on all: the finalizer of SplitMix64 (Steele and others,
    2014)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * 0xBF58476D1CE4E5B9
    numbers = (numbers ^ (numbers >> np.uint64(27))) * 0x94D049BB133111EB
    return numbers ^ (numbers >> np.uint64(31))


def distance(one: int, other: int) -> int:
    """In how many of their bits two SimHashes differ."""
    return (one ^ other).bit_count()


def sketch(features: Iterable[str]) -> str:
    """32 hex digits; "" for no features."""
    digests = b"".join(_long_digest(feature) for feature in set(features))
    if not digests:
        return ""
    least = np.frombuffer(digests, dtype=">u2").reshape(-1, SKETCH).min(axis=0)
    return "".join(f"{value & 15:x}" for value in least.tolist())


def likeness(one: str, other: str) -> float:
    """About which share of their features two sketches have in common, from 0 to 1."""
    if not one or not other:
        return 0.0
    same = sum(a == b for a, b in zip(one, other, strict=False)) / SKETCH
    return max(0.0, (same - 1 / 16) / (1 - 1 / 16))


@lru_cache(maxsize=16_384)
def _short_digest(word: str) -> bytes:
    return blake2b(word.encode("utf-8", "replace"), digest_size=8).digest()


@lru_cache(maxsize=16_384)
def _long_digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=64).digest()
