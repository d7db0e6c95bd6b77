"""One document as the server sent it, and as a process of its own read it."""

from scrapy.http import Response

from crawler.documents.read import gap_of
from crawler.observers.page import Visit, headers_of, media_type, now, unchanged_since
from ideaaudit.models import FileSeen, Hop, PageClass, PageObservation
from ideaaudit.storage import Known


def observe_document(response: Response, site: str, known: Known, seen: FileSeen) -> Visit:
    """What the server sent for one URL, where that is a document; its links are not walked."""
    gap = gap_of(seen)
    observation = PageObservation(
        site=site,
        url=known.url,
        hops=(Hop(response.url, response.status),),
        headers=headers_of(response),
        media_type=_type_of(response, seen.kind),
        fetched_at=now(),
        found_by=known.found_by,
        depth=known.depth,
        gaps=(gap,) if gap else (),
        file=seen,
        unchanged_since=unchanged_since(response),
    )
    return Visit(observation, "", PageClass.DOCUMENT, seen.title, ())


def _type_of(response: Response, kind: str) -> str:
    """The type that was named; where none was, one that says that this is no page."""
    return media_type(response) or f"application/{kind}"
