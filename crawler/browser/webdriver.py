"""Browsers over WebDriver: by a chromedriver of this machine, or on a Selenium Grid."""

import ipaddress
import json
import os
import shutil
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import ChromeOptions, Remote
from selenium.webdriver.common.proxy import Proxy, ProxyType
from selenium.webdriver.common.service import Service
from selenium.webdriver.remote.client_config import ClientConfig

from crawler.browser import sandbox
from crawler.browser.driver import ARGUMENTS
from crawler.browser.find import candidates, version_of
from crawler.browser.words import BrowserMissing, Deadlines, RenderSettings
from crawler.guard import analytics

# Debian's chromedriver comes with this browser, which then may be the only one of its version.
WITH_DRIVER = ("/usr/lib/chromium/chromium",)
HOW_TO_GET_ONE = (
    "Get one, on Debian with `apt install chromium-driver`, name one in IDEAAUDIT_CHROMEDRIVER, "
    "or give the address of a Selenium Grid with --grid."
)
STATUS_SECONDS = 10
# What a page has no need of: windows beside its own, and downloads.
SHUT = ("--block-new-web-contents", "--disable-component-update", "--window-size=1280,800")
PREFERENCES = {"download_restrictions": 3}


@dataclass(frozen=True, slots=True)
class WebDriverFound:
    """A chromedriver and a browser of its version; or a Grid, then neither has a path.

    Attributes:
        version: of the browser.
    """

    driver: str
    browser: str
    version: str
    grid: str = ""

    @property
    def is_guarded(self) -> bool:
        """Whether our proxy on loopback can be its browser's only way out."""
        return not self.grid or _is_here(urlsplit(self.grid).hostname or "")


def find_webdriver(grid: str = "") -> WebDriverFound:
    """The Grid at this address, else a chromedriver and a browser that it can drive.

    Raises:
        BrowserMissing: in one line, what is missing and what to do.
    """
    if grid:
        return WebDriverFound("", "", _version_of_grid(grid), grid)
    driver = os.environ.get("IDEAAUDIT_CHROMEDRIVER", "") or shutil.which("chromedriver") or ""
    version = version_of(driver) if driver else ""
    if not version:
        said = f"The chromedriver {driver} does not run." if driver else "There is no chromedriver."
        raise BrowserMissing(f"{said} {HOW_TO_GET_ONE}")
    for path in _browsers():
        if _major(found := version_of(path)) == _major(version):
            return WebDriverFound(driver, path, found)
    raise BrowserMissing(
        f"The chromedriver {driver} is of version {_major(version)}, and no browser here is. "
        f"{HOW_TO_GET_ONE}"
    )


def _browsers() -> Iterator[str]:
    named = os.environ.get("IDEAAUDIT_BROWSER", "")
    yield from [named] if named else []
    yield from (path for _, path in candidates())
    yield from (path for path in WITH_DRIVER if os.access(path, os.X_OK))


def _major(version: str) -> str:
    return version.partition(".")[0]


def _is_here(host: str) -> bool:
    with suppress(ValueError):
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    return host == "localhost"


def _version_of_grid(address: str) -> str:
    """The version of its browsers, "" where it does not say."""
    if not address.startswith(("http://", "https://")):
        raise BrowserMissing(f"--grid {address} is no address, as http://grid.agency.gov:4444 is.")
    try:
        with urllib.request.urlopen(f"{address}/status", timeout=STATUS_SECONDS) as answer:
            said = json.loads(answer.read(1_000_000))["value"]
        ready, build = bool(said["ready"]), str(said.get("build", {}).get("version", ""))
        slots = [slot for node in said.get("nodes", ()) for slot in node["slots"]]
        versions = [slot["stereotype"].get("browserVersion", "") for slot in slots]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        why = str(getattr(error, "reason", None) or error)[:200]
        raise BrowserMissing(f"No Selenium Grid answers at {address} (--grid): {why}.") from error
    if not ready:
        raise BrowserMissing(f"The Selenium Grid at {address} (--grid) is not ready.")
    return next((str(version) for version in versions if version), "" if slots else build)


class _LocalDriver(Service):
    """A chromedriver that ends with the thread that started it, however that came to its end."""

    def __init__(self, driver: str, home: str) -> None:
        self._driver = driver
        self._setpriv = shutil.which("setpriv") or ""
        environment = {"PATH": os.environ.get("PATH", ""), "HOME": home, "TMPDIR": home}
        super().__init__(self._setpriv or driver, env=environment)

    def command_line_args(self) -> list[str]:
        before = ["--pdeathsig", "KILL", self._driver] if self._setpriv else []
        return [*before, f"--port={self.port}", "--log-level=OFF"]

    def stop(self) -> None:
        """At once: the browser's pipe is cut with it, and the browser ends."""
        process = getattr(self, "process", None)
        if process and process.poll() is None:
            process.kill()
            process.wait(5)


class Window:
    """A browser of its own for one site, driven from a thread of its own.

    Attributes:
        threads: everything that asks the browser runs there, one thing at a time.
        site: whose pages it may see; "" for none yet.
        note: why it runs without a sandbox, or "".
    """

    def __init__(self, found: WebDriverFound, settings: RenderSettings, proxy: str) -> None:
        self.threads = ThreadPoolExecutor(1, "webdriver")
        self.site = ""
        self.dead = False
        self.note = ""
        self._found = found
        self._settings = settings
        self._proxy = proxy
        self._service: _LocalDriver | None = None
        self._shelter: sandbox.Shelter | None = None
        self.driver: Remote | None = None

    def open(self) -> Remote:
        """Start it; without its sandbox only where it does not start with it.

        Raises:
            selenium.common.exceptions.WebDriverException: it does not start.
        """
        if self._found.grid:
            self.driver = self._session(self._found.grid, self._options("", sandboxed=True))
            return self.driver
        place = self._shelter = sandbox.shelter(self._found.browser)
        self._service = _LocalDriver(self._found.driver, str(place.home))
        self._service.start()
        address = self._service.service_url
        self.note = place.note
        if not self.note:
            try:
                options = self._options(place.executable, sandboxed=True)
                self.driver = self._session(address, options)
                return self.driver
            except WebDriverException as error:
                self.note = (error.msg or "it does not start").strip().splitlines()[0]
        options = self._options(place.executable, sandboxed=False)
        self.driver = self._session(address, options)
        return self.driver

    def close(self) -> None:
        """End its processes; a Grid is asked to, and does so by itself if it does not hear."""
        self.dead = True
        if self._service:
            self._service.stop()
        elif self.driver:
            with suppress(Exception):
                self.threads.submit(self.driver.quit).result(self._settings.deadlines.close)
        self.threads.shutdown(wait=False, cancel_futures=True)
        if self._shelter:
            sandbox.forget(self._shelter)

    def _options(self, browser: str, *, sandboxed: bool) -> ChromeOptions:
        options = ChromeOptions()
        options.page_load_strategy = "eager"
        options.accept_insecure_certs = True
        options.unhandled_prompt_behavior = "dismiss"
        options.add_experimental_option("prefs", PREFERENCES)
        for argument in self._arguments(sandboxed=sandboxed):
            options.add_argument(argument)
        if browser:
            options.binary_location = browser
            options.add_argument("--remote-debugging-pipe")
        return options

    def _arguments(self, *, sandboxed: bool) -> Iterator[str]:
        yield from ("--headless=new", *SHUT)
        if self._settings.user_agent:
            yield f"--user-agent={self._settings.user_agent}"
        if self._proxy:
            yield from (*ARGUMENTS, f"--proxy-server={self._proxy}")
            yield "--proxy-bypass-list=<-loopback>"
        if not sandboxed:
            yield "--no-sandbox"

    def _session(self, address: str, options: ChromeOptions) -> Remote:
        limits = self._settings.deadlines
        # chromedriver is asked directly, whatever proxy the environment names.
        direct = Proxy({"proxyType": ProxyType.DIRECT}) if self._service else None
        config = ClientConfig(address, proxy=direct, timeout=int(_longest(limits)) + 10)
        driver = Remote(address, options=options, client_config=config)
        driver.set_page_load_timeout(limits.open + limits.parse)
        driver.set_script_timeout(limits.axe)
        cdp = "executeCdpCommand"
        driver.execute(cdp, {"cmd": "Network.enable", "params": {}})
        known = analytics()
        urls = [*known.patterns, *(f"*://{name}/*" for name in known.hosts)]
        urls += [f"*://*.{name}/*" for name in known.hosts]
        driver.execute(cdp, {"cmd": "Network.setBlockedURLs", "params": {"urls": urls}})
        return driver


def _longest(limits: Deadlines) -> float:
    return max(limits.open + limits.parse, limits.axe, limits.launch)
