"""The pages of a site: what was seen of them, over HTTP and in the browser."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from backports import zstd
from sqlalchemy import ColumnElement, Connection, Row, and_, select, update

from ideaaudit.models import (
    Gap,
    LostUrl,
    PageClass,
    PageObservation,
    PageRow,
    PageState,
    Reason,
    Rendering,
)
from ideaaudit.models.outcome import Outcome
from ideaaudit.storage.codec import LEVEL, pack, unpack
from ideaaudit.storage.engine import insert_ignore
from ideaaudit.storage.links import LinkStates
from ideaaudit.storage.queue import Known, Queue
from ideaaudit.storage.schema import body, page, picture

ROWS_AT_ONCE = 200
MOST_LOST = 1_000
MOST_LINKS_OF_ONE = 10_000
# URLs with these reasons were never asked for.
_NOT_ASKED = (
    Reason.BUDGET.value,
    Reason.NOT_HTML.value,
    Reason.NOT_SAMPLED.value,
    Reason.ROBOTS.value,
)


@dataclass(frozen=True, slots=True)
class Walked:
    """What sampling sees of a page."""

    url: str
    depth: int
    template: str
    page_class: PageClass
    linked_from: int


class Pages(Queue):
    def record_page(
        self,
        seen: PageObservation,
        *,
        template: str,
        page_class: PageClass,
        title: str,
        links: Iterable[Known],
    ) -> int:
        """Stores a page with its URL's new state and the URLs it led to, in one transaction.

        Says how many of those were new.
        """
        found = list(links)
        unread = [gap for gap in seen.gaps if gap.part == "file"]
        with self.writing() as connection:
            values = {
                "state": PageState.WALKED.value,
                "reason": unread[0].reason.value if unread else "",
                "detail": unread[0].detail if unread else "",
                "status": seen.status,
                "template": template,
                "page_class": page_class.value,
                "title": title[:300],
                "body": _keep_body(connection, seen.served_html),
                "seen": pack(replace(seen, served_html=None, rendering=None)),
                "links": pack(tuple(known.url for known in found)),
            }
            connection.execute(update(page).where(self._is(seen.site, seen.url)).values(**values))
            return self.discover(seen.site, found)

    def walked(self, key: str) -> tuple[Walked, ...]:
        """Every page that may be sampled: walked, HTML, and not an error; sorted by URL."""
        linked: dict[str, int] = {}
        columns = ("url", "depth", "template", "page_class", "status", "body", "links")
        query = (
            select(*(page.c[name] for name in columns))
            .where(page.c.site == self.site_id(key), page.c.state == PageState.WALKED.value)
            .order_by(page.c.url)
        )
        with self.reading() as connection:
            rows = connection.execute(query).all()
        for row in rows:
            for url in unpack(row.links, tuple[str, ...]):
                linked[url] = linked.get(url, 0) + 1
        return tuple(
            Walked(r.url, r.depth, r.template, PageClass(r.page_class), linked.get(r.url, 0))
            for r in rows
            if r.body and (r.status or 0) < 400
        )

    def choose(self, key: str, sample: Mapping[str, str]) -> None:
        """Marks the sample: URL to why it was chosen."""
        with self.writing() as connection:
            for url, why in sample.items():
                connection.execute(
                    update(page)
                    .where(self._is(key, url))
                    .values(sampled_as=why, render_state="queued")
                )

    def sampled(self, key: str) -> set[str]:
        """URLs that are in the sample already."""
        query = select(page.c.url).where(page.c.site == self.site_id(key), page.c.sampled_as != "")
        with self.reading() as connection:
            return set(connection.scalars(query))

    def to_render(self, key: str, limit: int, passing_over: Iterable[str] = ()) -> list[str]:
        """URLs of the sample that wait for the browser."""
        query = (
            select(page.c.url)
            .where(page.c.site == self.site_id(key), page.c.render_state == "queued")
            .where(page.c.url.not_in(list(passing_over)))
            .order_by(page.c.depth, page.c.id)
            .limit(limit)
        )
        with self.reading() as connection:
            return list(connection.scalars(query))

    def record_rendering(
        self, key: str, url: str, seen: Rendering, pictures: Mapping[str, bytes]
    ) -> None:
        """Stores what the browser saw, with its pictures, in one transaction."""
        with self.writing() as connection:
            for digest, data in pictures.items():
                statement = insert_ignore(connection, picture).values(digest=digest, data=data)
                connection.execute(statement)
            values = {
                "render_state": "rendered",
                "rendering": pack(replace(seen, html=None)),
                "rendered_body": _keep_body(connection, seen.html),
                "title": seen.title[:300],
            }
            connection.execute(update(page).where(self._is(key, url)).values(**values))

    def lose_rendering(self, key: str, url: str, gap: Gap) -> None:
        """Notes why a page of the sample was not rendered; the part of the gap is "rendering"."""
        values = {"render_state": gap.reason.value, "rendering": None, "detail": gap.detail[:500]}
        with self.writing() as connection:
            connection.execute(update(page).where(self._is(key, url)).values(**values))

    def lose_renders_queued(self, key: str, gap: Gap) -> None:
        """Gives every page of the sample that still waits for the browser the same end."""
        where = and_(page.c.site == self.site_id(key), page.c.render_state == "queued")
        values = {"render_state": gap.reason.value, "detail": gap.detail[:500]}
        with self.writing() as connection:
            connection.execute(update(page).where(where).values(**values))

    def pages(self, key: str) -> Iterator[PageRow]:
        """Every known URL of a site, in order of URL."""
        for row in self._rows(page.c.site == self.site_id(key)):
            yield _page_row(row)

    def lost_urls(self, key: str) -> tuple[LostUrl, ...]:
        """Known URLs that answered with no page, in order of URL, up to a bound."""
        told = (PageState.LOST.value, PageState.SKIPPED.value)
        query = (
            select(page.c.url, page.c.found_by, page.c.reason, page.c.status, page.c.detail)
            .where(page.c.site == self.site_id(key), page.c.state.in_(told))
            .where(page.c.reason.not_in(_NOT_ASKED))
            .order_by(page.c.url)
            .limit(MOST_LOST)
        )
        with self.reading() as connection:
            return tuple(LostUrl(*row) for row in connection.execute(query))

    def page_observations(self, key: str) -> Iterator[PageObservation]:
        """Every walked page of a site whole, in order of URL, one in memory at a time."""
        where = and_(page.c.site == self.site_id(key), page.c.state == PageState.WALKED.value)
        states = self._link_states(key)
        for row in self._rows(where):
            yield self._observation(row, states)

    def page(self, key: str, url: str) -> PageObservation | None:
        """One walked page whole, or None where it was not walked."""
        row = next(self._rows(self._is(key, url)), None)
        if row is None or not row.seen:
            return None
        return self._observation(row, self._link_states(key, unpack(row.links, tuple[str, ...])))

    def picture(self, digest: str) -> bytes:
        """A stored screenshot. Raises KeyError where there is none."""
        with self.reading() as connection:
            data = connection.scalar(select(picture.c.data).where(picture.c.digest == digest))
        if data is None:
            raise KeyError(digest)
        return bytes(data)

    def _rows(self, where: ColumnElement[bool]) -> Iterator[Row[Any]]:
        """Rows in order of URL, read in batches, so that nothing stays open between them."""
        last = ""
        while True:
            query = select(page).where(where, page.c.url > last).order_by(page.c.url)
            with self.reading() as connection:
                rows = connection.execute(query.limit(ROWS_AT_ONCE)).all()
            yield from rows
            if len(rows) < ROWS_AT_ONCE:
                return
            last = rows[-1].url

    def _link_states(self, key: str, urls: Sequence[str] | None = None) -> LinkStates | None:
        """The ends of these URLs, or of all of a site; None while its walk goes on."""
        if self.site_state(key) != "done":
            return None
        columns = ("url", "state", "reason", "status", "attempts")
        query = select(*(page.c[name] for name in columns)).where(page.c.site == self.site_id(key))
        if urls is not None:
            query = query.where(page.c.url.in_(urls[:MOST_LINKS_OF_ONE]))
        with self.reading() as connection:
            return LinkStates(tuple(row) for row in connection.execute(query))

    def _observation(self, row: Row[Any], states: LinkStates | None) -> PageObservation:
        seen = unpack(row.seen, PageObservation)
        rendering = unpack(row.rendering, Rendering) if row.rendering else None
        if rendering is not None:
            rendering = replace(rendering, html=self._body(row.rendered_body))
        return replace(
            seen,
            served_html=self._body(row.body),
            sampled_as=row.sampled_as,
            rendering=rendering,
            gaps=(*seen.gaps, *_render_gap(row)),
            links=states.of(unpack(row.links, tuple[str, ...])) if states and row.links else None,
        )

    def _body(self, digest: str | None) -> str | None:
        if digest is None:
            return None
        with self.reading() as connection:
            data = connection.scalar(select(body.c.data).where(body.c.digest == digest))
        return zstd.decompress(data).decode() if data is not None else None


def _keep_body(connection: Connection, html: str | None) -> str | None:
    if html is None:
        return None
    raw = html.encode("utf-8", "replace")
    digest = hashlib.sha256(raw).hexdigest()[:32]
    values = {"digest": digest, "data": zstd.compress(raw, LEVEL)}
    connection.execute(insert_ignore(connection, body).values(**values))
    return digest


def _render_gap(row: Row[Any]) -> tuple[Gap, ...]:
    if row.render_state == "rendered":
        return ()
    if row.render_state == "":
        return (Gap("rendering", Reason.NOT_SAMPLED, "the page is not in the rendered sample"),)
    if row.render_state == "queued":
        return (Gap("rendering", Reason.INTERRUPTED, "the audit ended before its turn came"),)
    return (Gap("rendering", Reason(row.render_state), row.detail),)


def _page_row(row: Row[Any]) -> PageRow:
    gap = _render_gap(row) if row.sampled_as else ()
    return PageRow(
        url=row.url,
        state=PageState(row.state),
        reason=row.reason,
        detail=row.detail,
        found_by=row.found_by,
        depth=row.depth,
        status=row.status,
        sampled_as=row.sampled_as,
        rendered=row.render_state == "rendered",
        render_gap=f"{gap[0].reason.value}: {gap[0].detail}" if gap else "",
        title=row.title,
        page_class=PageClass(row.page_class) if row.page_class else PageClass.CONTENT,
        outcomes=unpack(row.outcomes, tuple[tuple[str, Outcome], ...]) if row.outcomes else (),
    )
