from dataclasses import replace

import pytest

from audits.mobile.mobile_tap_targets import mobile_tap_targets
from ideaaudit.models import AxeNode, AxeResult, AxeRule, Layout, PageObservation
from tests.audits.build import axe_result, outcome_of, page

NODE = AxeNode(("a.icon",), "html > body > main > a", "<a class=icon>", "It is 16 by 16.", "16")
RULE = AxeRule("target-size", "serious", ("wcag22aa", "wcag258"), "Touch", "", 1, (NODE,))
OTHER = replace(RULE, id="image-alt")
PHONE = Layout("phone", 390, 844, True, 390, 390, small_target_count=7)
NARROW = Layout("narrow", 320, 640, True, 320, 320, small_target_count=9)


def seen(axe: AxeResult | None) -> PageObservation:
    return page(axe=axe, layouts=(NARROW, PHONE))


@pytest.mark.parametrize(
    ("observed", "outcome"),
    [
        pytest.param(seen(replace(axe_result(), passes=("target-size",))), "passed", id="good"),
        pytest.param(
            seen(replace(axe_result(OTHER), passes=("target-size",))), "passed", id="another rule"
        ),
        pytest.param(seen(axe_result(RULE)), "failed", id="small"),
        pytest.param(
            seen(replace(axe_result(RULE), incomplete=(RULE,))), "failed", id="small, and more"
        ),
        pytest.param(seen(replace(axe_result(), incomplete=(RULE,))), "cantTell", id="for review"),
        pytest.param(seen(axe_result()), "cantTell", id="the rule did not run"),
        pytest.param(
            seen(replace(axe_result(), inapplicable=("target-size",))),
            "inapplicable",
            id="no targets",
        ),
        pytest.param(seen(None), "untested", id="axe did not run"),
    ],
)
def test_outcome(observed: PageObservation, outcome: str) -> None:
    assert outcome_of(mobile_tap_targets, observed) == outcome


def test_small_targets_of_the_phone_are_counted_beside_axes() -> None:
    judgement = mobile_tap_targets.judge(seen(axe_result(RULE)))
    assert judgement.measures == (("small-targets", 7), ("target-size-violations", 1))
    assert judgement.evidence[0].path == "main > a.icon"


def test_without_a_phone_nothing_is_counted() -> None:
    found = replace(axe_result(), passes=("target-size",))
    assert mobile_tap_targets.judge(page(axe=found)).measures == ()
