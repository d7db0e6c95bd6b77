from ideaaudit.models import Outcome, PageRow, PageState
from reports.rollup.sample import sampled


def row(sampled_as: str, outcome: Outcome, *, rendered: bool = True) -> PageRow:
    url = f"https://a.gov/{sampled_as}"
    outcomes = (("check", outcome),)
    return PageRow(
        url, PageState.WALKED, sampled_as=sampled_as, rendered=rendered, outcomes=outcomes
    )


def test_only_random_pages_that_were_rendered_and_judged_count() -> None:
    rows = [
        row("home", Outcome.FAILED),
        row("template", Outcome.FAILED),
        row("random", Outcome.FAILED),
        row("random", Outcome.PASSED),
        row("random", Outcome.CANT_TELL),
        row("random", Outcome.INAPPLICABLE),
        row("random", Outcome.UNTESTED),
        row("random", Outcome.FAILED, rendered=False),
    ]
    interval = sampled(rows).interval("check")
    assert interval is not None
    assert (interval.hits, interval.sample) == (1, 3)


def test_without_random_pages_nothing_is_estimated() -> None:
    assert sampled([row("home", Outcome.FAILED)]).interval("check") is None
