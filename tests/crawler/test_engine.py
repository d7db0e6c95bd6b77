"""What an audit renders with, and what is said before it begins where that is not there."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from crawler.browser.webdriver import WebDriverFound, find_webdriver
from crawler.browser.words import BrowserMissing
from crawler.engine import check_engine
from ideaaudit.settings import Settings, SettingsError

SECOND = Settings(engine="selenium")


@contextmanager
def grid(said: Any) -> Iterator[str]:
    """The address of a Grid that says this of itself."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(said if isinstance(said, bytes) else json.dumps(said).encode())

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def node(**stereotype: str) -> dict[str, Any]:
    return {"value": {"ready": True, "nodes": [{"slots": [{"stereotype": stereotype}]}]}}


def refusal(settings: Settings) -> str:
    with pytest.raises(SettingsError) as refused:
        check_engine(settings)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def program(path: Path, says: str) -> str:
    path.write_text(f"#!/bin/sh\necho '{says}'\n")
    path.chmod(0o755)
    return str(path)


def test_the_first_engine_asks_for_no_chromedriver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    check_engine(Settings())


def test_no_chromedriver_is_one_line_on_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("IDEAAUDIT_CHROMEDRIVER", raising=False)
    said = refusal(SECOND)
    assert said.startswith("There is no chromedriver. Get one")
    assert "--grid" in said


def test_a_chromedriver_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IDEAAUDIT_CHROMEDRIVER", "/bin/false")
    assert "The chromedriver /bin/false does not run." in refusal(SECOND)


def test_a_chromedriver_without_a_browser_of_its_version_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    driver = program(tmp_path / "chromedriver", "ChromeDriver 12.0.1")
    monkeypatch.setenv("IDEAAUDIT_CHROMEDRIVER", driver)
    assert "is of version 12, and no browser here is" in refusal(SECOND)
    browser = program(tmp_path / "browser", "Chromium 12.0.9")
    monkeypatch.setenv("IDEAAUDIT_BROWSER", browser)
    assert find_webdriver() == WebDriverFound(driver, browser, "12.0.9")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (Settings(grid="http://127.0.0.1:1"), "--grid is for --engine selenium"),
        (replace(SECOND, grid="grid.agency.gov"), "is no address"),
        (replace(SECOND, grid="file:///etc/passwd"), "is no address"),
        (replace(SECOND, grid="http://127.0.0.1:1"), "No Selenium Grid answers"),
        (replace(SECOND, grid="http://[::1"), "--grid"),
        (replace(SECOND, grid="http://nowhere.invalid:4444"), "No Selenium Grid answers"),
    ],
)
def test_what_does_not_go_together_is_told(wrong: Settings, words: str) -> None:
    assert words in refusal(wrong)


@pytest.mark.parametrize("said", [b"", b"<html>", {"value": None}, {"value": {"nodes": []}}, []])
def test_what_is_no_grid_is_told(said: Any) -> None:
    with grid(said) as address:
        assert "No Selenium Grid answers" in refusal(replace(SECOND, grid=address))


def test_a_grid_that_is_not_ready_is_told() -> None:
    with grid({"value": {"ready": False}}) as address:
        assert "is not ready" in refusal(replace(SECOND, grid=address))


def test_a_grid_says_which_browser_it_has() -> None:
    with grid(node(browserVersion="151.0")) as address:
        found = find_webdriver(address)
    assert (found.version, found.is_guarded) == ("151.0", True)
    with grid(node(browserName="chrome")) as address:
        assert find_webdriver(address).version == ""


def test_secrets_are_not_given_to_a_browser_that_would_send_them_everywhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("IDEAAUDIT_HEADER", "X-Staging: secret")
    assert "IDEAAUDIT_HEADER" in refusal(SECOND)


@pytest.mark.parametrize(
    ("address", "guarded"),
    [
        ("http://127.0.0.1:4444", True),
        ("http://localhost:4444/wd/hub", True),
        ("http://[::1]:4444", True),
        ("http://grid.agency.gov:4444", False),
        ("http://192.0.2.7:4444", False),
        ("http://127.0.0.1.agency.gov:4444", False),
    ],
)
def test_only_a_grid_of_this_machine_is_held_by_the_guard(address: str, guarded: bool) -> None:
    assert WebDriverFound("", "", "", address).is_guarded is guarded


def test_detours_are_refused_where_they_could_not_be_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    far = WebDriverFound("", "", "", "http://grid.agency.gov:4444")
    monkeypatch.setattr("crawler.browser.webdriver.find_webdriver", lambda _grid: far)
    check_engine(replace(SECOND, grid=far.grid))
    for asked in ({"connect_to": ("a:80:127.0.0.1:1",)}, {"connect_to_only": True}):
        assert "--connect-to" in refusal(replace(SECOND, grid=far.grid, **asked))


def test_a_missing_browser_is_named_as_such() -> None:
    with pytest.raises(BrowserMissing):
        find_webdriver("http://127.0.0.1:1")
