"""What the crawls of one run share: the store, the guard, the turns, the browser's pages."""

import asyncio
import base64
import math
import secrets as random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crawler.browser.words import Renders
from crawler.client import ProbeClient, verifying
from crawler.engine import check_engine, open_engine
from crawler.former import Former
from crawler.guard import Guard
from crawler.guard.connect_to import parse_detours
from crawler.observers.dns import server_address
from crawler.observers.preload import PreloadList, read_preload_list
from crawler.progress import Progress
from crawler.turns import Turns
from crawler.visited import most_visited
from ideaaudit import __version__
from ideaaudit.models import Reason, Run, RunState
from ideaaudit.privacy import hide
from ideaaudit.settings import Secrets, Settings, SettingsError
from ideaaudit.storage import RunStore, Store, StoreError
from ideaaudit.web import site_of

READERS = 2


@dataclass
class Session:
    """One run under way.

    Attributes:
        browser: its kind and version.
        readers: lets so many processes at once read documents.
        failure: why the store could not be written any more.
        former: what former runs read of the same sites.
        preloads: the HSTS preload list, where one was named.
        browser_agent: the User-Agent of rendered pages, with our name in it.
    """

    store: RunStore
    settings: Settings
    secrets: Secrets
    guard: Guard
    turns: Turns
    client: ProbeClient
    pool: Renders
    progress: Progress
    browser: str
    readers: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(READERS))
    failure: StoreError | None = None
    preloads: PreloadList | None = None
    browser_agent: str = ""
    former: Former = field(init=False)

    def __post_init__(self) -> None:
        self.former = Former(self.store, off=self.settings.fresh)

    @property
    def stopping(self) -> bool:
        """Whether the user asked for the end; pages in flight are still finished."""
        return self.turns.stopping.is_set()

    def stop(self) -> None:
        """Nothing more is begun, and nobody waits for a turn any more."""
        self.turns.stopping.set()

    def fail(self, error: StoreError) -> None:
        """The store is lost: nothing more is visited, for nothing more could be kept."""
        self.failure = self.failure or error
        self.stop()

    async def is_cut_off(self, reason: Reason) -> bool:
        """Whether something was not seen because no name is found any more: then the audit stops,
        for what it would lose is not the sites' fault, and goes on with --resume."""
        if reason is not Reason.DNS or not await self.guard.is_cut_off():
            return False
        if not self.stopping:
            self.stop()
            self.progress.cut_off()
        return True

    def own_headers(self, url: str) -> dict[str, str]:
        """The staging secrets for a URL: only an audited site ever gets them."""
        return own_headers(self.store, self.secrets, url)

    def scrapy_settings(self) -> dict[str, Any]:
        """What Scrapy's components find of this session in their settings."""
        return {
            "SESSION": self,
            "GUARD": self.guard,
            "RENDER_POOL": self.pool,
            "USER_AGENT": user_agent(self.settings),
        }

    def note_versions(self) -> None:
        """What the run is made with, for whoever compares two."""
        versions = self.store.run.versions | self.pool.versions() | {"browser": self.browser}
        self.store.save_run(replace(self.store.run, versions=versions))

    def note_end(self) -> None:
        """How the crawl ended, and what a reader must know before trusting its numbers."""
        notes = dict.fromkeys((*self.store.run.notes, *self.pool.notes))
        if self.settings.ignore_robots:
            notes["robots.txt was ignored, as the settings asked (--ignore-robots)."] = None
        run = replace(
            self.store.run,
            state=RunState.INTERRUPTED if self.stopping else RunState.CRAWLED,
            ended_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            notes=tuple(notes),
        )
        self.store.save_run(run)

    async def close(self) -> None:
        """Ends the browser and the probes' connections; the store stays open."""
        await self.pool.close()
        await self.client.close()
        self.guard.close()
        self.former.close()


def open_session(
    store: RunStore, settings: Settings, secrets: Secrets, progress: Progress
) -> Session:
    """The parts of a run, wired to one guard. Nothing is started or connected yet.

    Raises:
        SettingsError, ValueError: a setting cannot be read, as `check_settings` says.
        BrowserMissing: there is no browser; the message says what to do.
    """
    hide(secrets.values())
    guard = Guard(settings.connect_to, settings.allow_private, closed=settings.connect_to_only)
    turns = Turns(guard, settings.delay)
    client = ProbeClient(
        guard,
        turns,
        user_agent=user_agent(settings),
        ca_file=settings.ca_file,
        headers=lambda url: own_headers(store, secrets, url),
    )
    engine = open_engine(settings, secrets, guard, identification(settings))
    pool, kind = engine.pool, engine.browser
    made = Session(store, settings, secrets, guard, turns, client, pool, progress, kind)
    made.browser_agent, made.preloads = engine.agent, preload_list(settings)
    return made


def check_settings(settings: Settings) -> None:
    """Finds what would break an audit before a run is begun.

    Raises:
        SettingsError, ValueError: in one line, which setting is wrong and how.
    """
    parse_detours(settings.connect_to)
    preload_list(settings)
    try:
        server_address(settings.dns_server or "127.0.0.1")
    except ValueError as error:
        said = f"--dns-server {settings.dns_server} is no address of a resolver."
        raise SettingsError(said) from error
    try:
        verifying(settings.ca_file)
    except (OSError, ValueError) as error:
        raise SettingsError(f"{settings.ca_file} holds no PEM certificates (--ca-file).") from error
    check_engine(settings)
    if not settings.contact.isprintable():
        raise SettingsError("--contact must be one line of printable text.")
    most_visited(settings.visited)
    if not math.isfinite(settings.delay):
        raise SettingsError("--delay must be a number of seconds.")


def preload_list(settings: Settings) -> PreloadList | None:
    """The HSTS preload list that the settings name, or None where they name none.

    Raises:
        SettingsError: it cannot be read, or is no such list.
    """
    if not settings.hsts_preload:
        return None
    try:
        return read_preload_list(Path(settings.hsts_preload))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        said = f"{settings.hsts_preload} is no HSTS preload list: {why} (--hsts-preload)."
        raise SettingsError(said) from error


def identification(settings: Settings) -> str:
    """Our name in every request, with whom to write to."""
    contact = settings.contact or "no contact given"
    return f"ideaaudit/{__version__} (+{contact})"


def user_agent(settings: Settings) -> str:
    """The User-Agent of what Scrapy and the probes send (RFC 9110 10.1.5)."""
    return f"Mozilla/5.0 (compatible; {identification(settings)[:200]})"


def new_run(settings: Settings) -> Run:
    """A run that begins now; the seed is drawn where none was given, and kept.

    Raises:
        SettingsError, ValueError: as `check_settings` says: no run is begun that could not go on.
    """
    check_settings(settings)
    now = datetime.now(UTC)
    seed = settings.seed or random.randbelow(2**31)
    return Run(
        id=f"{now:%Y%m%dT%H%M%SZ}-{random.token_hex(2)}",
        started_at=f"{now:%Y-%m-%dT%H:%M:%SZ}",
        state=RunState.CRAWLING,
        seed=seed,
        settings=replace(
            settings,
            seed=seed,
            pages=settings.page_budget,
            render=settings.render_budget,
            documents=settings.document_budget,
        ).to_strings(),
        versions={"ideaaudit": __version__},
    )


def default_session(store_url: str, settings: Settings) -> Session:
    """A new run of its own, for `scrapy crawl`."""
    store = Store.open(store_url).create(new_run(settings))
    return open_session(store, settings, Secrets.from_environment(), Progress(0.0, 1, quiet=True))


def own_headers(store: RunStore, secrets: Secrets, url: str) -> dict[str, str]:
    """The staging secrets for a URL of an audited site, {} for every other."""
    if not (secrets.header or secrets.credentials):
        return {}
    try:
        store.site_id(site_of(url))
    except KeyError:
        return {}
    headers = dict([secrets.header]) if secrets.header else {}
    if secrets.credentials:
        pair = ":".join(secrets.credentials).encode()
        headers["Authorization"] = f"Basic {base64.b64encode(pair).decode()}"
    return headers
