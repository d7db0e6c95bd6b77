"""The examples that stand in the checks are true: a reader may copy them."""

import pytest

from audits.catalogue import load_checks
from audits.check import Check
from ideaaudit.models import Example, Level
from tests.audits.build import page

MARKUP = [
    pytest.param(check, example, id=f"{check.id}-{example.outcome}")
    for check in load_checks().values()
    for example in check.card.examples
    if check.card.level is Level.PAGE and example.markup.startswith("<")
]


@pytest.mark.parametrize(("check", "example"), MARKUP)
def test_an_example_has_the_outcome_that_it_claims(check: Check, example: Example) -> None:
    assert check.judge(page(example.markup)).outcome == example.outcome
