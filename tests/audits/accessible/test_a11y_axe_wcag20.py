import pytest

from audits.accessible.a11y_axe_wcag20 import a11y_axe_wcag20
from audits.evaluate import judge_page
from ideaaudit.models import AxeNode, AxeRule, Outcome, PageObservation
from tests.audits.build import axe_result, outcome_of, page

A = ("cat.text-alternatives", "wcag2a", "wcag111")


def node(ancestry: str, markup: str = "<img src=a.png>", datum: str = "") -> AxeNode:
    return AxeNode((ancestry.rsplit(" > ", 1)[-1],), ancestry, markup, "It has no name", datum)


def rule(
    *nodes: AxeNode, key: str = "image-alt", tags: tuple[str, ...] = A, count: int = 0
) -> AxeRule:
    return AxeRule(key, "critical", tags, "Help", "https://help", count or len(nodes), nodes)


@pytest.mark.parametrize(
    ("tags", "outcome"),
    [
        pytest.param(("wcag2a",), "failed", id="level A of 2.0"),
        pytest.param(("cat.color", "wcag2aa", "wcag143"), "failed", id="level AA of 2.0"),
        pytest.param(("wcag21aa", "wcag1412"), "cantTell", id="only in 2.1"),
        pytest.param(("wcag22aa",), "cantTell", id="only in 2.2"),
        pytest.param(("wcag2aaa",), "cantTell", id="level AAA"),
        pytest.param(("wcag2a-obsolete",), "cantTell", id="no longer in WCAG"),
        pytest.param(("best-practice",), "cantTell", id="a best practice"),
        pytest.param(("wcag2a", "experimental"), "cantTell", id="an experiment of axe's"),
    ],
)
def test_outcome_by_tags(tags: tuple[str, ...], outcome: str) -> None:
    found = axe_result(rule(node("html > body > img"), tags=tags))
    assert a11y_axe_wcag20.judge(page(axe=found)).outcome == outcome


def test_a_clean_page_is_not_passed_for_no_machine_can_see_all() -> None:
    assert a11y_axe_wcag20.judge(page(axe=axe_result())).outcome is Outcome.CANT_TELL


def test_places_of_one_fix_stand_together_with_their_number() -> None:
    found = axe_result(
        rule(
            node("html > body > footer > a:nth-child(1) > img"),
            node("html > body > footer > a:nth-child(2) > img"),
            node("html > body > main > img"),
        )
    )
    evidence = a11y_axe_wcag20.judge(page(axe=found)).evidence
    assert [(one.path, one.count) for one in evidence] == [
        ("footer > a > img", 2),
        ("main > img", 1),
    ]


def test_two_colors_are_two_fixes() -> None:
    same = "html > body > main > p"
    found = axe_result(rule(node(same, datum="#777/#fff"), node(same, datum="#999/#fff")))
    [verdict] = judge_page(page(axe=found), [a11y_axe_wcag20]).verdicts
    assert len({one.cause for one in verdict.evidence}) == 2


def test_no_more_than_ten_of_a_rule_are_listed_and_all_are_counted() -> None:
    many = [node(f"html > body > main > x-{'a' * n} > img") for n in range(1, 21)]
    judgement = a11y_axe_wcag20.judge(page(axe=axe_result(rule(*many, count=900), rule(*many))))
    assert len(judgement.evidence) == 20
    assert sum(one.count for one in judgement.evidence) == 920
    assert judgement.measures == (("axe-wcag20-violations", 920),)


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page("<p>x"), "untested", id="axe did not run"),
        pytest.param(page(None, media_type="application/pdf"), "inapplicable", id="a file"),
    ],
)
def test_what_was_not_seen_or_is_no_page_is_not_judged(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(a11y_axe_wcag20, seen) == outcome
