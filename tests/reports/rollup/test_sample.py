import pytest

from ideaaudit.models import (
    BY_CHANCE,
    BY_EARLIER_CHANCE,
    Cause,
    Evidence,
    Outcome,
    PageClass,
    PageRow,
    PageState,
)
from reports.rollup.rate import failing
from reports.rollup.sample import Sample, sampled

FAILED, PASSED, UNTESTED = Outcome.FAILED, Outcome.PASSED, Outcome.UNTESTED


def row(why: str, outcome: Outcome, number: int = 0, **other: object) -> PageRow:
    values = {"draw": 1, "rendered": bool(why), "template": "t", **other}
    url = f"https://a.gov/{why}/{outcome}/{number}"
    outcomes = (("check", outcome),)
    return PageRow(url, PageState.WALKED, sampled_as=why, outcomes=outcomes, **values)


def rows(why: str, outcome: Outcome, count: int, **other: object) -> list[PageRow]:
    return [row(why, outcome, number, **other) for number in range(count)]


def bounds(sample: Sample) -> tuple[int, int]:
    interval = sample.interval("check")
    assert interval is not None
    return interval.low, interval.high


def test_chosen_pages_are_counted_and_the_rest_estimated_from_those_drawn() -> None:
    site = [
        *rows("home page", FAILED, 3),
        *rows("template 1a2b3c", PASSED, 2),
        *rows(BY_CHANCE, FAILED, 4),
        *rows(BY_CHANCE, Outcome.CANT_TELL, 10),
        *rows(BY_CHANCE, Outcome.INAPPLICABLE, 6),
        *rows("", UNTESTED, 75),
    ]
    low, high = failing(4, 20, 95)
    assert bounds(sampled(site)) == (3 + low, 3 + high)


def test_where_every_page_was_rendered_the_count_is_exact() -> None:
    site = [*rows("every page is rendered", FAILED, 3), *rows("home page", PASSED, 5)]
    interval = sampled(site).interval("check")
    assert interval is not None
    assert interval.exact
    assert interval.text == "3 of 8 pages"


def test_what_is_judged_as_served_is_exact_whatever_was_drawn() -> None:
    site = [*rows(BY_CHANCE, FAILED, 3), *rows("", FAILED, 5), *rows("", PASSED, 50)]
    assert bounds(sampled(site)) == (8, 8)


def test_a_drawn_page_that_was_lost_may_have_failed_or_not() -> None:
    site = [*rows(BY_CHANCE, FAILED, 4), *rows(BY_CHANCE, PASSED, 14), *rows("", UNTESTED, 75)]
    lost = rows(BY_CHANCE, UNTESTED, 2, rendered=False)
    expected = (failing(4, 20, 95)[0], failing(6, 20, 95)[1])
    assert bounds(sampled([*site, *lost])) == expected


def test_a_chosen_page_that_was_lost_may_have_failed_or_not() -> None:
    site = [*rows("home page", FAILED, 1), *rows("form page", UNTESTED, 1, rendered=False)]
    assert bounds(sampled(site)) == (1, 2)


def test_pages_found_after_the_draw_are_spoken_for_by_nobody() -> None:
    site = [*rows(BY_CHANCE, PASSED, 20), *rows("", UNTESTED, 20)]
    late = rows("", UNTESTED, 7, draw=0)
    assert bounds(sampled([*site, *late])) == (0, failing(0, 20, 40)[1] + 7)


def test_an_earlier_draw_speaks_for_itself_alone() -> None:
    site = [*rows(BY_EARLIER_CHANCE, FAILED, 5), *rows(BY_CHANCE, PASSED, 20)]
    assert bounds(sampled([*site, *rows("", UNTESTED, 20)])) == (5, 5 + failing(0, 20, 40)[1])


def test_without_a_draw_only_what_was_seen_is_known() -> None:
    assert bounds(sampled([*rows("home page", FAILED, 1), *rows("", UNTESTED, 9)])) == (1, 10)


def test_failures_that_were_served_raise_the_lower_bound() -> None:
    site = [*rows(BY_CHANCE, PASSED, 20), *rows("", FAILED, 3), *rows("", UNTESTED, 17)]
    assert bounds(sampled(site)) == (3, failing(0, 20, 40)[1])


@pytest.mark.parametrize(
    "other",
    [
        row("", FAILED, status=404),
        PageRow("https://a.gov/x", PageState.LOST, "timeout"),
        row("", Outcome.INAPPLICABLE, page_class=PageClass.DOCUMENT),
    ],
)
def test_what_is_no_page_is_not_in_the_denominator(other: PageRow) -> None:
    assert sampled([*rows("home page", PASSED, 2), other]).total == 2


def test_a_check_that_judges_documents_gets_no_interval() -> None:
    document = row("", FAILED, page_class=PageClass.DOCUMENT)
    assert sampled([*rows("home page", PASSED, 2), document]).interval("check") is None


def a_cause(pages: list[PageRow], unlisted: int = 0) -> Cause:
    urls = tuple(sorted(page.url for page in pages))
    return Cause("c", "check", "a.gov", FAILED, Evidence(""), len(urls) + unlisted, 9, urls)


def test_a_cause_is_estimated_as_a_check_is() -> None:
    chosen, drawn = rows("home page", FAILED, 3), rows(BY_CHANCE, FAILED, 4)
    site = [*chosen, *drawn, *rows(BY_CHANCE, PASSED, 16), *rows("", UNTESTED, 75)]
    sample = sampled(site)
    interval = sample.interval_of(a_cause([chosen[0], *drawn[:2]]))
    low, high = failing(2, 20, 95)
    assert interval is not None
    assert (interval.low, interval.high, interval.hits) == (1 + low, 1 + high, 2)
    assert sample.interval_of(a_cause([*chosen, *drawn])) == sample.interval("check")


def test_a_cause_whose_pages_are_not_all_listed_is_not_estimated() -> None:
    drawn = rows(BY_CHANCE, FAILED, 4)
    sample = sampled([*drawn, *rows("", UNTESTED, 75)])
    assert sample.interval_of(a_cause(drawn, unlisted=1)) is None


def test_the_sample_says_what_each_page_stands_for() -> None:
    site = [*rows("home page", PASSED, 1), *rows(BY_CHANCE, PASSED, 4), *rows("", UNTESTED, 6)]
    sample = sampled(site)
    assert (sample.picked, sample.frame, sample.each) == (1, 10, 2.5)
    assert (sample.templates["t"], sample.shown["t"]) == (11, 5)
    assert [one.why for one in sample.chosen] == ["home page"] + [BY_CHANCE] * 4
