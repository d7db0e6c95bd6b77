"""Groups of pages whose main text is nearly the same, over all sites of an agency."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from audits.facts.duplicates import distance

Print = tuple[str, int, int]

# Of 64 bits. Nine in ten long texts with one word put in stay within it, and no two texts that
# were made apart; measured in the tests of `duplicates`.
NEAR = 4
# Word counts of nearly the same texts differ by no more than this share of the longer.
_LENGTHS = 0.1
# One more band than bits that may differ: then some band of two near prints is equal.
_BANDS = tuple((13 * i, (1 << (13 if i < 4 else 12)) - 1) for i in range(5))
# A band value that half the nation shares says nothing; pairs in it would be compared in vain.
_MOST_IN_A_BUCKET = 400


def clusters(prints: Iterable[Print]) -> list[tuple[str, ...]]:
    """Groups of two or more URLs whose texts are nearly the same, largest first, URLs sorted."""
    alike: dict[tuple[int, int], list[str]] = defaultdict(list)
    for url, simhash, words in prints:
        alike[simhash, words].append(url)
    keys = sorted(alike)
    leader = {key: key for key in keys}
    for one, other in _near(keys):
        leader[_root(leader, one)] = _root(leader, other)
    groups: dict[tuple[int, int], list[str]] = defaultdict(list)
    for key in keys:
        groups[_root(leader, key)] += alike[key]
    found = [tuple(sorted(set(urls))) for urls in groups.values()]
    return sorted((urls for urls in found if len(urls) > 1), key=lambda urls: (-len(urls), urls))


def _near(keys: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    for shift, mask in _BANDS:
        buckets: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for key in keys:
            buckets[(key[0] >> shift) & mask].append(key)
        for bucket in buckets.values():
            for one, other in combinations(bucket[:_MOST_IN_A_BUCKET], 2):
                if distance(one[0], other[0]) <= NEAR and _as_long(one[1], other[1]):
                    yield one, other


def _as_long(one: int, other: int) -> bool:
    return abs(one - other) <= _LENGTHS * max(one, other)


def _root(leader: dict[tuple[int, int], tuple[int, int]], key: tuple[int, int]) -> tuple[int, int]:
    while leader[key] != key:
        leader[key] = leader[leader[key]]
        key = leader[key]
    return key
