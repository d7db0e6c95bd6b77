import random

from hypothesis import given
from hypothesis import strategies as st

from audits.facts.clusters import NEAR, clusters
from audits.facts.duplicates import distance, likeness, simhash, sketch, text_hash, words_of

VOCABULARY = [f"word{n}" for n in range(3_000)]


def text(seed: int, length: int = 400) -> list[str]:
    return random.Random(seed).choices(VOCABULARY, k=length)


def test_a_changed_sentence_stays_near_and_another_text_does_not() -> None:
    near = [distance(simhash(t), simhash([*t[:200], "updated", *t[201:]]))
            for t in (text(n, 900) for n in range(60))]  # fmt: skip
    far = [distance(simhash(text(n)), simhash(text(n + 1000))) for n in range(200)]
    assert sum(d <= NEAR for d in near) >= 54
    assert min(far) > NEAR


def test_a_simhash_is_a_function_of_the_words_alone() -> None:
    assert simhash(words_of("A b, C!  d.")) == simhash(words_of("a B c\n\nD"))
    assert simhash(["two", "words"]) == 0
    assert 0 < simhash(text(1)) < 2**64


def test_a_text_hash_agrees_only_where_all_words_do() -> None:
    assert text_hash(["a", "b"]) == text_hash(["a", "b"]) != text_hash(["a", "c"])
    assert len(text_hash([])) == 16


@given(st.sets(st.text(max_size=8), min_size=30, max_size=60), st.integers(0, 20))
def test_likeness_is_near_the_share_in_common(features: set[str], changed: int) -> None:
    ordered = sorted(features)
    other = [f"{x}-changed" if i < changed else x for i, x in enumerate(ordered)]
    common = len(features & set(other)) / len(features | set(other))
    assert abs(likeness(sketch(ordered), sketch(other)) - common) < 0.45


def test_the_same_features_in_any_order_are_one_sketch() -> None:
    assert sketch(["a", "b", "a"]) == sketch(["b", "a"])
    assert sketch([]) == ""
    assert likeness("", sketch(["a"])) == 0.0


def test_clusters_hold_what_is_near_and_are_ordered() -> None:
    base = simhash(text(1))
    prints = [("u3", base ^ 0b1011, 400), ("u1", base, 400), ("u2", base, 405)]
    prints += [("v1", simhash(text(2)), 400), ("w1", simhash(text(3)), 400)]
    prints += [("v2", simhash(text(2)), 400), ("long", base, 800)]
    assert clusters(prints) == [("u1", "u2", "u3"), ("v1", "v2")]


@given(st.integers(1, 2**64 - 1), st.sets(st.integers(0, 63), max_size=NEAR))
def test_no_near_pair_is_missed(base: int, bits: set[int]) -> None:
    other = base
    for bit in bits:
        other ^= 1 << bit
    assert clusters([("a", base, 100), ("b", other, 100)]) == [("a", "b")]


def test_a_hundred_thousand_pages_take_seconds() -> None:
    chance = random.Random(1)
    prints = [(f"u{n:06}", chance.getrandbits(64) | 1, 300) for n in range(100_000)]
    assert clusters([*prints, ("twin", prints[0][1], 300)]) == [("twin", "u000000")]
