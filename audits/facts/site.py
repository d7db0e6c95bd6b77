"""What site checks ask of the summaries of a site's pages."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from audits.check import SiteView
from audits.facts.latest import of_latest
from ideaaudit.models import Endpoint, Evidence, PageClass, PageSummary
from ideaaudit.web import site_of

_NO_PAGES = frozenset({PageClass.ERROR, PageClass.DOCUMENT})


@of_latest
def own_pages(view: SiteView) -> tuple[PageSummary, ...]:
    """The pages of this site that a visitor can read: no errors, files, or ways elsewhere."""
    return tuple(
        page
        for page in view.pages
        if page.page_class not in _NO_PAGES
        and not page.has("redirect")
        and site_of(page.final_url) in (view.target.site, site_of(page.url))
    )


def settled(pages: Iterable[PageSummary]) -> tuple[PageSummary, ...]:
    """The pages in which absence means something: scripts have run, or there are none."""
    return tuple(page for page in pages if not page.has("unsettled"))


def home_seen(pages: Iterable[PageSummary]) -> bool:
    return any(page.page_class is PageClass.HOME for page in pages)


def with_signal(pages: Iterable[PageSummary], name: str) -> tuple[PageSummary, ...]:
    return tuple(page for page in pages if page.has(name))


def page_at(view: SiteView, url: str) -> PageSummary | None:
    """The walked page at a URL, found by where it was asked for or where it ended."""
    return _places(view).get(_key(url))


# Pages ask for pages: made for each, judging a site would take the square of its size.
@of_latest
def _places(view: SiteView) -> dict[tuple[str, str, str], PageSummary]:
    places: dict[tuple[str, str, str], PageSummary] = {}
    for page in view.pages:
        places.setdefault(_key(page.url), page)
        places.setdefault(_key(page.final_url), page)
    return places


def _key(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    return site_of(url), parts.path.rstrip("/"), parts.query


def doors(view: SiteView, scheme: str) -> tuple[Endpoint, ...]:
    """The site's doors by that scheme, bare host first."""
    return tuple(
        door for door in view.observation.endpoints or () if urlsplit(door.url).scheme == scheme
    )


def at_home(view: SiteView, detail: str, datum: str = "") -> Evidence:
    """Evidence that concerns the site itself."""
    return Evidence(view.target.url, detail=detail, datum=datum)


def share(part: int, whole: int) -> str:
    return f"{part} of {whole}"
