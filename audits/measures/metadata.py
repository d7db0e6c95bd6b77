"""What the page says of itself: title, description, Open Graph, canonical, language."""

import hashlib
from collections.abc import Iterator
from datetime import datetime

from audits.facts.document import Document
from audits.facts.page import facts_of
from audits.facts.tree import absolute
from audits.measures import Named, listed
from ideaaudit.models import PageObservation

LONGEST = 2_000


def of_page(page: PageObservation) -> Iterator[Named]:
    if page.html is None:
        return
    document = facts_of(page).document
    # MD5 as the incumbent has it: a name for the content, and no protection.
    yield "page_hash", hashlib.md5(page.html.encode("utf-8", "replace")).hexdigest()
    yield "title", document.title[:LONGEST]
    for name in ("description", "keywords"):
        yield name, document.meta(name)[:LONGEST]
    for name in ("title", "description", "image", "type", "url"):
        yield f"og_{name}", document.meta(f"og:{name}")[:LONGEST]
    yield "og_article_published", _moment(document.meta("article:published_time"))
    yield "og_article_modified", _moment(document.meta("article:modified_time"))
    yield "canonical_link", document.canonical or _canonical_header(page)
    yield "language", next((e.get("lang") for e in document.root.iter() if e.get("lang")), "")
    yield "language_link", _alternates(document)
    yield "main_element_present", document.main is not None
    yield "viewport_meta_tag", "width=" in document.meta("viewport").replace(" ", "").lower()


def _moment(text: str) -> str:
    """ISO 8601 as written, or "" where it is none."""
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _canonical_header(page: PageObservation) -> str:
    """RFC 8288: a Link header with rel="canonical"."""
    for part in page.header("link").split(","):
        target, _, rest = part.partition(">")
        if "canonical" in rest.lower().replace('"', "").partition("rel=")[2].split(";")[0].split():
            return absolute(target.strip().lstrip("<"), page.final_url)
    return ""


def _alternates(document: Document) -> str:
    return listed(
        absolute(element.get("href") or "", document.base)
        for element in document.root.iter("link")
        if element.get("hreflang") and "alternate" in (element.get("rel") or "").lower().split()
    )
