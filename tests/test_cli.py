import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from ideaaudit import cli, flow
from ideaaudit.storage import Store

HEAVY = ("twisted", "scrapy", "playwright", "aiohttp", "sqlalchemy", "lxml")


def loaded_by(*arguments: str) -> set[str]:
    """The heavy packages that a command line imports."""
    program = (
        "import sys; from ideaaudit import __main__ as m; sys.argv[1:] = sys.argv[1:]\n"
        "try: m.main()\nexcept SystemExit: pass\n"
        f"print([one for one in {HEAVY!r} if one in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    return set(HEAVY) & set(done.stderr.split("'"))


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ()])
def test_the_help_opens_no_wing(arguments: tuple[str, ...]) -> None:
    assert loaded_by(*arguments) == set()


def test_the_help_of_an_audit_starts_no_crawler() -> None:
    assert loaded_by("audit", "--help").isdisjoint({"twisted", "scrapy", "playwright", "aiohttp"})


def test_every_command_is_there_and_named_in_the_help() -> None:
    shown = CliRunner().invoke(cli.main, ["--help"]).output
    context = click.Context(cli.main)
    for name, (_, words) in cli.COMMANDS.items():
        assert isinstance(cli.main.get_command(context, name), click.Command)
        assert f"{name} " in shown
        assert words in " ".join(shown.split())


def test_an_unknown_command_is_told() -> None:
    result = CliRunner().invoke(cli.main, ["crawl"])
    assert result.exit_code == 2
    assert "No such command 'crawl'" in result.output


def given(
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    *flags: str,
    file: str = "",
    env: dict[str, str] | None = None,
) -> dict[str, object]:
    """What `audit` is given by its flags, the environment and the settings file."""
    seen: dict[str, object] = {}

    @click.pass_context
    def audit(_context: click.Context, /, **values: object) -> None:
        seen.update(values)

    monkeypatch.chdir(folder)
    if file:
        (folder / "ideaaudit.toml").write_text(file)
    monkeypatch.setattr(flow.audit, "callback", audit)
    result = CliRunner(env=env or {}).invoke(cli.main, ["audit", *flags])
    assert result.exit_code == 0, result.output
    return seen


FILE = 'pages = 3\nfail-on = "should"\nconnect_to = ["a:1:b:2", "c:3:d:4"]\nquiet = true\n'
ENV = {"IDEAAUDIT_PAGES": "5", "IDEAAUDIT_CONNECT_TO": "e:1:f:2 g:3:h:4"}


@pytest.mark.parametrize(
    ("flags", "file", "env", "pages"),
    [
        ((), "", {}, None),
        ((), FILE, {}, 3),
        ((), FILE, ENV, 5),
        ((), "", ENV, 5),
        (("--pages", "7"), FILE, ENV, 7),
        (("--pages", "7"), "", {}, 7),
    ],
)
def test_a_flag_goes_before_the_environment_and_that_before_the_file(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    flags: tuple[str, ...],
    file: str,
    env: dict[str, str],
    pages: int | None,
) -> None:
    assert given(monkeypatch, tmp_path, *flags, file=file, env=env)["pages"] == pages


def test_lists_and_switches_may_stand_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = given(monkeypatch, tmp_path, file=FILE)
    assert found["connect_to"] == ("a:1:b:2", "c:3:d:4")
    assert (found["quiet"], found["fail_on"]) == (True, "should")


def test_a_list_in_the_environment_is_parted_by_blanks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = given(monkeypatch, tmp_path, env=ENV)
    assert found["connect_to"] == ("e:1:f:2", "g:3:h:4")


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("pagse = 3\n", "'pagse', which is no setting"),
        ("pages = = 3\n", "cannot be read"),
        ('pages = "many"\n', "'many' is not a valid integer"),
        ('profile = "grand"\n', "'grand' is not one of"),
    ],
)
def test_a_file_that_cannot_be_is_one_line_and_2(tmp_path: Path, file: str, words: str) -> None:
    (tmp_path / "ideaaudit.toml").write_text(file)
    done = subprocess.run(
        [sys.executable, "-m", "ideaaudit", "audit", "https://a.test/", "--store", "s"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert words in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_a_run_is_not_begun_with_a_table_that_cannot_be_read(tmp_path: Path) -> None:
    arguments = ["https://a.test/", "--connect-to", "nonsense", "--store", str(tmp_path / "s")]
    result = CliRunner().invoke(cli.main, ["audit", *arguments, "--out", str(tmp_path / "o")])
    assert result.exit_code == 2
    assert result.output.splitlines()[-1].startswith("Error: connect-to 'nonsense' is not of")
    assert Store.open(str(tmp_path / "s")).runs() == ()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("http//nonsense", "'http' is not the whole name of a host; write it as https://"),
        ("sites.txt", "is a file: give a list of sites as --targets sites.txt"),
        ("x" * 9000, "is longer than 2,000 characters"),
    ],
)
def test_a_slip_in_a_target_is_one_line_and_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sites.txt").write_text("https://a.test/\n")
    result = CliRunner().invoke(cli.main, ["audit", typed, "--store", "s"])
    assert result.exit_code == 2
    assert words in result.output.splitlines()[-1]
    assert Store.open("s").runs() == ()


@pytest.mark.parametrize("command", ["evaluate", "report"])
def test_an_empty_store_is_one_line_and_2(tmp_path: Path, command: str) -> None:
    Store.open(str(tmp_path)).close()
    done = subprocess.run(
        [sys.executable, "-m", "ideaaudit", command, "--store", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 2
    assert "has no run yet" in done.stderr
    assert "Traceback" not in done.stderr
