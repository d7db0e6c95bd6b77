import os
import signal
import subprocess
import sys

from click.testing import CliRunner

from tests.sites.__main__ import main
from tests.sites.patches import load_patches


def test_it_lists_the_faults() -> None:
    result = CliRunner().invoke(main, ["--list"])
    assert [line.split()[0] for line in result.output.splitlines()] == list(load_patches())


def test_an_unknown_fault_ends_in_one_line() -> None:
    result = CliRunner().invoke(main, ["--patch", "nonsense"])
    assert result.exit_code == 1
    assert "There is no patch 'nonsense'" in result.output + result.stderr


def test_it_serves_until_it_is_interrupted() -> None:
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    words = [sys.executable, "-m", "tests.sites", "--patch", "dap-gone"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        lines = iter(process.stdout)
        assert next(lines) == "https://distances.maps-sample.gov/\n"
        next(line for line in lines if line.startswith("--targets"))
        process.send_signal(signal.SIGINT)
        assert "Stopped.\n" in list(lines)
    assert process.returncode == 0
