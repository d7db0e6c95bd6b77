import pytest

from audits.accessible.a11y_contrast import a11y_contrast
from ideaaudit.models import AxeResult
from tests.audits.axe import axe_of
from tests.audits.build import outcome_of, page

C = "color-contrast"


@pytest.mark.parametrize(
    ("axe", "outcome"),
    [
        pytest.param(axe_of(C), "failed", id="text too faint"),
        pytest.param(axe_of(C, review=(C,)), "failed", id="faint here and unknown there"),
        pytest.param(axe_of(review=(C,)), "cantTell", id="over a picture"),
        pytest.param(axe_of(review=(C,), passes=(C,)), "cantTell", id="some of it unknown"),
        pytest.param(axe_of(passes=(C,)), "passed", id="all text measured"),
        pytest.param(axe_of("image-alt", passes=(C,)), "passed", id="another rule failed"),
        pytest.param(axe_of(inapplicable=(C,)), "inapplicable", id="no text"),
        pytest.param(axe_of(), "cantTell", id="the rule did not run"),
        pytest.param(None, "untested", id="axe did not run"),
    ],
)
def test_outcome(axe: AxeResult | None, outcome: str) -> None:
    assert outcome_of(a11y_contrast, page("<p>x</p>", axe=axe)) == outcome


def test_faint_and_unknown_text_are_counted_apart() -> None:
    found = a11y_contrast.judge(page("x", axe=axe_of(C, review=(C, C))))
    assert found.measures == (("contrast-failures", 1), ("contrast-review", 2))
    assert [one.rule for one in found.evidence] == [C]


def test_without_axe_nothing_is_said() -> None:
    assert a11y_contrast.judge(page("<p>x</p>")).outcome == "cantTell"
