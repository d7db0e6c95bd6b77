"""Likeness of texts: a 64-bit SimHash for main text, a MinHash sketch for headers and footers.

SimHash: Charikar 2002, over the page's words in threes; two pages are nearly the same where
few of the 64 bits differ. MinHash: Broder 1997, one hex digit for each of 32 permutations; the
share of equal digits is near the share of links and words that two regions have in common.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np

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
    hashes = np.fromiter(map(_hash, words[: _MOST_SHINGLES + 2]), dtype=np.uint64)
    if len(hashes) < 3:
        return 0
    mixed = np.sort(_mixed(hashes[:-2] * _ODD[0] + hashes[1:-1] * _ODD[1] + hashes[2:]))
    shingles = mixed[np.append(True, mixed[1:] != mixed[:-1])]
    bits = np.unpackbits(shingles.astype(">u8").view(np.uint8).reshape(-1, 8), axis=1)
    most = bits.sum(axis=0) > len(shingles) / 2
    return int.from_bytes(np.packbits(most).tobytes(), "big")


# Odd numbers, so that the order of three words counts; the second and third finish MurmurHash3.
_ODD = np.array([0x9E3779B97F4A7C15, 0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53], dtype=np.uint64)
_HALF = np.uint64(33)


def _mixed(values: np.ndarray) -> np.ndarray:
    """Each value with every bit of it in every bit (Appleby, MurmurHash3's finalizer)."""
    values = (values ^ (values >> _HALF)) * _ODD[1]
    values = (values ^ (values >> _HALF)) * _ODD[2]
    mixed: np.ndarray = values ^ (values >> _HALF)
    return mixed


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


# Most words of a page stand on others too.
@lru_cache(maxsize=65_536)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")


@lru_cache(maxsize=16_384)
def _long_digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=64).digest()
