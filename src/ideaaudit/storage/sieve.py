"""What the walk learns of its URLs as a set: pages that repeat others, traps, other hosts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, func, or_, select, update

from ideaaudit.models import HostSeen, PageState, Reason
from ideaaudit.storage.engine import insert_ignore
from ideaaudit.storage.queue import NO_DOCUMENT, Queue
from ideaaudit.storage.schema import host, page

_WALKED = page.c.state == PageState.WALKED.value
_REPEATS = and_(page.c.state == PageState.SKIPPED.value, page.c.reason == Reason.DUPLICATE.value)


@dataclass(frozen=True, slots=True)
class Read:
    """A page that was read, as it is compared with the others.

    Attributes:
        content: the key of what it says, "" where it says nothing.
        canonical: the URL that it names as its own in place of this one, or "".
        chosen: whether it is in the sample, and so stays whatever it repeats.
        repeats: the URL of the page that it is known to repeat, or "".
    """

    url: str
    depth: int
    body: str
    content: str = ""
    canonical: str = ""
    chosen: bool = False
    repeats: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A known URL, in the order of the walk. `waiting`: whether it is still to be visited."""

    url: str
    found_by: str
    waiting: bool


class Sieve(Queue):
    def read_pages(self, key: str) -> list[Read]:
        """Every page that was read, those that repeat others too, in order of URL."""
        columns = ("url", "depth", "body", "content", "canonical", "sampled_as", "leads_to")
        query = (
            select(*(page.c[name] for name in columns))
            .where(
                page.c.site == self.site_id(key), or_(_WALKED, _REPEATS), page.c.body.is_not(None)
            )
            .order_by(page.c.url)
        )
        with self.reading() as connection:
            return [
                Read(r.url, r.depth, r.body, r.content, r.canonical, bool(r.sampled_as), r.leads_to)
                for r in connection.execute(query)
            ]

    def repeat(self, key: str, pages: Mapping[str, tuple[str, str]]) -> None:
        """Says of read pages which page each repeats, and why; ("", "") where it repeats none."""
        with self.writing() as connection:
            for url, (leads_to, detail) in pages.items():
                values = {
                    "state": (PageState.SKIPPED if leads_to else PageState.WALKED).value,
                    "reason": Reason.DUPLICATE.value if leads_to else "",
                    "detail": detail,
                    "leads_to": leads_to,
                }
                connection.execute(update(page).where(self._is(key, url)).values(**values))

    def unchoose(self, key: str, url: str) -> None:
        """Takes a URL out of the sample again: it turned out to be no page."""
        values = {"sampled_as": "", "render_state": ""}
        with self.writing() as connection:
            connection.execute(update(page).where(self._is(key, url)).values(**values))

    def found_pages(self, key: str) -> list[Found]:
        """Every known URL that could be a page, in the order of the walk."""
        query = (
            select(page.c.url, page.c.found_by, page.c.state)
            .where(page.c.site == self.site_id(key), NO_DOCUMENT)
            .order_by(page.c.depth, page.c.place, page.c.url)
        )
        with self.reading() as connection:
            rows = connection.execute(query)
            return [Found(r.url, r.found_by, r.state == PageState.QUEUED.value) for r in rows]

    def leads(self, key: str) -> dict[str, str]:
        """Every URL that redirects to another, or repeats its page, with that other."""
        query = select(page.c.url, page.c.leads_to).where(
            page.c.site == self.site_id(key), page.c.leads_to != ""
        )
        with self.reading() as connection:
            return {row.url: row.leads_to for row in connection.execute(query)}

    def add_hosts(self, key: str, found: Iterable[tuple[str, str, str]]) -> int:
        """Notes other hosts, once each: (name, how it was found, a URL on it); says how many rows
        that made."""
        number, new = self.site_id(key), 0
        with self.writing() as connection:
            for name, found_by, url in found:
                row = {"site": number, "name": name, "found_by": found_by, "url": url, "times": 0}
                new += connection.execute(insert_ignore(connection, host).values(**row)).rowcount
                which = and_(host.c.site == number, host.c.name == name)
                least = func.min(host.c.url, url)
                connection.execute(
                    update(host)
                    .where(which, host.c.found_by == found_by)
                    .values(times=host.c.times + 1, url=least)
                )
        return new

    def hosts(self, key: str) -> tuple[HostSeen, ...]:
        """The other hosts of the site's registered domain that were come upon, by name."""
        query = select(host).where(host.c.site == self.site_id(key))
        seen: dict[str, list[Any]] = {}
        with self.reading() as connection:
            for row in connection.execute(query.order_by(host.c.name, host.c.found_by)):
                seen.setdefault(row.name, []).append(row)
        return tuple(
            HostSeen(name, min(row.url for row in rows), tuple((r.found_by, r.times) for r in rows))
            for name, rows in seen.items()
        )
