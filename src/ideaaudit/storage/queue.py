"""The known URLs of a site: queue, skip list and resume, in one table."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select, update

from ideaaudit.models import PageClass, PageState
from ideaaudit.storage.engine import insert_ignore
from ideaaudit.storage.schema import page
from ideaaudit.storage.sites import Sites

# So many values fit into one statement, whatever the database.
URLS_AT_ONCE = 500
NO_DOCUMENT = page.c.page_class != PageClass.DOCUMENT.value


@dataclass(frozen=True, slots=True)
class Known:
    """A URL worth knowing, how it was found, and why it will not be visited, if so.

    Attributes:
        document: whether it names a PDF or an office file, which is never walked as a page.
    """

    url: str
    found_by: str
    depth: int
    skip: str = ""
    document: bool = False


class Queue(Sites):
    def discover(self, key: str, found: Iterable[Known]) -> int:
        """Adds URLs, queued or skipped, and says how many were new; the others stay as they are."""
        number = self.site_id(key)
        rows = [
            {
                "site": number,
                "url": known.url,
                "found_by": known.found_by,
                "depth": known.depth,
                "state": (PageState.SKIPPED if known.skip else PageState.QUEUED).value,
                "reason": known.skip,
                "page_class": PageClass.DOCUMENT.value if known.document else "",
            }
            for known in found
        ]
        with self.writing() as connection:
            new = connection.execute(insert_ignore(connection, page), rows).rowcount if rows else 0
            self._linked(connection, number, rows)
            return new

    def _linked(self, connection: Connection, number: int, rows: list[dict[str, Any]]) -> None:
        """What a sitemap named and a page links to is as near as the link says."""
        linked = [row for row in rows if row["found_by"] in ("link", "script", "required")]
        for start in range(0, len(linked), URLS_AT_ONCE):
            some = linked[start : start + URLS_AT_ONCE]
            where = and_(page.c.site == number, page.c.url.in_([row["url"] for row in some]))
            depth = some[0]["depth"]
            farther = and_(page.c.found_by == "sitemap", page.c.depth > depth)
            connection.execute(update(page).where(where, farther).values(depth=depth))

    def queued(self, key: str, limit: int, passing_over: Iterable[str] = ()) -> list[Known]:
        """The next URLs to visit, breadth first."""
        query = (
            select(page.c.url, page.c.found_by, page.c.depth)
            .where(page.c.site == self.site_id(key), page.c.state == PageState.QUEUED.value)
            .where(NO_DOCUMENT)
            .where(page.c.url.not_in(list(passing_over)))
            .order_by(page.c.depth, page.c.id)
            .limit(limit)
        )
        with self.reading() as connection:
            return [Known(row.url, row.found_by, row.depth) for row in connection.execute(query)]

    def attempt(self, key: str, url: str, *, render: bool = False) -> int:
        """Counts one more try of a URL before it is made, and says how many there were."""
        column = page.c.render_attempts if render else page.c.attempts
        where = self._is(key, url)
        with self.writing() as connection:
            connection.execute(update(page).where(where).values({column.name: column + 1}))
            return int(connection.scalar(select(column).where(where)) or 0)

    def forget_attempt(self, key: str, url: str, *, render: bool = False) -> None:
        """Takes a try back that was not made after all."""
        column = page.c.render_attempts if render else page.c.attempts
        with self.writing() as connection:
            fewer = update(page).where(self._is(key, url)).values({column.name: column - 1})
            connection.execute(fewer)

    def attempted(self, key: str) -> int:
        """How many URLs were asked for in the walk, whatever became of them."""
        where = and_(page.c.site == self.site_id(key), page.c.attempts > 0, NO_DOCUMENT)
        with self.reading() as connection:
            return int(connection.scalar(select(func.count()).select_from(page).where(where)) or 0)

    def set_state(
        self,
        key: str,
        url: str,
        state: PageState,
        reason: str,
        detail: str = "",
        status: int | None = None,
    ) -> None:
        """Gives a URL its end without a page: skipped or lost, why, and what it answered."""
        values = {
            "state": state.value,
            "reason": reason,
            "detail": detail[:500],
            "status": status,
        }
        with self.writing() as connection:
            connection.execute(update(page).where(self._is(key, url)).values(**values))

    def skip_queued(self, key: str, reason: str, detail: str = "") -> int:
        """Gives every page still queued the same end; says how many there were."""
        queued = page.c.state == PageState.QUEUED.value
        where = and_(page.c.site == self.site_id(key), queued, NO_DOCUMENT)
        values = {"state": PageState.SKIPPED.value, "reason": reason, "detail": detail}
        with self.writing() as connection:
            return connection.execute(update(page).where(where).values(**values)).rowcount

    def _is(self, key: str, url: str) -> ColumnElement[bool]:
        return and_(page.c.site == self.site_id(key), page.c.url == url)
