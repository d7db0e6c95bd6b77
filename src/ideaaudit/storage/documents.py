"""The PDFs and office files that a site offers: known while it is walked, chosen when it was."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select, update

from ideaaudit.models import PageClass, PageState, Reason
from ideaaudit.storage.codec import unpack
from ideaaudit.storage.pages import Pages
from ideaaudit.storage.queue import Known
from ideaaudit.storage.schema import page

_DOCUMENT = page.c.page_class == PageClass.DOCUMENT.value
_QUEUED = page.c.state == PageState.QUEUED.value
_UNTOUCHED = and_(page.c.state == PageState.SKIPPED.value, page.c.attempts == 0)


@dataclass(frozen=True, slots=True)
class Offered:
    """A document as it is chosen.

    Attributes:
        chosen: whether it is, or was, to be read.
        linked_from: how many walked pages link to it.
    """

    url: str
    chosen: bool
    linked_from: int


class Documents(Pages):
    def offered(self, key: str) -> tuple[Offered, ...]:
        """Every known document of a site, in order of URL."""
        columns = (page.c.url, page.c.state, page.c.attempts)
        query = select(*columns).where(self._documents(key)).order_by(page.c.url)
        with self.reading() as connection:
            rows = connection.execute(query).all()
        linked = self._linked_from(key, {row.url for row in rows})
        return tuple(
            Offered(
                row.url, row.state == PageState.QUEUED.value or row.attempts > 0, linked[row.url]
            )
            for row in rows
        )

    def choose_documents(self, key: str, urls: Iterable[str]) -> None:
        """Queues documents, to be read when all pages are done."""
        values = {"state": PageState.QUEUED.value, "reason": "", "detail": ""}
        with self.writing() as connection:
            for url in urls:
                connection.execute(update(page).where(self._is(key, url)).values(**values))

    def queued_documents(
        self, key: str, limit: int, passing_over: Iterable[str] = ()
    ) -> list[Known]:
        """The next documents to read."""
        query = (
            select(page.c.url, page.c.found_by, page.c.depth)
            .where(self._documents(key), _QUEUED, page.c.url.not_in(list(passing_over)))
            .order_by(page.c.depth, page.c.id)
            .limit(limit)
        )
        with self.reading() as connection:
            return [Known(*row, document=True) for row in connection.execute(query)]

    def leave_documents(self, key: str, detail: str) -> None:
        """Says of every document that was not chosen, or not come to, why it was not read."""
        values = {
            "state": PageState.SKIPPED.value,
            "reason": Reason.NOT_SAMPLED.value,
            "detail": detail,
        }
        where = and_(self._documents(key), or_(_QUEUED, _UNTOUCHED))
        with self.writing() as connection:
            connection.execute(update(page).where(where).values(**values))

    def _documents(self, key: str) -> ColumnElement[bool]:
        return and_(page.c.site == self.site_id(key), _DOCUMENT)

    def _linked_from(self, key: str, urls: set[str]) -> dict[str, int]:
        """From how many walked pages each of these URLs is linked."""
        found = dict.fromkeys(urls, 0)
        query = select(page.c.links).where(page.c.site == self.site_id(key), page.c.links != None)  # noqa: E711
        with self.reading() as connection:
            for links in connection.scalars(query if urls else query.limit(0)):
                for url in urls.intersection(unpack(links, tuple[str, ...])):
                    found[url] += 1
        return found
