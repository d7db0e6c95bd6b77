"""A report's folder: built beside the place where it goes, and swapped in whole."""

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

MARKER = ".ideaaudit-report"


class ReportError(click.ClickException):
    """A report that could not be written, in one line that says what to do."""

    exit_code = 2


@contextmanager
def whole(out: Path) -> Iterator[Path]:
    """A new folder to fill, which takes the place of `out` once it is complete.

    Until then an earlier report stands where it stood; a killed run leaves it so. Only a folder
    that is empty or holds an earlier report is replaced.

    Raises:
        ReportError: the folder holds something else, cannot be written, or the disk is full.
    """
    check_folder(out)
    out = out.absolute()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise _refusal(out, error) from error
    try:
        (draft / MARKER).write_text(json.dumps({"format": "ideaaudit-report"}) + "\n")
        yield draft
        draft.chmod(0o755)
        _swap(draft, out)
    except OSError as error:
        raise _refusal(out, error) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def check_folder(out: Path) -> None:
    """See, before anything else is done, whether a report could be put there.

    Raises:
        ReportError: the folder holds something that is not a report, or cannot be replaced.
    """
    out = out.absolute()
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise ReportError(f"{out} is not a folder. Name another one with --out.")
    try:
        taken = out.is_dir() and any(out.iterdir()) and not (out / MARKER).is_file()
    except OSError as error:
        raise _refusal(out, error) from error
    if taken:
        raise ReportError(
            f"{out} holds files that are not a report, and nothing was changed. "
            "Name an empty or new folder with --out."
        )
    if os.path.ismount(out):
        raise ReportError(f"{out} is a mount point. Name a folder inside it with --out.")
    above = next(folder for folder in out.parents if folder.is_dir())
    if not os.access(above, os.W_OK | os.X_OK):
        raise _refusal(out, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


def _swap(draft: Path, out: Path) -> None:
    """Two renames: the earlier report goes aside, the new one takes its place."""
    if not out.exists():
        draft.rename(out)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
    out.rename(aside / "report")
    try:
        draft.rename(out)
    except OSError:
        (aside / "report").rename(out)
        raise
    finally:
        if out.exists():
            shutil.rmtree(aside, ignore_errors=True)


def _refusal(out: Path, error: OSError) -> ReportError:
    reason = error.strerror or str(error)
    return ReportError(
        f"The report could not be written to {out}: {reason}. "
        "Free some space or name a folder you may write to with --out."
    )
