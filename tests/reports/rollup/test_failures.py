from ideaaudit.models import Automation, Card, Cause, Evidence, Level, Outcome, Strength
from reports.rollup.failures import CAUSES, FIRST_URLS, LISTED_URLS, Shown, failures
from reports.rollup.gathered import Gathered

CARD = Card("check", "h", "Check", "", Strength.MUST, Level.PAGE, Automation.FULL, "")


def cause(id: str, pages: int, outcome: Outcome = Outcome.FAILED) -> Cause:
    urls = tuple(f"https://a.gov/{number:04}" for number in range(min(pages, 1000)))
    return Cause(id, "check", "a.gov", outcome, Evidence("https://a.gov/0"), pages, pages, urls)


def shown(
    *causes: Cause, places: dict[str, list[Evidence]] | None = None
) -> dict[tuple[str, Outcome], Shown]:
    return failures(causes, {"check": CARD}, 10, Gathered(places=places or {}))


def test_the_first_ten_pages_are_in_sight_and_the_rest_behind_a_fold() -> None:
    (one,) = shown(cause("a", 214))["check", Outcome.FAILED].failures
    assert (len(one.first), len(one.rest), one.unlisted) == (FIRST_URLS, 204, 0)
    assert one.first + one.rest == cause("a", 214).urls


def test_pages_that_are_not_listed_are_counted() -> None:
    (one,) = shown(cause("a", 9000))["check", Outcome.FAILED].failures
    assert (len(one.first), len(one.rest), one.unlisted) == (FIRST_URLS, 990, 8000)


def test_of_many_causes_the_weightiest_are_shown_and_the_others_counted() -> None:
    causes = [cause(f"c{number:03}", number + 1) for number in range(100)]
    found = shown(*causes)["check", Outcome.FAILED]
    assert [one.fix.pages for one in found.failures] == list(range(100, 100 - CAUSES, -1))
    assert found.more == 100 - CAUSES


def test_however_many_causes_only_so_many_urls_are_listed() -> None:
    found = shown(*(cause(f"c{number}", 1000) for number in range(15)))
    rest = sum(len(one.rest) for one in found["check", Outcome.FAILED].failures)
    assert rest == LISTED_URLS


def test_failures_take_their_room_before_doubts() -> None:
    doubts = [cause(f"d{number}", 1000, Outcome.CANT_TELL) for number in range(8)]
    found = shown(*doubts, cause("f", 1000))
    assert len(found["check", Outcome.FAILED].failures[0].rest) == 990


def test_places_come_from_the_verdicts_else_from_the_cause() -> None:
    place = Evidence("https://a.gov/7", selector="p")
    key = ("check", Outcome.FAILED)
    assert shown(cause("a", 1), places={"a": [place]})[key].failures[0].places == (place,)
    assert shown(cause("a", 1))[key].failures[0].places == (Evidence("https://a.gov/0"),)


def test_a_cause_of_an_unknown_check_is_left_out() -> None:
    assert failures([cause("a", 1)], {}, 10, Gathered()) == {}
