from pathlib import Path

import pytest

from ideaaudit.flow import exit_code
from ideaaudit.models import (
    Automation,
    Card,
    Catalogue,
    Gap,
    Level,
    Outcome,
    Reason,
    Run,
    RunState,
    Strength,
    Target,
    Verdict,
)
from ideaaudit.storage import RunStore, Store

GOOD, OTHER = "a.gov", "b.gov"
STRONG, WEAK = "strong-check", "weak-check"


def card(check: str, strength: Strength) -> Card:
    return Card(check, "secure", "", "", strength, Level.SITE, Automation.FULL, "")


@pytest.fixture
def run(tmp_path: Path) -> RunStore:
    made = Store.open(str(tmp_path)).create(
        Run("20261122T080000Z-0001", "2026-11-22T08:00:00Z", RunState.CRAWLED, seed=7)
    )
    made.add_targets([Target(f"https://{site}/", site) for site in (GOOD, OTHER)])
    for site in (GOOD, OTHER):
        made.set_site_state(site, "done")
    cards = (card(STRONG, Strength.MUST), card(WEAK, Strength.ADVISORY))
    made.save_catalogue(Catalogue((), cards))
    return made


def conclude(run: RunStore, check: str, outcome: Outcome) -> None:
    run.write_site(GOOD, [Verdict(check, Level.SITE, GOOD, GOOD, outcome, 1, "So.")], [], {})


@pytest.mark.parametrize(
    ("check", "outcome", "fail_on", "code"),
    [
        (STRONG, Outcome.FAILED, "must", 1),
        (STRONG, Outcome.FAILED, "statute", 0),
        (STRONG, Outcome.FAILED, "advisory", 1),
        (STRONG, Outcome.FAILED, "never", 0),
        (STRONG, Outcome.CANT_TELL, "must", 0),
        (STRONG, Outcome.UNTESTED, "must", 0),
        (WEAK, Outcome.FAILED, "must", 0),
        (WEAK, Outcome.FAILED, "advisory", 1),
        ("a-check-of-before", Outcome.FAILED, "advisory", 0),
    ],
)
def test_only_what_failed_and_is_strong_enough_counts(
    run: RunStore, check: str, outcome: Outcome, fail_on: str, code: int
) -> None:
    conclude(run, check, outcome)
    assert exit_code(run, fail_on) == code


def test_nothing_found_is_0(run: RunStore) -> None:
    assert exit_code(run, "advisory") == 0


def test_a_site_that_could_not_be_audited_goes_before_what_failed(run: RunStore) -> None:
    conclude(run, STRONG, Outcome.FAILED)
    run.set_site_gap(OTHER, Gap("site", Reason.DNS, "no such host"))
    assert exit_code(run, "must") == 3
    assert exit_code(run, "never") == 3


def test_a_site_whose_turn_never_came_was_not_audited(run: RunStore) -> None:
    run.set_site_state(OTHER, "new")
    assert exit_code(run, "must") == 3


def test_a_site_that_was_cut_short_was_audited(run: RunStore) -> None:
    run.set_site_state(OTHER, "probed")
    assert exit_code(run, "must") == 0
