"""Ways past the blocks that every page repeats: a skip link, a main landmark, headings."""

import re
from urllib.parse import unquote

from audits.facts.document import Document
from audits.facts.index import index_of
from audits.facts.links import Link
from ideaaudit.models import KeyboardWalk

_SKIP = re.compile(
    r"\bskip\b|\bjump to\b|go to (?:main )?content|main content|\bsaltar\b|\bomitir\b"
    r"|(?:ir|pasar|salte|vaya) al? (?:contenido|principal)|contenido principal"
)
_FIRST = 8
_HERE_FIRST = 2


def ways_past(
    document: Document, links: tuple[Link, ...], walk: KeyboardWalk | None
) -> tuple[str, ...]:
    """Sorted codes: "main", "headings", and "skip", "skip-untested" or "skip-broken".

    A skip link works where its target is there and, if a browser tried it, the focus went there.
    """
    found = set()
    if document.main is not None:
        found.add("main")
    if any(text for _, text in document.headings):
        found.add("headings")
    inner = [
        link.raw.partition("#")[2]
        for index, link in enumerate(links[:_FIRST])
        if _leads_within(link, document) and (_SKIP.search(link.text) or index < _HERE_FIRST)
    ]
    if inner:
        there = any(_is_there(document, unquote(fragment)) for fragment in inner)
        tried = walk.skip_link if walk is not None else None
        found.add("skip" if there and tried is not False else "skip-broken")
    return tuple(sorted(found))


def _leads_within(link: Link, document: Document) -> bool:
    before, hash_mark, fragment = link.raw.partition("#")
    if not hash_mark or not fragment:
        return False
    return not before or link.href == document.url.partition("#")[0]


def _is_there(document: Document, fragment: str) -> bool:
    return fragment in index_of(document.root).anchors
