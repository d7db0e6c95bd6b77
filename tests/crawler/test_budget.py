import pytest

from crawler.budget import LEAST_SECONDS, Budget, estimate
from ideaaudit.settings import Settings

SAMPLE = Budget.of(Settings())


@pytest.mark.parametrize("delay", [0.0, 1.0, 10.0, 16.0])
def test_a_pause_that_fits_into_an_hour_changes_nothing(delay: float) -> None:
    assert SAMPLE.paced(delay) == SAMPLE


@pytest.mark.parametrize("delay", [20.0, 60.0, 120.0])
def test_a_long_pause_shrinks_the_budget_to_an_hour(delay: float) -> None:
    paced = SAMPLE.paced(delay)
    assert 1 <= paced.renders <= paced.pages < SAMPLE.pages
    assert (paced.pages + paced.renders) * delay <= 3600
    assert f"asks for {delay:g} s between requests" in paced.why


def test_however_long_the_pause_one_page_is_left() -> None:
    paced = SAMPLE.paced(1e9)
    assert (paced.pages, paced.renders) == (1, 1)


def test_a_small_site_has_an_hour_and_a_large_one_a_multiple_of_its_estimate() -> None:
    assert SAMPLE.seconds == LEAST_SECONDS
    full = Settings(profile="full")
    assert Budget.of(full).seconds == 4 * estimate(full, full.at_once)


def test_more_tabs_promise_an_earlier_end() -> None:
    slow, fast = (Settings(delay=0, render=200, tabs=tabs) for tabs in (1, 8))
    assert estimate(fast, 8) < estimate(slow, 8)


def test_a_profile_says_how_many_tabs_are_open_unless_the_user_does() -> None:
    found = [Settings(profile=name).open_tabs for name in ("home", "sample", "full")]
    assert found == [4, 2, 2]
    assert Settings(profile="home", tabs=3).open_tabs == 3
