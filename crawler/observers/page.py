"""One page as the server sent it: its words, its links, and where it sends the visitor."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import html as lxml_html
from scrapy.http import Response, TextResponse

from crawler.observers.content import canonical_of, content_key, script_move
from crawler.observers.headers import LONGEST_HEADER, header_of
from ideaaudit.models import Hop, PageClass, PageObservation
from ideaaudit.privacy import without_cookies
from ideaaudit.storage import Known
from ideaaudit.structure import parts_of, structure_key
from ideaaudit.web import class_of_forms, class_of_url, identity, parse_html

# A refresh later than this is a page that reloads, not a page that sends visitors on.
REDIRECT_SECONDS = 10
# As HTML's "shared declarative refresh steps" read it: "url=" may be left out.
REFRESH = re.compile(
    r"\s*(\d+)(?:\.[\d.]*)?(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?+['\"]?+([^'\"]+)", re.IGNORECASE
)
LONGEST_REFRESH = 2_500
# A URL that does not depend on the path of the page that it stands in.
ALONE = re.compile(r"https?://[^/?#]|/(?!/)")
MOST_ANCHORS = 10_000
# A flag of an answer that stands for a stored page, with the run that read it.
UNCHANGED = "unchanged since "
HTML_TYPES = ("text/html", "application/xhtml+xml")
# What is linked as a document is known, and not fetched as a page.
DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|txt|json|xml|rss|atom|ics|kml|kmz|zip|gz|tgz|tar|"
    r"7z|exe|dmg|msi|apk|epub|jpe?g|png|gif|svg|webp|bmp|tiff?|ico|mp[34]|m4[av]|mov|avi|wmv|webm|"
    r"wav|ogg|css|js|mjs|woff2?|ttf)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that was read, as it goes to the store; `content` and `canonical` as in `Read`."""

    seen: PageObservation
    template: str
    page_class: PageClass
    title: str
    links: tuple[Known, ...]
    parts: bytes = b""
    content: str = ""
    canonical: str = ""


@dataclass(frozen=True, slots=True)
class Onward:
    """Where an answer sends the visitor: an absolute URL, and who does the sending."""

    url: str
    kind: str


def media_type(response: Response) -> str:
    """The media type that the server named, lower case, or ""."""
    named = (response.headers.get("Content-Type") or b"").decode("latin-1")
    return named.partition(";")[0].strip().lower()


def headers_of(response: Response) -> tuple[tuple[str, str], ...]:
    """Names in lower case; of a cookie its name alone."""
    found = []
    for name, values in response.headers.items():
        key = name.decode("latin-1").lower()
        for value in values:
            found.append(header_of(key, value.decode("latin-1")))
    return tuple(found)


def unchanged_since(response: Response) -> str:
    """The run that really read what this answer holds, or "" where it is this one."""
    told = (flag for flag in response.flags if flag.startswith(UNCHANGED))
    return next((flag.removeprefix(UNCHANGED) for flag in told), "")


def now() -> str:
    """The time in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def is_html(response: Response) -> bool:
    """Whether there is a page in it; a body that names no type is looked at."""
    named = media_type(response)
    return named in HTML_TYPES or (not named and isinstance(response, TextResponse))


def onward(response: Response) -> Onward | None:
    """Where an answer sends the visitor at once, by its status or by a meta refresh."""
    location = (response.headers.get("Location") or b"").decode("utf-8", "replace")
    if 300 <= response.status < 400 and location:
        return Onward(_absolute(response.url, location), "http")
    if isinstance(response, TextResponse) and is_html(response):
        return _refresh(response) or _by_script(response)
    return None


def _by_script(response: TextResponse) -> Onward | None:
    """A page of next to nothing but a script that goes elsewhere."""
    moved = script_move(response.text)
    url = _absolute(response.url, moved) if moved else ""
    same = url.partition("#")[0] == response.url.partition("#")[0]
    return Onward(url, "script") if url.startswith(("http:", "https:")) and not same else None


def _refresh(response: TextResponse) -> Onward | None:
    head = response.text[:20_000]
    root = parse_html(head) if "refresh" in head.lower() else None
    for meta in root.iter("meta") if root is not None else ():
        # A browser with scripts on, as every visitor's is, obeys nothing in a noscript.
        unseen = any(above.tag == "noscript" for above in meta.iterancestors())
        if (meta.get("http-equiv") or "").strip().lower() == "refresh" and not unseen:
            return _sent_by(meta.get("content") or "", response.url)
    return None


def _sent_by(content: str, base: str) -> Onward | None:
    """Where the content of a meta refresh leads, unless it reloads the page or does so late."""
    found = REFRESH.match(content[:LONGEST_REFRESH])
    if not found or int(found.group(1)) > REDIRECT_SECONDS:
        return None
    url = _absolute(base, found.group(2).strip())
    return None if url.partition("#")[0] == base.partition("#")[0] else Onward(url, "meta")


def _absolute(base: str, url: str) -> str:
    """The URL from where it stands; as it is where that cannot be told."""
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def observe_page(response: TextResponse, site: str, known: Known) -> Visit:
    """What the server sent for one URL, with every page it links to, each once."""
    text = without_cookies(response.text, _cookie_values(response))
    root = parse_html(text)
    link_header = (response.headers.get("Link") or b"").decode("latin-1")
    canonical = canonical_of(root, link_header[:LONGEST_HEADER], response.url)
    seen = PageObservation(
        site=site,
        url=known.url,
        hops=(Hop(response.url, response.status),),
        headers=headers_of(response),
        media_type=media_type(response),
        served_html=text,
        fetched_at=now(),
        found_by=known.found_by,
        depth=known.depth,
        unchanged_since=unchanged_since(response),
    )
    return Visit(
        seen=seen,
        template=structure_key(root),
        parts=parts_of(root),
        page_class=class_of_url(known.url) or class_of_forms(root),
        title=" ".join((root.findtext(".//title") or "").split()) if root is not None else "",
        links=tuple(links_of(root, response.url, known.depth + 1, "link")),
        content=content_key(root),
        canonical="" if canonical == known.url else canonical,
    )


def _cookie_values(response: Response) -> list[str]:
    """What the answer's cookies hold, for a page may say it again."""
    cookies = response.headers.getlist("Set-Cookie")
    pairs = (one.decode("latin-1").partition(";")[0] for one in cookies)
    return [pair.partition("=")[2].strip().strip('"') for pair in pairs]


def links_of(
    root: lxml_html.HtmlElement | None, base: str, depth: int, found_by: str
) -> Iterator[Known]:
    """Every URL that a document links to, each once, in the document's order, up to a bound."""
    if root is None:
        return
    declared = next((e.get("href") for e in root.iter("base") if e.get("href")), "")
    start = _joined(base, declared)
    root_of_site = urljoin(start, "/")
    seen: set[str] = set()
    for element in islice(root.iter("a", "area"), MOST_ANCHORS):
        href = element.get("href")
        try:
            # What stands by itself reads the same on every page, and is remembered.
            url = identity(href, root_of_site if ALONE.match(href) else start) if href else ""
        except ValueError:
            continue
        if url and url not in seen:
            seen.add(url)
            yield Known(url, found_by, depth)


def _joined(base: str, declared: str) -> str:
    try:
        return identity(declared, base) if declared else base
    except ValueError:
        return base


def is_document(url: str) -> bool:
    """Whether a URL names a file that is no page."""
    return DOCUMENT.search(urlsplit(url).path) is not None
