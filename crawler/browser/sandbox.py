"""Root does not run a browser: somebody else does, in Chromium's sandbox."""

import os
import shlex
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from crawler.browser.find import open_to_all

NOBODY = 65534

NO_SANDBOX = (
    "The browser ran WITHOUT its sandbox ({why}). Pages of the audited sites ran with the rights "
    "of the user who started the audit; run it as an ordinary user on a kernel with user "
    "namespaces instead."
)

_WRAPPER = """#!/bin/sh
# Starts a browser as an unprivileged user, in a profile that this user owns.
for argument in "$@"; do
  case "$argument" in
    --user-data-dir=*) chown -R {user}:{user} -- "${{argument#--user-data-dir=}}" ;;
  esac
done
exec {setpriv} --reuid={user} --regid={user} --clear-groups -- {browser} "$@"
"""


@dataclass(frozen=True, slots=True)
class Shelter:
    """How to start the browser.

    Attributes:
        executable: what to run.
        folder: made for this browser; `forget` removes it.
        home: a folder in it that the browser's user owns, for its HOME.
        user: the user id it will run under.
        note: why it cannot run as an unprivileged user, though it should; or "".
    """

    executable: str
    folder: Path
    home: Path
    user: int
    note: str = ""


def shelter(browser: str) -> Shelter:
    """The browser itself for an ordinary user; for root, a wrapper that steps down to nobody.

    The wrapper keeps the file descriptors, so DevTools pipes go through it.
    """
    folder = Path(tempfile.mkdtemp(prefix="ideaaudit-browser-"))
    home = folder / "home"
    home.mkdir()
    if os.geteuid() != 0:
        return Shelter(browser, folder, home, os.geteuid())
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        return Shelter(browser, folder, home, 0, "setpriv of util-linux is missing")
    if not open_to_all(Path(browser)):
        return Shelter(browser, folder, home, 0, f"{browser} can be read by root only")
    folder.chmod(0o755)
    os.chown(home, NOBODY, NOBODY)
    return Shelter(str(_wrapper(folder, setpriv, browser)), folder, home, NOBODY)


def forget(place: Shelter) -> None:
    """Remove what `shelter` made."""
    shutil.rmtree(place.folder, ignore_errors=True)


def _wrapper(folder: Path, setpriv: str, browser: str) -> Path:
    """Root's own file in root's own folder: nobody may run it and not change it."""
    wrapper = folder / "browser"
    words = {"setpriv": shlex.quote(setpriv), "browser": shlex.quote(browser)}
    wrapper.write_text(_WRAPPER.format(user=NOBODY, **words), encoding="utf-8")
    wrapper.chmod(0o755)
    return wrapper
