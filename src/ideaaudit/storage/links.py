"""What the walk learned of a site's URLs, as the links of its pages see it."""

from collections.abc import Iterable

from ideaaudit.models import LinksSeen, PageState, Reason

# What was asked for, and answered with something else than a page of its own.
ANSWERS = (
    Reason.DUPLICATE.value,
    Reason.NOT_HTML.value,
    Reason.OFF_SITE.value,
    Reason.REDIRECTED.value,
)
Row = tuple[str, str, str, int | None, int]


class LinkStates:
    """The ends of every known URL of one site, held while its pages are read.

    Hashes stand for the URLs that answered, for a site may have a hundred thousand.

    Args:
        rows: URL, state, reason, status, and how often it was asked for.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._answered: set[int] = set()
        self._gone: dict[str, int] = {}
        for url, state, reason, status, attempts in rows:
            if state == PageState.WALKED or (attempts and reason in ANSWERS):
                self._answered.add(hash(url))
            elif state == PageState.LOST and reason == Reason.NOT_FOUND and status:
                self._gone[url] = status

    def of(self, urls: Iterable[str]) -> LinksSeen:
        """What is known of the links of one page, each URL once."""
        different = dict.fromkeys(urls)
        return LinksSeen(
            total=len(different),
            answered=sum(hash(url) in self._answered for url in different),
            gone=tuple((url, self._gone[url]) for url in different if url in self._gone),
        )
