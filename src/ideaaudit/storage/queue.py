"""The known URLs of a site: queue, skip list and resume, in one table."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, select, update

from ideaaudit.models import PageClass, PageState
from ideaaudit.privacy import masked
from ideaaudit.storage.schema import page, site
from ideaaudit.storage.sites import Sites

# So many values fit into one statement, whatever the database.
URLS_AT_ONCE = 500
# What stands before the links of a page that is as near.
FIRST = ("start", "required")
FIRST_PLACES = 1_000
# What is known only once such a page answered comes behind all those that were known before.
LATE = ("redirect", "canonical")
LATE_PLACES = 1_000_000
NO_DOCUMENT = page.c.page_class != PageClass.DOCUMENT.value
# What every page of a walk takes is made once: to write a statement costs more than to run it.
THIS_PAGE = and_(page.c.site == bindparam("of_site"), page.c.url == bindparam("of_url"))
_NEXT = (
    select(page.c.url, page.c.found_by, page.c.depth)
    .where(page.c.site == bindparam("of_site"), page.c.state == PageState.QUEUED.value)
    .where(NO_DOCUMENT)
    .where(page.c.url.not_in(bindparam("passing_over", expanding=True)))
    .order_by(page.c.depth, page.c.place, page.c.url)
    .limit(bindparam("most"))
)
_ATTEMPT = {
    column: update(page).where(THIS_PAGE).values({column.name: column + 1}).returning(column)
    for column in (page.c.attempts, page.c.render_attempts)
}
_PLACES = select(page.c.id, page.c.url, page.c.depth, page.c.place, page.c.found_by).where(
    page.c.site == bindparam("of_site"), page.c.url.in_(bindparam("urls", expanding=True))
)


@dataclass(frozen=True, slots=True)
class Known:
    """A URL worth knowing, how it was found, and why it will not be visited, if so.

    Attributes:
        skip: the reason in a `Reason`'s word; `detail` in plain words.
        document: whether it names a PDF or an office file, which is never walked as a page.
    """

    url: str
    found_by: str
    depth: int
    skip: str = ""
    document: bool = False
    detail: str = ""

    @property
    def level(self) -> tuple[int, bool]:
        """What must be done before it: all that is nearer, and what may lead here itself."""
        return self.depth, self.found_by in LATE


class Queue(Sites):
    def discover(self, key: str, found: Iterable[Known], room: int | None = None) -> int:
        """Adds URLs, queued or skipped, up to so many new ones, and says how many were new.

        Those that wait already are as near as the nearest link says, and stand where it stands:
        what comes next hangs on the set of pages that were read, not on their order.
        """
        rows: dict[str, dict[str, Any]] = {}
        for place, known in enumerate(found):
            rows.setdefault(known.url, _row(self.site_id(key), known, place))
        if not rows:
            return 0
        with self.writing() as connection:
            there = self._places(connection, key, list(rows))
            strange = [row for url, row in rows.items() if url not in there]
            new = strange if room is None else strange[: max(0, room)]
            if new:
                connection.execute(page.insert(), new)
            self.add_unkept(key, len(strange) - len(new))
            for url, (row_id, stands, found_by) in there.items():
                nearer = (rows[url]["depth"], rows[url]["place"]) < stands
                if nearer and not rows[url]["reason"]:
                    self._come_nearer(connection, row_id, rows[url], found_by)
            return len(new)

    def add_unkept(self, key: str, links: int) -> None:
        """Counts links to URLs that are not kept, for more than enough are known."""
        if links:
            more = update(site).where(site.c.key == key).values(unkept=site.c.unkept + links)
            with self.writing() as connection:
                connection.execute(more)

    def _places(
        self, connection: Connection, key: str, urls: list[str]
    ) -> dict[str, tuple[int, tuple[int, int], str]]:
        """Of the URLs that are known: the row, depth and place, and how it was found."""
        found: dict[str, tuple[int, tuple[int, int], str]] = {}
        for start in range(0, len(urls), URLS_AT_ONCE):
            some = urls[start : start + URLS_AT_ONCE]
            given = {"of_site": self.site_id(key), "urls": some}
            rows = connection.execute(_PLACES, given)
            found |= {row.url: (row.id, (row.depth, row.place), row.found_by) for row in rows}
        return found

    def _come_nearer(
        self, connection: Connection, number: int, row: dict[str, Any], found_by: str
    ) -> None:
        """What a sitemap named stays found by it, however near a link to it is."""
        values = {"depth": row["depth"], "place": row["place"], "found_by": row["found_by"]}
        if found_by == "sitemap":
            del values["found_by"]
        waiting = and_(page.c.id == number, page.c.state == PageState.QUEUED.value, NO_DOCUMENT)
        connection.execute(update(page).where(waiting).values(**values))

    def queued(self, key: str, limit: int, passing_over: Iterable[str] = ()) -> list[Known]:
        """The next URLs to visit, breadth first."""
        given = {"of_site": self.site_id(key), "passing_over": list(passing_over), "most": limit}
        with self.reading() as connection:
            return [Known(*row) for row in connection.execute(_NEXT, given)]

    def attempt(self, key: str, url: str, *, render: bool = False) -> int:
        """Counts one more try of a URL before it is made, and says how many there were."""
        column = page.c.render_attempts if render else page.c.attempts
        given = {"of_site": self.site_id(key), "of_url": url}
        with self.writing() as connection:
            return int(connection.scalar(_ATTEMPT[column], given) or 0)

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
        leads_to: str = "",
    ) -> None:
        """Gives a URL its end without a page: skipped or lost, why, and what it answered."""
        values = {
            "state": state.value,
            "reason": reason,
            "detail": masked(detail[:500]),
            "status": status,
            "leads_to": leads_to,
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


def _row(site: int, known: Known, place: int) -> dict[str, Any]:
    return {
        "site": site,
        "url": known.url,
        "found_by": known.found_by,
        "depth": known.depth,
        "place": place + _offset(known.found_by),
        "state": (PageState.SKIPPED if known.skip else PageState.QUEUED).value,
        "reason": known.skip,
        "detail": masked(known.detail) if known.detail else "",
        "page_class": PageClass.DOCUMENT.value if known.document else "",
    }


def _offset(found_by: str) -> int:
    if found_by in FIRST:
        return -FIRST_PLACES
    return LATE_PLACES if found_by in LATE else 0
