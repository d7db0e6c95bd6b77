"""What was and was not seen of a site, in numbers, and what else there may be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HostSeen:
    """Another host of the site's registered domain.

    Attributes:
        url: one URL on it that was met, or its front page.
        found_by: how, as (word, count): "link" and "script" count pages, "sitemap" is a file,
            "redirect" an answer, "cname" and "certificate" what the site's own names say.
    """

    name: str
    url: str
    found_by: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was and was not seen of a site; every number of a report stands on these.

    Attributes:
        found: URLs known; walked + documents + queued + skipped + lost = found.
        walked: pages that answered and were read.
        skipped, lost: by reason, as (reason, count).
        sampled: pages chosen to be rendered.
        rendered: pages of those that were rendered.
        render_lost: the rest, by reason.
        complete: whether no known page was left out for want of budget or time.
        documents: PDFs and office files that were read.
        unchanged: pages and documents of those that the server said had not changed since a former
            run, and that were taken over from it.
        unkept: links to URLs beyond the number that is kept of a site; not URLs, for one may be
            linked twice.
        found_by: every URL by how it was found first, as (word, count).
    """

    found: int = 0
    walked: int = 0
    queued: int = 0
    skipped: tuple[tuple[str, int], ...] = ()
    lost: tuple[tuple[str, int], ...] = ()
    sampled: int = 0
    rendered: int = 0
    render_lost: tuple[tuple[str, int], ...] = ()
    complete: bool = False
    documents: int = 0
    unchanged: int = 0
    unkept: int = 0
    found_by: tuple[tuple[str, int], ...] = ()
