import pytest

from reports.rollup.rate import Interval, Rate, share, wilson


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0%"), (0.001, "under 1%"), (0.25, "25%"), (0.999, "over 99%"), (1, "100%")],
)
def test_only_none_and_all_read_so(value: float, text: str) -> None:
    assert share(value) == text


def test_a_rate_of_nothing_has_no_share() -> None:
    assert Rate(0, 0).share == ""
    assert Rate(1, 3).share == "33%"


@pytest.mark.parametrize(
    ("hits", "sample", "low", "high"),
    [
        # Wilson's interval as published tables have it.
        (1, 10, 0.0179, 0.4042),
        (5, 20, 0.1119, 0.4687),
        (0, 20, 0.0, 0.1611),
        (20, 20, 0.8389, 1.0),
    ],
)
def test_the_interval_is_wilsons(hits: int, sample: int, low: float, high: float) -> None:
    found = wilson(hits, sample)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.0001)


def test_without_a_sample_there_is_no_interval() -> None:
    assert wilson(0, 0) is None


def test_an_interval_reads_in_percent() -> None:
    assert Interval(1, 10, 0.0179, 0.4042).text == "between 2% and 40%"
