"""What an audit says: JSON alone on standard output, a path alone, or lines one can read."""

import json
import subprocess
from pathlib import Path

import pytest
from aiohttp import web

from tests.flow.loopback import audit, loopback, page

HOST = "said.test"


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, subprocess.CompletedProcess[str]]:
    async def site(request: web.Request) -> web.Response:
        return page("<h1>Here</h1>") if request.path == "/" else web.Response(status=404)

    found = {}
    with loopback({HOST: site}) as served:
        for flag in ("--json", "--quiet"):
            folder = tmp_path_factory.mktemp("said")
            arguments = (f"http://{HOST}/", *served.connect_to, "--profile", "home", flag)
            found[flag] = audit(folder, *arguments, "--fail-on", "never")
            found[flag].args = folder
    return found


def test_json_is_all_that_stands_on_standard_output(
    said: dict[str, subprocess.CompletedProcess[str]],
) -> None:
    done = said["--json"]
    folder: Path = done.args  # type: ignore[assignment]
    printed = json.loads(done.stdout)
    assert [site["site"] for site in printed["sites"]] == [HOST]
    assert printed == json.loads((folder / "out" / "report.json").read_text())


def test_quiet_says_where_the_report_is_and_no_more(
    said: dict[str, subprocess.CompletedProcess[str]],
) -> None:
    done = said["--quiet"]
    assert Path(done.stdout.strip()).is_file()
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("flag", ["--json", "--quiet"])
def test_neither_shows_progress_nor_fails(
    said: dict[str, subprocess.CompletedProcess[str]], flag: str
) -> None:
    assert (said[flag].stderr, said[flag].returncode) == ("", 0)
