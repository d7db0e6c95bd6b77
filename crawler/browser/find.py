"""Which browser is there to see with?"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

from crawler.browser.words import BrowserMissing

HOW_TO_GET_ONE = (
    "Get one with `playwright install --only-shell chromium`, or on Debian with "
    "`apt install chromium-headless-shell`, or name one in IDEAAUDIT_BROWSER."
)
NO_DRIVER = (
    "Playwright's driver does not run ({why}): on Debian, `apt install libatomic1` gives it the "
    "library that it needs."
)
_SYSTEM = (
    "/usr/lib/chromium/chromium-headless-shell",
    "/usr/lib/chromium-browser/headless_shell",
    "/usr/lib64/chromium-browser/headless_shell",
)
_NAMES = ("chromium-headless-shell", "headless_shell", "chrome-headless-shell")


@dataclass(frozen=True, slots=True)
class BrowserFound:
    """A browser.

    Attributes:
        kind: where it comes from: "named", "playwright" or "system".
        version: as it says itself, for example "156.0.8078.79".
    """

    path: str
    kind: str
    version: str


def find_browser(named: str = "") -> BrowserFound:
    """The first that runs: the one named (or in IDEAAUDIT_BROWSER), Playwright's, the system's.

    Raises:
        BrowserMissing: none is there, or the named one does not run; says what to do.
    """
    named = named or os.environ.get("IDEAAUDIT_BROWSER", "")
    if named:
        if version := version_of(named):
            return BrowserFound(named, "named", version)
        raise BrowserMissing(f"The browser {named} does not run. {HOW_TO_GET_ONE}")
    for kind, path in candidates():
        if version := version_of(path):
            return BrowserFound(path, kind, version)
    raise BrowserMissing(f"No headless Chromium was found. {HOW_TO_GET_ONE}")


def driver_runs() -> bool:
    """Whether Playwright's own Node.js can be started on this machine."""
    node, _ = compute_driver_executable()
    return bool(version_of(node))


def candidates() -> Iterator[tuple[str, str]]:
    """Kind and path of every place where a headless shell is, best first.

    To root, a browser that only root can read comes last: it could not be run as another user.
    """
    found = [("playwright", str(path)) for path in _playwrights()]
    found += [("system", path) for path in _SYSTEM if os.access(path, os.X_OK)]
    found += [("system", path) for name in _NAMES if (path := shutil.which(name))]
    if os.geteuid() == 0:
        found.sort(key=lambda entry: not open_to_all(Path(entry[1])))
    yield from found


def open_to_all(path: Path) -> bool:
    """Whether any user may run this file: it, and every folder above it."""
    real = path.resolve()
    return all(entry.stat().st_mode & 0o001 for entry in (real, *real.parents))


def _playwrights() -> list[Path]:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ms-playwright"
    home = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or cache)
    found = (path for name in _NAMES for path in home.glob(f"chromium_headless_shell-*/*/{name}"))
    runnable = [path for path in found if os.access(path, os.X_OK)]
    return sorted(runnable, key=lambda path: path.parts[-3], reverse=True)


def version_of(path: str) -> str:
    """The version that a program says it has, or "" where it does not run."""
    command = [path, "--version"]
    try:
        said = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    match = re.search(r"\d+(\.\d+)+", said.stdout)
    return match[0] if match else ""
