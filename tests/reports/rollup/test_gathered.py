from ideaaudit.models import Evidence, Level, Outcome, Verdict
from reports.rollup.gathered import DOUBTS, PLACES, gather


def verdict(
    outcome: Outcome, *evidence: Evidence, level: Level = Level.PAGE, **more: str
) -> Verdict:
    return Verdict(
        "check", level, "subject", "a.gov", outcome, 1, "Why.", evidence=evidence, **more
    )


def test_reasons_are_counted_most_frequent_first() -> None:
    reasons = ["timeout", "robots", "timeout"]
    gathered = gather(verdict(Outcome.UNTESTED, reason=reason) for reason in reasons)
    found = [(out.reason, out.count, out.example) for out in gathered.left_out("check")]
    assert found == [("timeout", 2, "Why."), ("robots", 1, "Why.")]
    assert gathered.left_out("another") == ()


def test_a_verdict_on_the_whole_leaves_its_sentence() -> None:
    assert gather([verdict(Outcome.FAILED, level=Level.SITE)]).summaries == {"check": "Why."}
    assert gather([verdict(Outcome.FAILED)]).summaries == {}


def test_at_most_ten_places_are_kept_on_as_many_pages_as_can_be() -> None:
    same = [Evidence("https://a.gov/0", cause="c") for _ in range(12)]
    others = [Evidence(f"https://a.gov/{number}", cause="c") for number in range(1, 5)]
    places = gather([verdict(Outcome.FAILED, *same, *others)]).places["c"]
    assert len(places) == PLACES
    assert {place.url for place in places} == {f"https://a.gov/{number}" for number in range(5)}


def test_evidence_without_a_cause_is_not_kept() -> None:
    assert gather([verdict(Outcome.FAILED, Evidence("https://a.gov/"))]).places == {}


def test_why_a_machine_cannot_tell_is_kept_with_its_pages() -> None:
    def doubt(summary: str, url: str) -> Verdict:
        return Verdict("check", Level.PAGE, url, "a.gov", Outcome.CANT_TELL, 1, summary)

    seen = [doubt("Faint.", "/1"), doubt("Odd.", "/2"), doubt("Faint.", "/3")]
    found = gather(seen).doubts_of("check")
    assert [(one.summary, one.pages, one.url) for one in found] == [
        ("Faint.", 2, "/1"),
        ("Odd.", 1, "/2"),
    ]


def test_a_check_that_says_something_else_of_every_page_is_bounded() -> None:
    many = (verdict(Outcome.CANT_TELL) for _ in range(3))
    others = (
        Verdict("check", Level.PAGE, f"/{n}", "a.gov", Outcome.CANT_TELL, 1, f"Reason {n}.")
        for n in range(5_000)
    )
    gathered = gather([*others, *many])
    assert len(gathered.doubts_of("check")) == DOUBTS
    assert len(gathered.doubts["check"]) == 10 * DOUBTS
