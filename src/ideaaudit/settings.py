"""Every setting that shapes an audit, its default, and where it is read from."""

import base64
import json
import os
import tomllib
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

CONFIG_FILE = "ideaaudit.toml"
# What `scope` may hold beside names of hosts.
HOST, DOMAIN, PATH = "host", "domain", "path"


class SettingsError(ValueError):
    """A setting that cannot be; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How far an audit goes: URLs walked over HTTP, pages rendered in the browser, and documents
    read; and how many sites and browser pages are in flight, so that their pauses are no idle
    time."""

    pages: int
    render: int
    documents: int
    sites: int = 8
    tabs: int = 2


PROFILES = {
    "home": Profile(pages=1, render=1, documents=0, sites=64, tabs=4),
    "sample": Profile(pages=200, render=20, documents=20),
    "full": Profile(pages=10_000, render=10_000, documents=500),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What an audit was asked to be. Secrets are not here: see `Secrets`.

    Attributes:
        pages, render: 0 for the profile's own number; documents: -1 for it, 0 for none.
        delay: seconds between two requests to one address, at least.
        scope: "host" (a host and its www twin), "domain" (the registered domain), "path" (what
            stands beneath the named URL), and sites' keys of other hosts.
        connect_to: curl's HOST:PORT:ADDR:PORT.
        connect_to_only: whether every other name is out of reach.
        fresh: whether pages are asked for whole that a former run has.
        ciphers: whether weak TLS suites are tried, which takes a dozen handshakes more a host.
        dns_server: "ADDRESS" or "ADDRESS:PORT" of the resolver; "" for the system's.
        hsts_preload: the file of Chromium's HSTS preload list, "" for none.
        visited: the file of the most visited pages' addresses, "" for none.
        engines: other browser engines to see pages in too: "firefox", "webkit".
        engine: what pages are rendered by: "playwright", or "selenium", which sees less.
        grid: the address of a Selenium Grid, "" for a chromedriver of this machine.
        sites_at_once, tabs: sites in flight, and browser pages in flight for all of them; 0 for
            the profile's own number.
    """

    profile: str = "sample"
    pages: int = 0
    render: int = 0
    documents: int = -1
    delay: float = 1.0
    scope: tuple[str, ...] = (HOST,)
    connect_to: tuple[str, ...] = ()
    connect_to_only: bool = False
    allow_private: bool = False
    ignore_robots: bool = False
    fresh: bool = False
    ca_file: str = ""
    ciphers: bool = False
    dns_server: str = ""
    hsts_preload: str = ""
    visited: str = ""
    contact: str = ""
    engines: tuple[str, ...] = ()
    engine: str = "playwright"
    grid: str = ""
    sites_at_once: int = 0
    tabs: int = 0
    seed: int = 0

    @property
    def page_budget(self) -> int:
        """How many pages are walked at most."""
        return self.pages or PROFILES[self.profile].pages

    @property
    def render_budget(self) -> int:
        """How many pages are rendered at most."""
        return min(self.render or PROFILES[self.profile].render, self.page_budget)

    @property
    def document_budget(self) -> int:
        """How many PDFs and office files are read at most."""
        return PROFILES[self.profile].documents if self.documents < 0 else self.documents

    @property
    def at_once(self) -> int:
        """How many sites are in flight."""
        return self.sites_at_once or PROFILES[self.profile].sites

    @property
    def open_tabs(self) -> int:
        """How many browser pages are in flight."""
        return self.tabs or PROFILES[self.profile].tabs

    def to_strings(self) -> dict[str, str]:
        """For `Run.settings`: names to JSON."""
        return {name: json.dumps(value) for name, value in asdict(self).items()}

    @classmethod
    def looked_up(cls, look_up: Callable[[str], str]) -> "Settings":
        """The settings by their names in the environment, "IDEAAUDIT_PAGES" and so on.

        Raises:
            SettingsError: where a value cannot be read as what it must be.
        """
        found = {one.name: look_up(f"IDEAAUDIT_{one.name.upper()}") for one in fields(cls)}
        standard = asdict(cls())
        try:
            return cls(**{k: _as(standard[k], text) for k, text in found.items() if text})
        except ValueError as error:
            raise SettingsError(f"A setting of the environment cannot be read: {error}") from error

    @classmethod
    def from_strings(cls, strings: dict[str, str]) -> "Settings":
        """The settings of a stored run, so that it can be resumed."""
        known = {one.name for one in fields(cls)}
        values: dict[str, Any] = {k: json.loads(v) for k, v in strings.items() if k in known}
        for name in ("connect_to", "engines", "scope"):
            values[name] = tuple(values.get(name, getattr(cls(), name)))
        return cls(**values)


def _as(standard: Any, text: str) -> Any:
    """A text as a value of the same type as the default."""
    if isinstance(standard, bool):
        return text.lower() in ("1", "true", "yes", "on")
    return (
        tuple(text.replace(",", " ").split())
        if isinstance(standard, tuple)
        else type(standard)(text)
    )


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """A header and a password for one's own staging site: from the environment, never stored.

    They are sent to the audited sites' own origins only.
    """

    header: tuple[str, str] | None = None
    credentials: tuple[str, str] | None = None

    @classmethod
    def from_environment(cls) -> "Secrets":
        """Reads IDEAAUDIT_HEADER ("Name: value") and IDEAAUDIT_CREDENTIALS ("user:password").

        Raises:
            SettingsError: where one of them has no colon.
        """
        return cls(_pair("IDEAAUDIT_HEADER"), _pair("IDEAAUDIT_CREDENTIALS"))

    def values(self) -> tuple[str, ...]:
        """What must never be stored, in each form in which a site may say it back."""
        found = [self.header[1]] if self.header else []
        if self.credentials:
            pair = ":".join(self.credentials)
            found += [self.credentials[1], pair, base64.b64encode(pair.encode()).decode()]
        return tuple(found)


def _pair(name: str) -> tuple[str, str] | None:
    value = os.environ.get(name, "")
    if not value:
        return None
    left, colon, right = value.partition(":")
    if not colon or not left.strip():
        raise SettingsError(f"{name} must be two parts with a colon between them.")
    return left.strip(), right.strip()


def read_config(path: Path, known: set[str]) -> dict[str, Any]:
    """The settings of a TOML file, by their documented names; {} where there is no file.

    Raises:
        SettingsError: where the file is no TOML or names a setting that does not exist.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}.") from error
    values = {name.replace("-", "_"): value for name, value in values.items()}
    if strange := sorted(set(values) - known):
        raise SettingsError(
            f"{path} names {strange[0]!r}, which is no setting: see `ideaaudit audit --help`."
        )
    return values
