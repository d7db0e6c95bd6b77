"""What was seen of one page: never whether it was good."""

from dataclasses import dataclass
from enum import StrEnum

from ideaaudit.models.outcome import Reason


@dataclass(frozen=True, slots=True)
class Gap:
    """A part that we tried to see and could not, and why.

    Attributes:
        part: the name of the part, as a check's `needs` names it.
        reason: one word of a closed vocabulary.
        detail: the same in plain words, for the report.
    """

    part: str
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Hop:
    """One answer on the way from the URL asked for to the page shown.

    Attributes:
        url: the URL that answered.
        status: its HTTP status.
        location: where it sent the visitor, absolute, or "" for the last hop.
        kind: "http", "meta" or "script": who did the sending.
    """

    url: str
    status: int
    location: str = ""
    kind: str = "http"


class PageState(StrEnum):
    """What became of a known URL."""

    QUEUED = "queued"
    WALKED = "walked"
    SKIPPED = "skipped"
    LOST = "lost"


class PageClass(StrEnum):
    """What a page is for; login, search, error and document pages are exempt from some checks."""

    HOME = "home"
    CONTENT = "content"
    FORM = "form"
    LOGIN = "login"
    SEARCH = "search-results"
    ERROR = "error"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Box:
    """An element and where it stood, in CSS pixels from the top left of the document."""

    selector: str
    markup: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The page laid out at one viewport.

    Attributes:
        name: "desktop" (1280), "phone" (390) or "narrow" (320).
        width, height: the viewport asked for, in CSS pixels.
        mobile: whether a phone was emulated (viewport meta obeyed, touch on).
        window_width: innerWidth; larger than `width` where the page forced it.
        document_width: scrollWidth of the scrolling element.
        overflowing: elements that stick out to the right and are not exempt by WCAG 1.4.10
            (tables, code, maps, images, media); at most 20.
        overflowing_exempt: how many exempt elements stick out.
        targets: how many pointer targets were measured.
        small_targets: those below 24 by 24 CSS pixels (WCAG 2.5.8 without its exceptions);
            at most 20; `small_target_count` has them all.
        characters, small_characters: characters of visible text, and those below 12 px.
        regions: boxes of named parts ("banner", "search", "main"), where found.
    """

    name: str
    width: int
    height: int
    mobile: bool
    window_width: int
    document_width: int
    overflowing: tuple[Box, ...] = ()
    overflowing_exempt: int = 0
    targets: int = 0
    small_targets: tuple[Box, ...] = ()
    small_target_count: int = 0
    characters: int = 0
    small_characters: int = 0
    regions: tuple[tuple[str, Box], ...] = ()


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
    """

    url: str
    kind: str
    method: str = "GET"
    sent: bool = True
    status: int | None = None
    failure: str = ""


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
class Rendering:
    """One page as a browser showed it, in one load.

    Attributes:
        url: where the browser ended up.
        status: of the main document.
        html: the DOM after load, open shadow roots written as declarative templates.
        layouts: desktop first, then the phone widths; () where layout was not seen.
        requests: None where they were not recorded.
        timings: step name to milliseconds, wall clock.
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


@dataclass(frozen=True, slots=True)
class PageObservation:
    """One page as a visitor met it.

    Attributes:
        site: the site's key.
        url: the URL's identity, as the frontier knows it.
        hops: every answer from the URL to the page; () where nothing answered.
        headers: of the last answer: lower-case names, in order; values of cookies left out.
        media_type: of the last answer, without parameters, lower case.
        served_html: the body decoded, where it was HTML; None where it was not seen.
        fetched_at: UTC, ISO 8601, seconds.
        found_by: "start", "link", "sitemap", "canonical", "required" or "redirect".
        sampled_as: why the page was chosen to be rendered, or "".
        rendering: None where the page was not rendered (a gap says why).
    """

    site: str
    url: str
    hops: tuple[Hop, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = ""
    served_html: str | None = None
    fetched_at: str = ""
    found_by: str = "link"
    depth: int = 0
    sampled_as: str = ""
    rendering: Rendering | None = None
    gaps: tuple[Gap, ...] = ()

    @property
    def final_url(self) -> str:
        """Where the visitor ended up."""
        if self.rendering is not None:
            return self.rendering.url
        return self.hops[-1].url if self.hops else self.url

    @property
    def status(self) -> int | None:
        """The HTTP status of the last answer."""
        return self.hops[-1].status if self.hops else None

    @property
    def html(self) -> str | None:
        """The rendered DOM where there is one, else what the server sent."""
        if self.rendering is not None and self.rendering.html is not None:
            return self.rendering.html
        return self.served_html

    @property
    def axe(self) -> AxeResult | None:
        return self.rendering.axe if self.rendering else None

    @property
    def phone(self) -> tuple[Layout, ...] | None:
        """The layouts of the phone, narrowest first, or None where they were not seen."""
        layouts = self.rendering.layouts if self.rendering else ()
        return tuple(sorted((x for x in layouts if x.mobile), key=lambda x: x.width)) or None

    @property
    def requests(self) -> tuple[RequestSeen, ...] | None:
        return self.rendering.requests if self.rendering else None

    def header(self, name: str) -> str:
        """The first header of that name (lower case), or ""."""
        return next((value for key, value in self.headers if key == name), "")
