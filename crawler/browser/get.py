"""Gets a browser, its driver and fonts for this machine: `python -m crawler.browser.get`.

With `chromedriver` behind it, that of the second engine instead.

Playwright's own headless shell where it can be downloaded, else a system's, else Debian's by apt
where we are root. Nothing is done where a browser already runs.
"""

import os
import shutil
import subprocess
import sys

from crawler.browser.find import (
    HOW_TO_GET_ONE,
    NO_DRIVER,
    BrowserFound,
    driver_runs,
    find_browser,
)
from crawler.browser.webdriver import WebDriverFound, find_webdriver
from crawler.browser.words import BrowserMissing

DOWNLOAD_SECONDS = 600
APT_SECONDS = 900
FONTS = ("fonts-liberation", "fonts-dejavu-core", "fontconfig")


def get_browser() -> BrowserFound:
    """A browser that runs, got where there was none.

    Raises:
        BrowserMissing: none could be got; says what to do.
    """
    for get in (_nothing, _from_playwright, _from_debian):
        if get():
            try:
                return find_browser()
            except BrowserMissing:
                continue
    raise BrowserMissing(f"No browser could be got for this machine. {HOW_TO_GET_ONE}")


def get_driver() -> bool:
    """Whether Playwright's driver runs: as it is, or with a library got by apt as root."""
    return driver_runs() or (_apt("libatomic1") and driver_runs())


def get_fonts() -> bool:
    """Whether text can be shown: with fonts that are there, or got by apt as root."""
    return _has_fonts() or (_apt(*FONTS) and _has_fonts())


def get_chromedriver() -> WebDriverFound:
    """What the second engine needs: as it is, or got by apt as root.

    Raises:
        BrowserMissing: it could not be got; says what to do.
    """
    try:
        return find_webdriver()
    except BrowserMissing:
        if not _apt("chromium-driver"):
            raise
        return find_webdriver()


def _nothing() -> bool:
    return True


def _from_playwright() -> bool:
    command = [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]
    if os.geteuid() == 0:
        command.insert(4, "--with-deps")
    environment = os.environ | {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "15000"}
    return _run(command, DOWNLOAD_SECONDS, environment)


def _from_debian() -> bool:
    return _apt("chromium-headless-shell")


def _apt(*packages: str) -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return _run(["apt-get", "update", "-qq"], APT_SECONDS, environment) and _run(
        install, APT_SECONDS, environment
    )


def _run(command: list[str], seconds: float, environment: dict[str, str]) -> bool:
    try:
        done = subprocess.run(
            command, timeout=seconds, env=environment, capture_output=True, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _has_fonts() -> bool:
    lister = shutil.which("fc-list")
    if not lister:
        return False
    found = subprocess.run([lister, ":lang=en"], capture_output=True, check=False, timeout=60)
    return bool(found.stdout.strip())


def main() -> None:
    """Says what was got, or in one line what to do."""
    if sys.argv[1:] == ["chromedriver"]:
        try:
            print(f"chromedriver {get_chromedriver().version}")
        except BrowserMissing as error:
            print(f"The tests of the second engine are left out: {error}")
        return
    if not get_driver():
        sys.exit(f"Error: {NO_DRIVER.format(why='a library is missing')}")
    try:
        found = get_browser()
    except BrowserMissing as error:
        sys.exit(f"Error: {error}")
    print(f"Browser: {found.kind} {found.version} ({found.path})")
    if not get_fonts():
        print("No fonts were found: text may be measured wrongly. Get some, as fonts-liberation.")


if __name__ == "__main__":
    main()
