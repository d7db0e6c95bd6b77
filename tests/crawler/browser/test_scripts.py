import hashlib
from importlib.util import find_spec
from pathlib import Path

import pytest

from crawler.browser import AxeMissing, axe_script
from crawler.browser.scripts import OWN, own_scripts, world_source


def write(path: Path, version: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"/*! axe v{version}\n */ window.axe = {{}}")
    return path


@pytest.fixture(autouse=True)
def away(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("IDEAAUDIT_AXE_PATH", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


def test_what_pip_brings_is_new_enough() -> None:
    script = axe_script()
    assert tuple(int(part) for part in script.version.split(".")) >= (4, 12)
    assert script.sha256 == hashlib.sha256(script.path.read_bytes()).hexdigest()
    assert "axe_playwright_python" in str(script.path)


def test_one_from_npm_comes_before_it(tmp_path: Path) -> None:
    place = write(tmp_path / "node_modules/axe-core/axe.min.js", "4.14.1")
    assert axe_script().version == "4.14.1"
    write(place, "4.9.0")
    assert "axe_playwright_python" in str(axe_script().path)


def test_one_in_the_data_folder_is_found(tmp_path: Path) -> None:
    write(tmp_path / "data/ideaaudit/node_modules/axe-core/axe.min.js", "4.15.0")
    assert axe_script().version == "4.15.0"


def test_the_named_one_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = write(tmp_path / "mine.js", "5.0.0")
    assert axe_script(str(named)).version == "5.0.0"
    monkeypatch.setenv("IDEAAUDIT_AXE_PATH", str(named))
    assert axe_script().version == "5.0.0"


@pytest.mark.parametrize(("text", "why"), [("4.11.3", "4.11.3"), ("x", "not an axe-core")])
def test_a_named_one_that_will_not_do_is_refused(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(AxeMissing, match=why):
        axe_script(str(write(tmp_path / "old.js", text)))
    with pytest.raises(AxeMissing, match="cannot be read"):
        axe_script(str(tmp_path / "nothing.js"))


def test_the_bundle_of_2018_is_refused() -> None:
    package = find_spec("axe_selenium_python")
    assert package is not None
    folder = next(iter(package.submodule_search_locations or ()))
    with pytest.raises(AxeMissing, match="not an axe-core script"):
        axe_script(str(Path(folder) / "node_modules/axe-core/axe.min.js"))


def test_our_own_scripts_stand_around_it() -> None:
    before, after = own_scripts()
    source = world_source(axe_script())
    assert source.index(before) < source.index("axe v4") < source.index(after)
    assert all(path.read_text() in source for path in OWN.glob("*.js"))
