"""Every outcome that a check can reach is reached by a case of its own test.

A check's examples name the outcomes; its test's cases have a parameter `outcome`.
"""

import json
import re
from collections import defaultdict

import pytest

from audits.catalogue import load_checks
from audits.check import Check
from tests.audits.test_catalogue import DRAFT

# What the draft's words name and no machine says: a person's part, or the engine's.
BY_PEOPLE = {
    ("a11y-sc-rollup", "passed"),
    ("a11y-needs-review", "passed"),
    ("a11y-keyboard-walk", "passed"),
    ("a11y-media-captions", "failed"),
    ("a11y-pdf", "inapplicable"),
    ("custom-controls", "passed"),
    ("sec-security-txt", "inapplicable"),
    ("cx-post-transaction-survey", "failed"),
}

checks = pytest.mark.parametrize("check", load_checks().values(), ids=lambda check: check.id)


@checks
def test_a_case_reaches_each_outcome_of_the_examples(
    check: Check, request: pytest.FixtureRequest
) -> None:
    reached = _reached(request.session.items).get(f"test_{check.id.replace('-', '_')}")
    if reached is None:
        pytest.skip("the check's own test is not in this run")
    assert {example.outcome for example in check.card.examples} <= reached


@pytest.mark.skipif(not DRAFT.exists(), reason="the draft catalogue is not here")
@checks
def test_the_examples_name_each_outcome_of_the_draft(check: Check) -> None:
    rows = json.loads(DRAFT.read_text(encoding="utf-8"))["requirements"]
    row = next(row for row in rows if row["id"] == check.id)
    named = set(re.findall(r"passed|failed|cantTell|inapplicable", row["earl_logic"]))
    human = {outcome for id, outcome in BY_PEOPLE if id == check.id}
    assert named - human <= {example.outcome for example in check.card.examples}


def _reached(items: list[pytest.Item]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for item in items:
        callspec = getattr(item, "callspec", None)
        if callspec is not None and "outcome" in callspec.params:
            found[item.path.stem].add(str(callspec.params["outcome"]))
    return found
