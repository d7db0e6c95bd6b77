"""The scripts that run beside a page, in its isolated world: axe-core and our own."""

import hashlib
import importlib.util
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import platformdirs

OLDEST = (4, 12)
# Whose inner workings are known well enough to be made faster.
QUICKENED = "4.12."
OWN = Path(__file__).parent / "js"
IN_NODE = Path("node_modules") / "axe-core" / "axe.min.js"
HOW_TO_GET_IT = (
    "Get it with `pip install 'axe-playwright-python>=0.1.8'` or `npm install axe-core`, "
    "or name one in IDEAAUDIT_AXE_PATH."
)


class AxeMissing(Exception):  # noqa: N818
    """There is no axe-core script that is new enough; the message says what to do."""


@dataclass(frozen=True, slots=True)
class AxeScript:
    """The axe-core script that is used, as a run stores it."""

    path: Path
    source: str
    version: str
    sha256: str


def axe_script(named: str = "") -> AxeScript:
    """The named script (or IDEAAUDIT_AXE_PATH), else the first found that is new enough.

    Never the one of 2018 inside axe-selenium-python, whose rules are those of WCAG 2.0.

    Raises:
        AxeMissing: none is there, or the named one is older than 4.12 or no axe-core.
    """
    named = named or os.environ.get("IDEAAUDIT_AXE_PATH", "")
    if named:
        return _read(Path(named))
    for path in _places():
        try:
            return _read(path)
        except AxeMissing:
            continue
    raise AxeMissing(f"No axe-core 4.12 or newer was found. {HOW_TO_GET_IT}")


@cache
def own_scripts() -> tuple[str, str]:
    """Our scripts that stand before axe-core, and those that stand after it."""
    first = [OWN / "base.js", OWN / "quicken.js"]
    after = [path for path in sorted(OWN.glob("*.js")) if path not in first]
    return _joined(first), _joined(after)


def world_source(axe: AxeScript) -> str:
    """Everything that the isolated world of a frame needs, in one script."""
    before, after = own_scripts()
    source = axe.source
    if axe.version.startswith(QUICKENED):
        source = f"audit.quicken.begin();\n{source}\n;audit.quicken.end();"
    return f"{before}\n{source}\n;{after}"


def _joined(paths: list[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _places() -> Iterator[Path]:
    yield Path.cwd() / IN_NODE
    yield Path(platformdirs.user_data_dir("ideaaudit")) / IN_NODE
    package = importlib.util.find_spec("axe_playwright_python")
    for folder in (package.submodule_search_locations or ()) if package else ():
        yield Path(folder) / "axe.min.js"


def _read(path: Path) -> AxeScript:
    try:
        raw = path.read_bytes()
    except OSError as error:
        why = f"{path} cannot be read ({error.strerror}). {HOW_TO_GET_IT}"
        raise AxeMissing(why) from error
    source = raw.decode("utf-8", "replace")
    match = re.match(r"/\*! axe v(\d+)\.(\d+)\.(\d+)", source)
    if match is None:
        raise AxeMissing(f"{path} is not an axe-core script. {HOW_TO_GET_IT}")
    version = ".".join(match.groups())
    if tuple(int(number) for number in match.groups()[:2]) < OLDEST:
        raise AxeMissing(f"{path} is axe-core {version}; 4.12 or newer is needed. {HOW_TO_GET_IT}")
    return AxeScript(path, source, version, hashlib.sha256(raw).hexdigest())
