"""What was seen of one page: never whether it was good."""

from dataclasses import dataclass
from enum import StrEnum

from ideaaudit.models.layout import Layout, Strain
from ideaaudit.models.outcome import Gap
from ideaaudit.models.rendering import AxeResult, Rendering, RequestSeen


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
class FileSeen:
    """A document that the site offers, read in a process of its own.

    Attributes:
        kind: "pdf", "docx", "xlsx", "pptx", or the old formats by their extension.
        size: bytes; `complete` says whether all of them were fetched.
        fault: why it could not be read, or "": "damaged", "timeout", "memory", "encrypted", "size".
        pages: how many; text_pages: how many of those read have text.
        tagged: /MarkInfo Marked true and a /StructTreeRoot.
        title: from the document's metadata; display_title: whether viewers show it.
        language: /Lang, as written.
        encrypted: whether it is; assistive: whether assistive technology may read it.
        form: "acroform", "xfa", "xfa-dynamic" or "".
        fields: fillable fields; unnamed_fields: those without a tooltip (/TU).
        signature_fields: /Sig fields.
        headings, images, images_without_alt: of office files, where they can be counted.
        text: the text of the first and last pages, at most 20,000 characters.
    """

    kind: str
    size: int
    complete: bool = True
    fault: str = ""
    pages: int = 0
    text_pages: int = 0
    tagged: bool | None = None
    title: str = ""
    display_title: bool | None = None
    language: str = ""
    encrypted: bool = False
    assistive: bool | None = None
    form: str = ""
    fields: int = 0
    unnamed_fields: int = 0
    signature_fields: int = 0
    headings: int | None = None
    images: int | None = None
    images_without_alt: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class LinksSeen:
    """What the walk learned of the links of one page that lead into its own site.

    Attributes:
        total: different URLs; answered: those that answered with a page, a file or a redirect.
        gone: (URL, status) of those that answered 404 or 410, twice.
    """

    total: int
    answered: int
    gone: tuple[tuple[str, int], ...] = ()


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
        file: what a document holds; None where this is a page, or it was not read.
        links: what the walk learned of its links; None until the site's walk is over.
        unchanged_since: the run that really read it, where the server said that it did not change
            since then; else "".
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
    file: FileSeen | None = None
    links: LinksSeen | None = None
    unchanged_since: str = ""

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
    def strains(self) -> tuple[Strain, ...] | None:
        return self.rendering.strains if self.rendering else None

    @property
    def requests(self) -> tuple[RequestSeen, ...] | None:
        return self.rendering.requests if self.rendering else None

    def header(self, name: str) -> str:
        """The first header of that name (lower case), or ""."""
        return next((value for key, value in self.headers if key == name), "")
