from math import comb

import pytest

from reports.rollup.rate import Interval, Rate, failing, share


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0%"), (0.001, "under 1%"), (0.25, "25%"), (0.999, "over 99%"), (1, "100%")],
)
def test_only_none_and_all_read_so(value: float, text: str) -> None:
    assert share(value) == text


def test_a_rate_of_nothing_has_no_share() -> None:
    assert Rate(0, 0).share == ""
    assert Rate(1, 3).share == "33%"


def chances(failures: int, drawn: int, total: int) -> list[float]:
    """The hypergeometric distribution in whole numbers."""
    ways = (comb(failures, x) * comb(total - failures, drawn - x) for x in range(drawn + 1))
    return [number / comb(total, drawn) for number in ways]


@pytest.mark.parametrize("total", [1, 2, 9, 24])
def test_no_number_is_left_out_that_could_well_be(total: int) -> None:
    for drawn in range(1, total + 1):
        for hits in range(drawn + 1):
            possible = [
                number
                for number in range(hits, total - (drawn - hits) + 1)
                if sum(chances(number, drawn, total)[: hits + 1]) > 0.025
                and sum(chances(number, drawn, total)[hits:]) > 0.025
            ]
            assert failing(hits, drawn, total) == (possible[0], possible[-1])


@pytest.mark.parametrize("drawn", [1, 7, 20])
def test_the_truth_is_inside_in_95_of_100_draws_whatever_it_is(drawn: int) -> None:
    total = 40
    for truth in range(total + 1):
        held = 0.0
        for hits, chance in enumerate(chances(truth, drawn, total)):
            if chance:
                low, high = failing(hits, drawn, total)
                held += chance * (low <= truth <= high)
        assert held >= 0.95


def test_large_sites_are_no_trouble() -> None:
    assert failing(0, 1_000, 10_000) == (0, 34)
    assert failing(300, 1_000, 10_000) == (2_732, 3_279)


@pytest.mark.parametrize(
    ("low", "high", "total", "text"),
    [
        (3_423, 3_980, 4_812, "between 71% and 83% of 4,812 pages"),
        (3_417, 3_999, 4_812, "between 71% and 84% of 4,812 pages"),
        (0, 40, 100, "between 0% and 40% of 100 pages"),
        (1, 400, 1_000, "between 1 and 400 of 1,000 pages"),
        (980, 1_000, 1_000, "between 980 and 1,000 of 1,000 pages"),
        (12, 12, 200, "12 of 200 pages"),
        (1, 1, 1, "1 of 1 page"),
    ],
)
def test_an_interval_reads_so_that_it_promises_no_more(
    low: int, high: int, total: int, text: str
) -> None:
    assert Interval(low, high, total, 0, 1).text == text
