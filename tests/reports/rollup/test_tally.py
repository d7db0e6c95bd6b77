from ideaaudit.models import Outcome
from reports.rollup.tally import ORDER, Tally, total


def test_a_tally_names_all_five_outcomes_in_order() -> None:
    tally = Tally.of({Outcome.UNTESTED: 4, Outcome.FAILED: 1})
    assert tally.parts == tuple(zip(ORDER, (1, 0, 0, 0, 4), strict=True))
    assert set(ORDER) == set(Outcome)


def test_what_was_judged_leaves_out_what_did_not_apply_and_what_was_not_seen() -> None:
    tally = Tally(failed=1, cant_tell=2, passed=4, inapplicable=8, untested=16)
    assert (tally.judged, tally.total) == (7, 31)


def test_single_outcomes_are_counted_and_tallies_summed() -> None:
    each = Tally.each([Outcome.PASSED, Outcome.PASSED, Outcome.CANT_TELL])
    assert total([each, each, Tally(failed=1)]) == Tally(1, 2, 4)
    assert total([]) == Tally()
