"""The contact page of a site, and where its pages link to it (draft standard Contact page)."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from audits.check import SiteView
from audits.facts.links import Link
from audits.facts.required import links_to
from audits.facts.site import own_pages, page_at
from ideaaudit.models import PageClass, PageSummary

_EXACT = frozenset(
    {"contact", "contact us", "contacto", "contáctenos", "contactenos", "contáctanos"}
    | {"contactanos", "comuníquese con nosotros"}
)
_EDGES = re.compile(r"^\W+|\W+$")
_PATH = re.compile(r"/(?:contact|contacto|contactenos|contact-?us)(?:\.\w+)?/?$", re.IGNORECASE)
_HINT = re.compile(
    r"\be-?mail\b|\bcall\b|\b(?:tele)?phone\b|\bform\b|\bcorreo electr[oó]nico\b|\bllame\b"
    r"|\btel[eé]fono\b|\bformulario\b"
)
_MOST_TARGETS = 20
_PLACES = {"header": "header", "footer": "footer", "identifier": "footer", "nav": "nav"}


def is_contact_path(url: str) -> bool:
    return bool(_PATH.search(urlsplit(url).path))


def hints_at_contact(text: str) -> bool:
    """Whether a text speaks of ways to reach someone, given or not."""
    return bool(_HINT.search(text))


def contact_places(links: Sequence[Link]) -> list[str]:
    """Where contact links stand and whether their words are the standard's: "footer exact"."""
    likely = tuple(link for link in links if "cont" in link.text or "cont" in link.where)
    found = {
        f"{_PLACES.get(link.region, 'main')} {'exact' if _is_exact(link.text) else 'other'}"
        for link in links_to("contact", likely)
    }
    return sorted(found)


def _is_exact(text: str) -> bool:
    return _EDGES.sub("", text) in _EXACT


@dataclass(frozen=True, slots=True)
class ContactPages:
    """What was found of a site's contact page.

    Attributes:
        read: pages of the site that are it; the one that most pages link to first.
        linked: URLs that contact links lead to, the most used first.
        dead: those of them that answered that there is no such page.
    """

    read: tuple[PageSummary, ...]
    linked: tuple[str, ...]
    dead: tuple[str, ...]


def contact_pages(view: SiteView) -> ContactPages:
    """The contact page of a site, by the links to it, else by its usual paths."""
    pages = own_pages(view)
    counted = Counter(url for page in pages for url in targets_of(page))
    linked = sorted(counted, key=lambda url: (-counted[url], url))[:_MOST_TARGETS]
    met = {url: page_at(view, url) for url in linked}
    lost = {one.url for one in view.lost if one.reason == "not-found"}
    dead = tuple(url for url, page in met.items() if url in lost or _is_error(page))
    read = [page for page in met.values() if page is not None and not _is_error(page)]
    read += [page for page in pages if is_contact_path(page.final_url) and page not in read]
    return ContactPages(tuple(read), tuple(linked), dead)


def targets_of(page: PageSummary) -> tuple[str, ...]:
    """Web addresses that the page's contact links lead to."""
    links = page.all("footer-link:contact") + page.all("link:contact")
    return tuple(url for url in links if url.startswith(("http:", "https:")))


def _is_error(page: PageSummary | None) -> bool:
    return page is not None and page.page_class is PageClass.ERROR


_latest: tuple[SiteView, str] | None = None


def usual_place(view: SiteView) -> str:
    """Where most pages of this very view have a link with the standard's words: "header",
    "footer", or "" where no page has one."""
    global _latest
    if _latest is None or _latest[0] is not view:
        counted = Counter(place for page in own_pages(view) for place in exact_places(page))
        best = max(sorted(counted), key=lambda place: counted[place], default="")
        _latest = (view, best)
    return _latest[1]


def exact_places(page: PageSummary) -> set[str]:
    """In which of header and footer the page has a contact link with the standard's words."""
    exact = {code.partition(" ")[0] for code in page.all("contact-link") if code.endswith("exact")}
    return exact & {"header", "footer"}
