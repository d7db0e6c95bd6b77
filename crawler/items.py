"""What the spider hands to the store: each the end of one URL's step, or of the probes."""

from collections.abc import Mapping
from dataclasses import dataclass

from ideaaudit.models import Gap, Rendering, SiteObservation
from ideaaudit.storage import Known


@dataclass(frozen=True, slots=True)
class Probed:
    """What the probes saw, the URL to walk from, and why not to walk at all, if so.

    Attributes:
        known: URLs that its home page's required links and its sitemaps name.
        unkept: how many more its sitemaps name than are taken.
    """

    seen: SiteObservation
    start: str
    gap: Gap | None
    known: tuple[Known, ...] = ()
    unkept: int = 0


@dataclass(frozen=True, slots=True)
class Redirected:
    """A URL that sends the visitor on, by an answer of this status."""

    site: str
    url: str
    to: Known
    kind: str
    status: int | None = None


@dataclass(frozen=True, slots=True)
class Lost:
    """A URL, or its rendering, that was not seen; `skipped` where we chose not to look.

    Attributes:
        status: of the answer, where there was one.
        answered: whether the site answers all the same, as with 403 for one page; None where the
            reason and the status say so.
    """

    site: str
    url: str
    gap: Gap
    render: bool = False
    skipped: bool = False
    status: int | None = None
    answered: bool | None = None


@dataclass(frozen=True, slots=True)
class Returned:
    """A URL whose turn had not come when the audit was asked to end."""

    site: str
    url: str
    render: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as the browser showed it, its pictures by digest, and the links of its DOM."""

    site: str
    url: str
    rendering: Rendering
    pictures: Mapping[str, bytes]
    links: tuple[Known, ...]
