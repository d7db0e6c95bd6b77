"""What is worked out of a page is kept while the page is judged, and for no equal one."""

from audits.facts.latest import FEW, forget
from audits.facts.page import facts_of
from tests.audits.build import page


def test_answers_are_kept_for_these_very_objects() -> None:
    one, other = page("<p>a"), page("<p>a")
    first = facts_of(one)
    assert facts_of(other) is not first
    assert facts_of(one) is first


def test_only_the_last_few_are_kept() -> None:
    pages = [page(f"<p>{number}") for number in range(FEW + 1)]
    found = [facts_of(one) for one in pages]
    assert facts_of(pages[-1]) is found[-1]
    assert facts_of(pages[0]) is not found[0]


def test_all_are_let_go_at_once() -> None:
    seen = page("<p>a")
    first = facts_of(seen)
    forget()
    assert facts_of(seen) is not first
