"""What a page and a site leave behind once they are judged: all that higher levels may see."""

from dataclasses import dataclass

from ideaaudit.models.outcome import Outcome
from ideaaudit.models.page import PageClass, PageState
from ideaaudit.models.target import Target


@dataclass(frozen=True, slots=True)
class PageSummary:
    """A page in at most 2 KB, for site checks and page lists.

    Attributes:
        url: the page's identity; `final_url` where the visitor ended up.
        status: HTTP status of the last answer, or None.
        rendered: whether a browser saw it.
        words: words of main text.
        text_hash: BLAKE2b (16 hex) of the words of the main text, "" below 100 words.
        simhash: 64-bit SimHash of the main text, 0 below 100 words.
        header_key, footer_key: 32-digit MinHash sketches of the region's links and text, so that
            likeness can be told; "" where the region was not recognized.
        signals: what facts found, as sorted (name, value) pairs, each value at most 200
            characters: "search", "dap", "login", "footer-link:privacy", ...
    """

    url: str
    final_url: str
    status: int | None
    page_class: PageClass
    rendered: bool
    title: str = ""
    description: str = ""
    canonical: str = ""
    language: str = ""
    words: int = 0
    text_hash: str = ""
    simhash: int = 0
    header_key: str = ""
    footer_key: str = ""
    signals: tuple[tuple[str, str], ...] = ()

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of one signal."""
        return tuple(value for key, value in self.signals if key == name)

    def has(self, name: str) -> bool:
        for key, _ in self.signals:  # noqa: SIM110  half the time of any(), and asked very often
            if key == name:
                return True
        return False


@dataclass(frozen=True, slots=True)
class SiteSummary:
    """A site for agency checks.

    Attributes:
        complete: whether the walk left nothing out.
        prints: (url, simhash, words) of its pages with 100 words or more.
        signals: as a page's, merged: (name, value) once each.
    """

    target: Target
    pages: int
    complete: bool
    prints: tuple[tuple[str, int, int], ...] = ()
    signals: tuple[tuple[str, str], ...] = ()

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of one signal."""
        return tuple(value for key, value in self.signals if key == name)


# Why a page is in the sample where chance alone says so: in the last draw, or in one before it.
BY_CHANCE = "drawn at random"
BY_EARLIER_CHANCE = "drawn at random before more pages were found"


@dataclass(frozen=True, slots=True)
class PageRow:
    """One line of a site's list of known URLs.

    Attributes:
        reason: why it was skipped or lost, in a `Reason`'s word; `detail` in plain words.
        sampled_as: why it was chosen to be rendered, or "".
        render_gap: why a chosen page was not rendered, or "".
        template: the key of its structure; see `ideaaudit.structure`.
        draw: the number of the last draw of the sample that it could have been in; 0 for none.
        outcomes: (check id, outcome) of the page's checks, once it is judged.
    """

    url: str
    state: PageState
    reason: str = ""
    detail: str = ""
    found_by: str = ""
    depth: int = 0
    status: int | None = None
    sampled_as: str = ""
    rendered: bool = False
    render_gap: str = ""
    title: str = ""
    page_class: PageClass = PageClass.CONTENT
    template: str = ""
    draw: int = 0
    outcomes: tuple[tuple[str, Outcome], ...] = ()
