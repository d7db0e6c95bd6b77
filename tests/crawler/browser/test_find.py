from pathlib import Path

import pytest

from crawler.browser import BrowserMissing, find_browser
from crawler.browser import find as module
from crawler.browser.find import candidates, open_to_all


def fake(path: Path, says: str = "Chromium 1.2.3.4") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho {says}\n")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without any browser."""
    monkeypatch.delenv("IDEAAUDIT_BROWSER", raising=False)
    monkeypatch.setattr(module, "_SYSTEM", ())
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    return tmp_path


def test_the_one_that_is_named_is_taken(bare: Path) -> None:
    named = fake(bare / "mine")
    fake(bare / "bin" / "headless_shell")
    found = find_browser(named)
    assert (found.path, found.kind, found.version) == (named, "named", "1.2.3.4")


def test_the_environment_may_name_it(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IDEAAUDIT_BROWSER", fake(bare / "mine"))
    assert find_browser().kind == "named"


def test_playwrights_newest_comes_first(bare: Path) -> None:
    place = "chrome-headless-shell-linux64/chrome-headless-shell"
    fake(bare / "playwright" / "chromium_headless_shell-1100" / place, "Chromium 100.0")
    fake(bare / "playwright" / "chromium_headless_shell-1200" / place, "Chromium 120.0")
    fake(bare / "bin" / "headless_shell", "Chromium 90.0")
    assert [kind for kind, _ in candidates()] == ["playwright", "playwright", "system"]


def test_one_that_does_not_run_is_passed_over(bare: Path) -> None:
    place = "playwright/chromium_headless_shell-1/chrome-linux/headless_shell"
    fake(bare / place, "no number")
    fake(bare / "bin" / "chromium-headless-shell")
    assert find_browser().kind == "system"


def test_without_any_it_says_what_to_do(bare: Path) -> None:
    with pytest.raises(BrowserMissing, match=r"playwright install.*apt install"):
        find_browser()
    with pytest.raises(BrowserMissing, match="does not run"):
        find_browser(str(bare / "nothing"))


def test_a_browser_in_a_closed_folder_is_not_open_to_all(tmp_path: Path) -> None:
    browser = Path(fake(tmp_path / "closed" / "browser"))
    (tmp_path / "closed").chmod(0o700)
    assert not open_to_all(browser)
    assert open_to_all(Path("/bin/sh"))
