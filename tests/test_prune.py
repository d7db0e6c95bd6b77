import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from audits.command import evaluate_run
from ideaaudit.cli import main
from ideaaudit.models import PageClass, PageObservation, Rendering, Run, RunState, Target
from ideaaudit.prune import forget_pages
from ideaaudit.storage import Known, Store, StoreError

NOW = datetime(2026, 11, 22, tzinfo=UTC)
URL = "https://a.gov/"
TEXT = "A rare sentence that stands nowhere else. " * 99


def stored(store: Store, days: int, number: int) -> str:
    began = NOW - timedelta(days=days)
    name = f"{began:%Y%m%dT%H%M%SZ}-{number:04d}"
    run = store.create(Run(name, f"{began:%Y-%m-%dT%H:%M:%SZ}", RunState.JUDGED, 1))
    run.add_targets([Target(URL, "a.gov")])
    run.discover("a.gov", [Known(URL, "start", 0)])
    seen = PageObservation("a.gov", URL, served_html=f"<p>{TEXT}")
    run.record_page(seen, template="t", page_class=PageClass.HOME, title="A", links=[])
    run.record_rendering("a.gov", URL, Rendering(URL, 200, "", html="<p>x"), {"d": b"\xff\xd8"})
    return name


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(str(tmp_path / "store"))


def bodies(store: Store, name: str) -> list[int]:
    with sqlite3.connect(store.folder / "runs" / f"{name}.sqlite") as connection:
        query = "SELECT count(*) FROM {}"
        return [connection.execute(query.format(t)).fetchone()[0] for t in ("body", "picture")]


def test_pages_of_old_runs_go_and_the_rest_stays(store: Store) -> None:
    old, young = stored(store, 90, 1), stored(store, 89, 2)
    assert forget_pages(store, 90, NOW) == ((old,), ())
    assert (bodies(store, old), bodies(store, young)) == ([0, 0], [2, 1])
    run = store.run(old)
    page = run.page("a.gov", URL)
    assert page is not None
    assert (page.served_html, page.status) == (None, None)
    assert run.run.pruned_at == "2026-11-22T00:00:00Z"
    assert "removed on 2026-11-22" in run.run.notes[-1]


def test_it_is_done_once(store: Store) -> None:
    old = stored(store, 400, 1)
    assert forget_pages(store, 0, NOW) == ((old,), ())
    assert forget_pages(store, 0, NOW) == ((), ())


def test_a_run_at_work_is_left_and_a_broken_one_costs_no_other(store: Store) -> None:
    busy, gone, old = (stored(store, 200 + n, n) for n in range(3))
    (store.folder / "runs" / f"{gone}.sqlite").unlink()
    with store.run(busy).held():
        done, problems = forget_pages(store, 90, NOW)
    assert done == (old,)
    assert [gone in problem for problem in problems] == [True]
    assert bodies(store, busy) == [2, 1]


def test_a_run_without_pages_is_not_judged_again(store: Store) -> None:
    old = stored(store, 91, 1)
    forget_pages(store, 90, NOW)
    with pytest.raises(StoreError, match="cannot be judged again"):
        evaluate_run(store.run(old))


def test_a_run_without_pages_is_not_resumed(store: Store, tmp_path: Path) -> None:
    run = store.run(stored(store, 91, 1))
    run.save_run(replace(run.run, state=RunState.INTERRUPTED))
    forget_pages(store, 90, NOW)
    arguments = ["audit", "--resume", "--store", str(store.folder), "--out", str(tmp_path / "o")]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert "no unfinished run" in done.output


def test_the_command_says_what_it_did(store: Store) -> None:
    stored(store, 5000, 1)
    arguments = ["prune", "--store", str(store.folder), "--keep-bodies", "4000"]
    assert CliRunner().invoke(main, arguments).output == "The pages of 1 run were removed.\n"
    done = CliRunner().invoke(main, ["prune", "--store", str(store.folder / "none")])
    assert done.exit_code == 1
    assert "There is no store" in done.output
