import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ideaaudit.models import Catalogue, Run, RunState, Target
from ideaaudit.storage import Store
from reports.command import report, runs
from tests.reports.fake_catalogue import catalogue

RUN = Run("20261122T081500Z-4f2a", "2026-11-22T08:15:00Z", RunState.JUDGED, seed=1)


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A real store with one run of two sites that were never visited."""
    folder = tmp_path / "store"
    run = Store.open(str(folder)).create(RUN)
    run.add_targets(
        [Target("https://a.gov/", "a.gov"), Target("https://b.gov/", "b.gov", "Office of B")]
    )
    run.save_catalogue(catalogue())
    return str(folder)


def call(command: object, *words: str) -> Result:
    return CliRunner().invoke(command, words)  # type: ignore[arg-type]


def test_it_writes_the_newest_run_and_prints_where(store: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = call(report, "--store", store, "--out", str(out))
    assert result.exit_code == 0, result.output
    assert result.output.strip() == str(out / "index.html")
    assert (out / "sites/a.gov/index.html").is_file()
    assert json.loads((out / "report.json").read_text())["run"]["id"] == RUN.id


def test_json_goes_to_standard_output_and_no_folder_is_written(
    store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    result = call(report, "2026", "--store", store, "--json")
    assert not list(here.iterdir())
    assert [one["site"] for one in json.loads(result.output)["sites"]] == ["a.gov", "b.gov"]


def test_runs_are_listed(store: str) -> None:
    result = call(runs, "--store", store)
    assert result.output.split() == [
        RUN.id, "judged", "2", "sites:", "a.gov,", "b.gov"
    ]  # fmt: skip


def test_an_empty_store_lists_nothing(tmp_path: Path) -> None:
    Store.open(str(tmp_path / "new"))
    assert call(runs, "--store", str(tmp_path / "new")).output == ""


def test_a_store_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    assert "There is no store" in call(runs, "--store", str(tmp_path / "none")).output
    assert not (tmp_path / "none").exists()


def test_the_runs_that_another_version_left_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    store = Store.open()
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE schema_version SET version = 1")
    Store.open().create(RUN).close()
    told = call(runs).output.splitlines()
    assert told[0].startswith(RUN.id)
    assert told[1].startswith(f"Another version of ideaaudit wrote the store {store.folder}: its")


@pytest.mark.parametrize("words", [("1999",), ("20261122", "--out", "{taken}")])
def test_what_cannot_be_done_is_one_line_and_ends_with_2(
    store: str, tmp_path: Path, words: tuple[str, ...]
) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "thesis.txt").write_text("years of work")
    named = [word.replace("{taken}", str(taken)) for word in words]
    result = call(report, *named, "--store", store)
    assert result.exit_code == 2
    assert result.output.startswith("Error: ")
    assert len(result.output.splitlines()) == 1


def test_a_run_that_is_not_judged_is_not_told_as_clean(tmp_path: Path) -> None:
    run = Store.open(str(tmp_path / "s")).create(RUN)
    assert run.catalogue() == Catalogue((), ())
    result = call(report, "--store", str(tmp_path / "s"), "--out", str(tmp_path / "o"))
    assert result.exit_code == 2
    assert "is not judged yet: use `ideaaudit evaluate" in result.output


def test_the_store_may_stand_in_the_environment(
    store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IDEAAUDIT_STORE", store)
    assert RUN.id in call(runs).output
