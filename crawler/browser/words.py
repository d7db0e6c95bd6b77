"""What is asked of the browser, and what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from ideaaudit.models import Reason, Rendering

HTML, AXE, LAYOUTS, PHONE = "html", "axe", "layouts", "phone"
REQUESTS, COOKIES, PICTURES = "requests", "cookies", "pictures"
VITALS, STYLES, OVERLAYS, STRAINS = "vitals", "styles", "overlays", "strains"
PARITY, WIDTHS, MENU, DISCLOSURE = "parity", "widths", "menu", "disclosure"
PASSWORDS, KEYBOARD, ENGINES = "passwords", "keyboard", "engines"
# Each is a field of `Rendering` of this name.
PROBES = (
    VITALS, STYLES, OVERLAYS, STRAINS, PARITY, WIDTHS, MENU, DISCLOSURE, PASSWORDS, KEYBOARD
)  # fmt: skip
MAX_USES = 50
ALL_SENSES = frozenset({HTML, AXE, LAYOUTS, PHONE, REQUESTS, COOKIES, PICTURES, *PROBES})


class RenderFailed(Exception):  # noqa: N818  a state of the page, not a fault of ours
    """Nothing of the page was seen; `reason` and `detail` say why."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class BrowserMissing(Exception):  # noqa: N818
    """There is no browser, or it cannot be started; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds for each step of a load; a step that takes longer costs its page only.

    Attributes:
        open: from asking for the page to the first byte of its document.
        parse: from there until the document is parsed.
        load: from there until its load event; a page without one is looked at all the same.
        quiet: longest wait for scripts, fonts and pictures after that.
        frame: axe in one child frame.
        probe: each of the senses that only look, beside the layouts.
        hand: each of those that press, tap and paste.
        keyboard: the walk by Tab, which ends by itself when half of this is over.
        engine: the page in one other engine.
    """

    launch: float = 30.0
    slot: float = 15.0
    open: float = 30.0
    parse: float = 20.0
    load: float = 15.0
    quiet: float = 1.5
    html: float = 10.0
    axe: float = 40.0
    frame: float = 8.0
    layout: float = 10.0
    picture: float = 10.0
    probe: float = 10.0
    hand: float = 10.0
    keyboard: float = 12.0
    engine: float = 45.0
    close: float = 5.0


@dataclass(frozen=True, slots=True)
class RenderSettings:
    """How the pool works.

    Attributes:
        size: pages in flight at once; as many as there are cores.
        browser: path of a browser, or "" for the first that is found.
        axe: path of an axe-core script, or "" for the first that is found.
        user_agent: sent instead of the browser's own, or "".
        max_uses: loads after which a page is made anew; its renderer collects garbage.
        max_heap: bytes of script heap after which it is made anew sooner.
        settle: seconds without a request under way that count as quiet.
        http_headers: secrets for a staging site, sent to the audited site's own origin only.
        http_credentials: a user name and a password for HTTP Basic, under the same rule.
        arguments: further arguments of the browser.
        engines: other engines to see each page in too: "firefox", "webkit".
    """

    size: int = 2
    browser: str = ""
    axe: str = ""
    user_agent: str = ""
    max_uses: int = MAX_USES
    max_heap: int = 400 * 2**20
    settle: float = 0.1
    deadlines: Deadlines = Deadlines()
    http_headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    http_credentials: tuple[str, str] | None = field(default=None, repr=False)
    arguments: tuple[str, ...] = ()
    engines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenderJob:
    """One page to load.

    Attributes:
        url: absolute, http or https.
        site: the site's key; pages of one site share cookies and cache, of two sites nothing.
        senses: the parts to see, by the names above.
    """

    url: str
    site: str
    senses: frozenset[str] = ALL_SENSES


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as it was seen.

    Attributes:
        rendering: for the store.
        pictures: the screenshots' bytes (JPEG) by the digests that the rendering names.
        headers: of the main document's answer: lower-case names, cookies left out.
    """

    rendering: Rendering
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    headers: tuple[tuple[str, str], ...] = ()


@runtime_checkable
class Renders(Protocol):
    """A pool of pages: `RenderPool`, or `SeleniumPool` of the second engine."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the audit must know of how pages were seen."""
        ...

    async def start(self) -> None:
        """Start the browser now. Raises BrowserMissing: it cannot be started."""

    async def render(self, job: RenderJob) -> Rendered:
        """One page, as far as it can be seen. Raises RenderFailed: nothing was seen of it."""
        ...

    async def close_site(self, site: str) -> None:
        """Let go of what belongs to a site that is done."""

    async def close(self) -> None:
        """Stop the browser; no process is left behind."""

    def versions(self) -> dict[str, str]:
        """What pages are seen with, for the run."""
        ...
