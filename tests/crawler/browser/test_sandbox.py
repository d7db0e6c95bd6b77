import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from crawler.browser import find_browser
from crawler.browser.sandbox import NOBODY, forget, shelter
from tests.crawler.namespaces import NO_NAMESPACES, are_there

ROOT = os.geteuid() == 0
BPF_FILTER = "2"


def statuses(word: str) -> list[dict[str, str]]:
    """/proc's status of each process of ours whose command line has the word."""
    every: dict[str, tuple[str, dict[str, str]]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_text()
            lines = (entry / "status").read_text().splitlines()
        except OSError:
            continue
        status = {line.partition(":")[0]: line.partition(":")[2].strip() for line in lines}
        every[entry.name] = command, status

    def ours(number: str) -> bool:
        return number == str(os.getpid()) or (number in every and ours(every[number][1]["PPid"]))

    return [status for pid, (command, status) in every.items() if word in command and ours(pid)]


def test_the_browser_is_in_its_sandbox_or_the_report_says_that_it_is_not(
    pages: Any, pool: Any, render: Any, html: Any
) -> None:
    pages["agency.test/"] = html("<h1>Hi")
    render("/")
    assert pool.driver.sandboxed is (pool.notes == ())
    assert pool.driver.sandboxed is are_there()


@pytest.mark.skipif(not are_there(), reason=NO_NAMESPACES)
def test_the_browser_runs_in_its_sandbox_and_never_as_root(
    pages: Any, pool: Any, render: Any, html: Any
) -> None:
    pages["agency.test/"] = html("<h1>Hi")
    render("/")
    renderers = statuses("--type=renderer")
    assert renderers
    for status in renderers:
        assert "0" not in status["Uid"].split()
        assert status["Seccomp"].strip() == BPF_FILTER
        assert len(status["NSpid"].split()) > 1
    assert pool.driver.sandboxed
    assert pool.notes == ()


@pytest.mark.skipif(not ROOT, reason="only root steps down")
def test_root_steps_down_and_the_profile_follows(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    place = shelter("/bin/sh")
    command = [place.executable, "-c", "id -u; echo $0", f"--user-data-dir={profile}"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout.split() == [str(NOBODY), command[-1]]
    assert place.user == NOBODY
    assert profile.stat().st_uid == NOBODY
    assert Path(place.executable).stat().st_uid == 0
    assert place.folder.stat().st_uid == 0
    assert place.home.stat().st_uid == NOBODY
    forget(place)
    assert not place.folder.exists()


@pytest.mark.skipif(not ROOT, reason="only root steps down")
def test_a_browser_that_only_root_can_read_is_named(tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\n")
    browser.chmod(0o700)
    place = shelter(str(browser))
    assert place.executable == str(browser)
    assert "root only" in place.note
    forget(place)


def test_without_a_sandbox_the_run_has_a_loud_note(bench: Any, tmp_path: Path) -> None:
    """A browser that starts only without its sandbox, as in many containers."""
    real = find_browser().path
    browser = tmp_path / "browser"
    browser.write_text(
        '#!/bin/sh\n[ "$1" = --version ] && exec ' + real + " --version\n"
        f'case " $* " in *" --no-sandbox "*) exec {real} "$@" ;; esac\nexit 1\n'
    )
    browser.chmod(0o755)
    pool = bench.pool(browser=str(browser))
    bench.run(pool.start())
    bench.run(pool.close())
    (note,) = pool.notes
    assert "WITHOUT its sandbox" in note
