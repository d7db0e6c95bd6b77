"""What pages are rendered by: the first engine, or the second, wired to a run's settings."""

from dataclasses import dataclass

from crawler.browser import BrowserMissing, RenderPool, RenderSettings, find_browser
from crawler.browser.engines import check_engines
from crawler.browser.words import MAX_USES, Renders
from crawler.guard import Guard
from ideaaudit.settings import Secrets, Settings, SettingsError

SELENIUM = "selenium"
BROWSER_AGENT = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/{}.0.0.0 Safari/537.36 "
)
# Of a Grid that does not say what its browsers are.
USUAL_VERSION = "150"
NO_SECRETS = (
    "--engine selenium sends no header or password for one page alone: unset IDEAAUDIT_HEADER "
    "and IDEAAUDIT_CREDENTIALS, or leave --engine out."
)
NO_DETOURS = (
    "A Selenium Grid on another machine does not know --connect-to: use a Grid or chromedriver "
    "of this machine, or leave --connect-to out."
)
NO_GRID = "--grid is for --engine selenium: give both, or neither."
ONLY_CHROMIUM = "--engine selenium shows pages in one browser: leave --engines out."


@dataclass(frozen=True, slots=True)
class Engine:
    """A pool of pages that is not started yet.

    Attributes:
        agent: the User-Agent of rendered pages, with our name in it.
        browser: its kind and version.
    """

    pool: Renders
    agent: str
    browser: str


def open_engine(settings: Settings, secrets: Secrets, guard: Guard, name: str) -> Engine:
    """The engine that the settings ask for.

    Args:
        name: ours, which stands at the end of the User-Agent.

    Raises:
        BrowserMissing, AxeMissing: in one line, what is missing and what to do.
    """
    if settings.engine == SELENIUM:
        from crawler.browser.second_engine import SeleniumPool
        from crawler.browser.webdriver import find_webdriver

        driven = find_webdriver(settings.grid)
        agent = _agent(driven.version or USUAL_VERSION, name)
        second = SeleniumPool(
            RenderSettings(size=settings.open_tabs, user_agent=agent), guard, driven
        )
        return Engine(second, agent, second.browser)
    found = find_browser()
    agent = _agent(found.version, name)
    asked = RenderSettings(
        size=settings.open_tabs,
        browser=found.path,
        user_agent=agent,
        max_uses=min(settings.render_budget, MAX_USES),
        http_headers=dict([secrets.header]) if secrets.header else {},
        http_credentials=secrets.credentials,
        engines=settings.engines,
    )
    return Engine(RenderPool(asked, guard), agent, f"{found.kind} {found.version}")


def _agent(version: str, name: str) -> str:
    return BROWSER_AGENT.format(version.partition(".")[0]) + name


def check_engine(settings: Settings) -> None:
    """Finds out before a run is begun whether its engines are there.

    Raises:
        SettingsError, ValueError: in one line, which is not, or what does not go together.
    """
    try:
        check_engines(settings.engines)
        if settings.engine == SELENIUM:
            _check_second(settings)
        elif settings.grid:
            raise SettingsError(NO_GRID)
    except BrowserMissing as error:
        raise SettingsError(str(error)) from error


def _check_second(settings: Settings) -> None:
    from crawler.browser.webdriver import find_webdriver

    if settings.engines:
        raise SettingsError(ONLY_CHROMIUM)
    secrets = Secrets.from_environment()
    if secrets.header or secrets.credentials:
        raise SettingsError(NO_SECRETS)
    found = find_webdriver(settings.grid)
    if not found.is_guarded and (settings.connect_to or settings.connect_to_only):
        raise SettingsError(NO_DETOURS)
