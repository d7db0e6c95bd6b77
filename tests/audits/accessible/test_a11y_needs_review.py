import pytest

from audits.accessible.a11y_needs_review import a11y_needs_review
from ideaaudit.models import AxeResult
from tests.audits.axe import axe_of
from tests.audits.build import outcome_of, page


@pytest.mark.parametrize(
    ("axe", "outcome"),
    [
        pytest.param(axe_of(review=("color-contrast",)), "cantTell", id="contrast left open"),
        pytest.param(axe_of("image-alt"), "inapplicable", id="a failure is no review"),
        pytest.param(axe_of(review=("region",)), "inapplicable", id="only a best practice"),
        pytest.param(axe_of(review=("target-size",)), "inapplicable", id="only in WCAG 2.2"),
        pytest.param(axe_of(), "inapplicable", id="nothing left open"),
        pytest.param(None, "untested", id="axe did not run"),
    ],
)
def test_outcome(axe: AxeResult | None, outcome: str) -> None:
    assert outcome_of(a11y_needs_review, page("<p>x</p>", axe=axe)) == outcome


def test_what_is_left_open_is_listed_and_counted() -> None:
    found = a11y_needs_review.judge(page(axe=axe_of(review=("color-contrast", "bypass"))))
    assert [one.rule for one in found.evidence] == ["color-contrast", "bypass"]
    assert found.measures == (("axe-wcag20-review", 2),)
    assert found.summary.endswith("bypass, color-contrast.")
