import errno
import os
from pathlib import Path

import pytest

from reports.folder import MARKER, ReportError, check_folder, whole


def fill(out: Path, text: str = "new") -> None:
    with whole(out) as folder:
        (folder / "index.html").write_text(text)


def break_off(out: Path) -> None:
    with whole(out) as folder:
        (folder / "index.html").write_text("half")
        raise KeyboardInterrupt


def others(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_folder_appears_with_its_marker(tmp_path: Path) -> None:
    fill(tmp_path / "deep" / "out")
    assert others(tmp_path / "deep" / "out") == [MARKER, "index.html"]
    assert others(tmp_path / "deep") == ["out"]


def test_an_empty_folder_is_taken_and_an_earlier_report_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    fill(out, "old")
    (out / "sites").mkdir()
    fill(out, "new")
    assert others(out) == [MARKER, "index.html"]
    assert (out / "index.html").read_text() == "new"
    assert others(tmp_path) == ["out"]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(ReportError, match="not a report, and nothing was changed"):
        fill(tmp_path)
    assert others(tmp_path) == ["thesis.txt"]


@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_is_no_folder_is_left_alone(tmp_path: Path, kind: str) -> None:
    out = tmp_path / "out"
    if kind == "file":
        out.write_text("mine")
    else:
        (tmp_path / "elsewhere").mkdir()
        out.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ReportError, match="is not a folder"):
        fill(out)


def test_a_report_that_breaks_off_leaves_the_earlier_one_whole(tmp_path: Path) -> None:
    out = tmp_path / "out"
    fill(out, "old")
    with pytest.raises(KeyboardInterrupt):
        break_off(out)
    assert (out / "index.html").read_text() == "old"
    assert others(tmp_path) == ["out"]


def test_a_full_disk_is_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    out = tmp_path / "out"
    fill(out, "old")
    with pytest.raises(ReportError) as caught, whole(out):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert "No space left on device" in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.exit_code == 2
    assert (out / "index.html").read_text() == "old"


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("")
    with pytest.raises(ReportError, match="could not be written"):
        fill(blocker / "out")
    with pytest.raises(ReportError, match="could not be written"):
        fill(Path("/proc/nowhere/out"))


def test_a_report_can_be_read_by_others(tmp_path: Path) -> None:
    fill(tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode & 0o055 == 0o055


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_above_that_is_read_only_is_noticed_before_anything_is_done(
    tmp_path: Path,
) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(ReportError, match="Permission denied"):
        check_folder(tmp_path / "deep" / "out")


def test_a_good_place_is_left_as_it_was(tmp_path: Path) -> None:
    check_folder(tmp_path / "new" / "out")
    assert others(tmp_path) == []
