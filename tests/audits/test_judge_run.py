"""A whole run against the real store."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from audits.catalogue import load_checks
from audits.check import Judgement
from audits.command import evaluate, evaluate_run
from audits.facts.latest import FEW
from audits.judge_run import judge_run, some_at_a_time
from ideaaudit.models import (
    Gap,
    Level,
    Outcome,
    PageClass,
    PageObservation,
    Reason,
    Run,
    RunState,
    SiteObservation,
    Target,
)
from ideaaudit.storage import Known, RunStore, Store
from tests.audits.build import ABOUT, HOME, target, walked

LOST = Target("https://lost.gov/", "lost.gov", "General Services Administration")


@pytest.fixture
def run(tmp_path: Path) -> Iterator[RunStore]:
    store = Store.open(str(tmp_path / "store"))
    yield store.create(Run("20261122T080000Z-0001", "2026-11-22T08:00:00", RunState.CRAWLED, 1))
    store.close()


def keep(run: RunStore, *pages: PageObservation) -> None:
    run.add_targets([target(), LOST])
    run.record_site(SiteObservation("agency.gov", "2026-11-22T08:00:00"))
    gap = Gap("site", Reason.DNS, "lost.gov does not resolve")
    run.record_site(SiteObservation("lost.gov", "2026-11-22T08:00:00"), gap)
    for one in pages:
        run.discover("agency.gov", [Known(one.url, "link", 0)])
        run.record_page(one, template="", page_class=PageClass.CONTENT, title="", links=())


def test_every_check_is_counted_once_for_each_page_and_site(run: RunStore) -> None:
    keep(run, walked("<p>Home</p>", HOME), walked("<p>About</p>"))
    judge_run(run)
    counts = run.counts(site="agency.gov")
    for check in load_checks().values():
        if check.card.level is not Level.AGENCY:
            wanted = 2 if check.card.level is Level.PAGE else 1
            assert sum(counts[check.id].values()) == wanted, check.id
    agency = run.counts(agency="General Services Administration")
    assert set(agency) == {c.id for c in load_checks().values() if c.card.level is Level.AGENCY}


def test_a_few_pages_are_judged_at_a_time_and_large_ones_alone() -> None:
    small, large = walked("<p>x"), walked("x" * 400_000)
    sizes = [len(some) for some in some_at_a_time([*[small] * (FEW + 1), large, large, small])]
    assert sizes == [FEW, 2, 1, 1]
    assert list(some_at_a_time([])) == []


def test_a_site_that_was_not_seen_is_untested_and_nothing_else(run: RunStore) -> None:
    keep(run)
    judge_run(run)
    verdicts = list(run.verdicts(site="lost.gov"))
    assert {(v.outcome, v.reason) for v in verdicts} == {(Outcome.UNTESTED, "dns")}
    for outcomes in run.counts(site="lost.gov").values():
        assert sum(outcomes.values()) == outcomes[Outcome.UNTESTED] == 1


def test_one_fault_on_two_pages_is_one_cause(run: RunStore) -> None:
    keep(run, walked("<p>Home</p>", HOME), walked("<p>About</p>"))
    judge_run(run)
    found = {cause.check: cause for cause in run.causes("agency.gov")}
    assert found["brand-banner-present"].pages == 2
    assert found["brand-banner-present"].urls == (HOME, ABOUT)


def test_judging_again_says_the_same_and_leaves_nothing_double(run: RunStore) -> None:
    keep(run, walked("<p>Home</p>", HOME), walked("<p>About</p>"))
    judge_run(run)
    first = list(run.verdicts()), run.counts(site="agency.gov"), list(run.causes("agency.gov"))
    judge_run(run)
    assert (
        list(run.verdicts()), run.counts(site="agency.gov"), list(run.causes("agency.gov"))
    ) == first  # fmt: skip


def test_the_catalogue_is_kept_with_the_run(run: RunStore) -> None:
    keep(run)
    judge_run(run)
    assert len(run.catalogue().cards) == len(load_checks()) + 24


def test_the_command_judges_the_newest_run_and_says_so(run: RunStore, tmp_path: Path) -> None:
    keep(run, walked("<p>Home</p>", HOME))
    result = CliRunner().invoke(evaluate, ["--store", str(tmp_path / "store")])
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-1] == "Run 20261122T080000Z-0001 is judged."
    assert Store.open(str(tmp_path / "store")).runs()[0].state is RunState.JUDGED


def test_a_check_that_breaks_stops_nothing_and_is_counted_in_the_runs_notes(
    run: RunStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(run, walked("<p>Home</p>", HOME), walked("<p>About</p>"))
    check = load_checks()["mobile-viewport"]

    def breaks(_page: PageObservation) -> Judgement:
        raise ZeroDivisionError

    monkeypatch.setitem(load_checks(), check.id, replace(check, judge=breaks))
    evaluate_run(run, quiet=True)
    assert run.counts(site="agency.gov")[check.id][Outcome.UNTESTED] == 2
    assert [note for note in run.run.notes if "mobile-viewport (2)" in note]
    monkeypatch.undo()
    evaluate_run(run, quiet=True)
    assert not [note for note in run.run.notes if "mobile-viewport" in note]


def test_a_store_without_a_run_is_one_line_and_exit_two(tmp_path: Path) -> None:
    result = CliRunner().invoke(evaluate, ["--store", str(tmp_path / "empty")])
    assert result.exit_code == 2
    assert len(result.output.strip().splitlines()) == 1
