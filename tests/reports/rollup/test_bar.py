from hypothesis import given
from hypothesis import strategies as st

from ideaaudit.models import Outcome
from reports.rollup.bar import bar
from reports.rollup.tally import Tally

COUNTS = st.integers(min_value=0, max_value=10**6)


def test_a_bar_of_nothing_has_no_parts() -> None:
    assert bar(Tally()) == ()


def test_one_outcome_fills_the_bar() -> None:
    (part,) = bar(Tally(passed=7))
    assert (part.outcome, part.start, part.length) == (Outcome.PASSED, "0.00", "100.00")


@given(st.tuples(COUNTS, COUNTS, COUNTS, COUNTS, COUNTS))
def test_what_is_there_can_be_seen_and_the_bar_is_never_longer(
    counts: tuple[int, int, int, int, int],
) -> None:
    tally = Tally(*counts)
    parts = bar(tally)
    assert [part.outcome for part in parts] == [one for one, count in tally.parts if count]
    assert all(float(part.length) > 1 for part in parts)
    ends = [float(part.start) + float(part.length) for part in parts]
    assert ends == sorted(ends)
    assert not ends or abs(ends[-1] - 100) < 0.05
