"""One page as a browser showed it."""

from dataclasses import dataclass

from ideaaudit.models.behavior import Disclosure, KeyboardWalk, MenuSeen, PasteSeen
from ideaaudit.models.layout import Box, Layout, Parity, Strain, Styles
from ideaaudit.models.outcome import Gap


@dataclass(frozen=True, slots=True)
class AxeNode:
    """One element that an axe rule named.

    Attributes:
        target: CSS selectors from the outermost frame or shadow host inwards.
        ancestry: the full CSS path of the innermost element, by axe's `ancestry`.
        markup: its outer HTML, cut at 300 characters.
        message: what axe says is wrong, in its words.
        datum: the failing datum, where the rule has one (colors, a role, an attribute).
    """

    target: tuple[str, ...]
    ancestry: str
    markup: str
    message: str
    datum: str = ""


@dataclass(frozen=True, slots=True)
class AxeRule:
    """One axe rule that found something. `count` is of all nodes; `nodes` keeps at most 20."""

    id: str
    impact: str
    tags: tuple[str, ...]
    help: str
    help_url: str
    count: int
    nodes: tuple[AxeNode, ...]


@dataclass(frozen=True, slots=True)
class AxeResult:
    """What axe-core said of one rendered page, all frames together, trimmed in the page.

    Attributes:
        version: of axe-core.
        violations, incomplete: failures, and what axe leaves for review; never mixed.
        passes, inapplicable: ids of the rules that passed or found nothing to test.
        frames: how many frames were tested.
    """

    version: str
    violations: tuple[AxeRule, ...]
    incomplete: tuple[AxeRule, ...]
    passes: tuple[str, ...]
    inapplicable: tuple[str, ...]
    frames: int = 1


@dataclass(frozen=True, slots=True)
class RequestSeen:
    """One request that the rendered page made, or tried to make.

    Attributes:
        kind: Playwright's resource type: "script", "stylesheet", "xhr", "ping", "websocket", ...
        sent: whether it left this machine; beacons are recorded and cut off.
        status: of the answer, or None.
        failure: the browser's words, or "analytics" or "guard" where we cut it off.
        media_type: of the answer, without parameters, lower case.
        encoding: Content-Encoding, lower case; cache: Cache-Control as sent.
        size: bytes of the body over the network; decoded: bytes after decoding; None unknown.
        ids: Google tag ids in the URL or the posted body ("G-CSLL4ZEK4L").
    """

    url: str
    kind: str
    method: str = "GET"
    sent: bool = True
    status: int | None = None
    failure: str = ""
    media_type: str = ""
    encoding: str = ""
    cache: str = ""
    size: int | None = None
    decoded: int | None = None
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cookie:
    """A cookie's name and flags; its value is never read."""

    name: str
    domain: str
    secure: bool
    http_only: bool
    same_site: str
    session: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored screenshot: which layout, and the content hash under which the store has it."""

    layout: str
    digest: str


@dataclass(frozen=True, slots=True)
class Vitals:
    """How fast the page came, observed on the desktop before anything was done to it.

    Attributes:
        lcp: largest contentful paint in milliseconds, or None where the browser told none.
        cls: cumulative layout shift by session windows, without recent input.
        ttfb: from the start of navigation to the first byte, in milliseconds.
        transferred: bytes over the network, of all requests that told their size.
        throttle: the network and processor profile, "" where there was none.
        load: the machine's load average over one minute, divided by its cores.
    """

    lcp: float | None
    cls: float | None
    ttfb: float | None
    transferred: int
    requests: int
    load: float
    throttle: str = ""


@dataclass(frozen=True, slots=True)
class EngineSeen:
    """The page in another browser engine: "firefox" or "webkit".

    Attributes:
        words: words of visible text in Chromium, and how many of them are there too.
        errors: messages of scripts that failed, at most 20.
    """

    name: str
    version: str
    words: tuple[int, int]
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendering:
    """One page as a browser showed it, in one load.

    Attributes:
        url: where the browser ended up.
        status: of the main document.
        html: the DOM after load, open shadow roots written as declarative templates.
        layouts: desktop first, then the phone widths; () where layout was not seen.
        requests: None where they were not recorded.
        timings: step name to milliseconds, wall clock.
        widths: (viewport width, scrollWidth) at the common phone widths 360, 412 and 768.
        overlays: what covers 30 % or more of the desktop's window: dialogs and fixed boxes.
        strains: under text spacing, 200 % zoom and a turned phone, those that were tried.
        passwords: () where the page has no password field.
        dap_version: the version that the script of the Digital Analytics Program named, or "".
        engines: the page in other engines, where that was asked for.
        Each probe is None where it was not tried or not seen; a gap of its name says why, if so.
    """

    url: str
    status: int | None
    rendered_at: str
    title: str = ""
    html: str | None = None
    axe: AxeResult | None = None
    layouts: tuple[Layout, ...] = ()
    requests: tuple[RequestSeen, ...] | None = None
    cookies: tuple[Cookie, ...] | None = None
    pictures: tuple[Picture, ...] = ()
    timings: tuple[tuple[str, float], ...] = ()
    gaps: tuple[Gap, ...] = ()
    widths: tuple[tuple[int, int], ...] | None = None
    overlays: tuple[Box, ...] | None = None
    keyboard: KeyboardWalk | None = None
    strains: tuple[Strain, ...] | None = None
    parity: Parity | None = None
    menu: MenuSeen | None = None
    disclosure: Disclosure | None = None
    passwords: tuple[PasteSeen, ...] | None = None
    vitals: Vitals | None = None
    styles: Styles | None = None
    engines: tuple[EngineSeen, ...] | None = None
    dap_version: str = ""
