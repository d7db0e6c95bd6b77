from audits.unduplicated.dup_near import dup_near
from ideaaudit.models import PageObservation
from tests.audits.build import page, seen_as

WORDS = (
    "permit river habitat notice county review salmon public record dam flood season " * 30
).split()


def text(seed: int, length: int = 240) -> str:
    """A text of its own for each seed: a walk through the words at its own pace."""
    return " ".join(
        f"{WORDS[(i * (seed + 3) + seed) % len(WORDS)]}{(i * seed) % 17}" for i in range(length)
    )


def article(words: str, path: str, canonical: str = "") -> PageObservation:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return page(f"<head>{link}</head><main>{words}</main>", f"https://www.agency.gov/{path}")


def judged(*pages: PageObservation) -> str:
    return dup_near.judge("GSA", (seen_as(*pages),)).outcome


def test_different_texts_pass() -> None:
    assert judged(*[article(text(n), str(n)) for n in range(1, 20)]) == "passed"


def test_the_same_text_twice_is_a_question_for_a_person() -> None:
    judgement = dup_near.judge("GSA", (seen_as(article(text(1), "a"), article(text(1), "b")),))
    assert judgement.outcome == "cantTell"
    [evidence] = judgement.evidence
    assert evidence.url == "https://www.agency.gov/a"
    assert "https://www.agency.gov/b" in evidence.detail


def test_one_changed_sentence_in_a_long_text_makes_no_other_page() -> None:
    long = text(2, 900)
    assert judged(article(long, "a"), article(f"Updated today. {long}", "b")) == "cantTell"


def test_copies_on_two_sites_of_the_agency_are_found() -> None:
    one, two = seen_as(article(text(3), "a")), seen_as(article(text(3), "b"))
    assert dup_near.judge("GSA", (one, two)).outcome == "cantTell"


def test_a_page_that_names_its_original_is_no_duplicate() -> None:
    copy = article(text(1), "b", canonical="https://www.agency.gov/a")
    assert judged(article(text(1), "a"), copy, article(text(9), "c")) == "passed"


def test_short_pages_are_not_compared() -> None:
    assert judged(article("Page not ready", "a"), article("Page not ready", "b")) == "inapplicable"


def test_groups_are_counted_and_long_ones_cut_short() -> None:
    same = [article(text(1), f"{n:02}") for n in range(12)]
    one = dup_near.judge("GSA", (seen_as(*same),))
    assert one.summary.endswith("in one group.")
    assert one.evidence[0].detail.endswith("/09 and 2 more.")
    pairs = [article(text(n), f"{n}-{m}") for n in (2, 9) for m in "ab"]
    two = dup_near.judge("GSA", (seen_as(*pairs),))
    assert two.summary.endswith("in 2 groups.")
    assert not two.evidence[0].detail.endswith("more.")
