import pytest

from crawler.losses import MOST_IN_A_ROW, Losses
from ideaaudit.models import Gap, Reason


@pytest.mark.parametrize(
    ("reason", "status"),
    [
        (Reason.DNS, None),
        (Reason.TLS, None),
        (Reason.REFUSED, None),
        (Reason.TIMEOUT, None),
        (Reason.BLOCKED, 429),
        (Reason.CHALLENGED, 200),
        (Reason.HTTP_ERROR, 502),
    ],
)
def test_a_site_that_does_not_answer_is_left_alone_and_it_is_said_why(
    reason: Reason, status: int | None
) -> None:
    losses = Losses()
    gap = Gap("page", reason, "what it said")
    assert [losses.note(gap, status) for _ in range(MOST_IN_A_ROW - 1)] == [None] * 9
    left = losses.note(gap, status)
    assert left is not None
    assert left.reason is reason
    assert left.detail == "the site was left alone after 10 failures in a row: what it said"


@pytest.mark.parametrize(
    ("reason", "status"), [(Reason.NOT_FOUND, 404), (Reason.HTTP_ERROR, 400), (Reason.ERROR, None)]
)
def test_an_answer_that_is_no_page_is_an_answer(reason: Reason, status: int | None) -> None:
    losses = Losses()
    assert not any(losses.note(Gap("page", reason), status) for _ in range(100))


@pytest.mark.parametrize(
    ("reason", "answered", "left"),
    [(Reason.BLOCKED, True, False), (Reason.BLOCKED, None, True), (Reason.ERROR, False, True)],
)
def test_who_saw_the_answer_may_know_better(reason: Reason, answered: bool, left: bool) -> None:
    losses = Losses()
    told = [losses.note(Gap("page", reason), 403, answered) for _ in range(MOST_IN_A_ROW)]
    assert any(told) is left


def test_a_storm_that_lets_a_page_through_now_and_then_is_a_storm() -> None:
    losses, gap = Losses(), Gap("page", Reason.HTTP_ERROR, "HTTP 503")
    told = []
    for number in range(60):
        if number % 5 == 4:
            losses.answered()
        else:
            told.append(losses.note(gap, 503))
    first = next(one for one in told if one)
    assert "failures among the last" in first.detail


def test_a_site_with_some_errors_is_walked_on() -> None:
    losses, gap = Losses(), Gap("page", Reason.TIMEOUT)
    for number in range(200):
        if number % 2:
            losses.answered()
        else:
            assert losses.note(gap) is None
