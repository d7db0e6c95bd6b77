"""One program at a time on a run; what cannot be is found before a run is begun."""

import subprocess
from pathlib import Path

import pytest
from aiohttp import web

from ideaaudit.storage import Store
from tests.flow.loopback import audit, command, loopback, page
from tests.flow.test_resume import wait_for


def test_a_run_under_way_is_not_joined(tmp_path: Path) -> None:
    async def site(_request: web.Request) -> web.Response:
        return page("<h1>Here</h1>" + "".join(f'<a href="/{n}">{n}</a>' for n in range(90)))

    with loopback({"slow.test": site}) as served:
        options = ["http://slow.test/", *served.connect_to, "--delay", "0.3"]
        first = subprocess.Popen(command(tmp_path, *options), stderr=subprocess.PIPE, text=True)
        wait_for(lambda: len(served.asked) > 5)
        second = audit(tmp_path, "--resume")
        first.kill()
        first.wait(10)
    assert second.returncode == 2
    assert "Another program is working on run" in second.stderr


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--ca-file", "/etc/hostname", "holds no PEM certificates"),
        ("--connect-to", "nonsense", "nonsense"),
        ("--contact", "me\r\nX-Evil: 1", "must be one line"),
        ("--delay", "nan", "must be a number"),
    ],
)
def test_a_wrong_setting_begins_no_run(tmp_path: Path, option: str, value: str, words: str) -> None:
    done = audit(tmp_path, "http://a.test/", option, value)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert Store.open(str(tmp_path / "store")).runs() == ()


def test_a_program_that_is_no_browser_is_not_taken_for_one(tmp_path: Path) -> None:
    done = audit(tmp_path, "http://a.test/", env={"IDEAAUDIT_BROWSER": "/bin/true"})
    assert done.returncode == 2
    assert "does not start" in done.stderr


def test_a_setting_of_the_environment_that_is_none_is_named(tmp_path: Path) -> None:
    done = audit(tmp_path, "http://a.test/", env={"IDEAAUDIT_PROFLE": "home"})
    assert done.returncode == 2
    assert "IDEAAUDIT_PROFLE is no setting" in done.stderr
