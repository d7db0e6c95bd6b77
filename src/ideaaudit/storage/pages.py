"""The pages of a site: what was seen of them, over HTTP and in the browser."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from backports import zstd
from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, select, update

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
from ideaaudit.privacy import masked
from ideaaudit.storage.codec import LEVEL, pack, unpack
from ideaaudit.storage.engine import insert_ignore
from ideaaudit.storage.links import LinkStates
from ideaaudit.storage.queue import THIS_PAGE, Known
from ideaaudit.storage.sampled import Sampled
from ideaaudit.storage.schema import body, page, picture
from ideaaudit.structure import UNWRITTEN

ROWS_AT_ONCE = 200
MOST_LOST = 1_000
# Pages whose compressed HTML is held in memory at once.
_BODIES_AT_ONCE = 20
_BODIES = select(body.c.digest, body.c.data).where(
    body.c.digest.in_(bindparam("digests", expanding=True))
)
_RECORD = update(page).where(THIS_PAGE)
MOST_LINKS_OF_ONE = 10_000
# URLs with these reasons were never asked for, or their page is there under another URL.
_NOT_ASKED = (
    Reason.BUDGET.value,
    Reason.DUPLICATE.value,
    Reason.NOT_HTML.value,
    Reason.NOT_SAMPLED.value,
    Reason.ROBOTS.value,
    Reason.TRAP.value,
)


class Pages(Sampled):
    def record_page(
        self,
        seen: PageObservation,
        *,
        template: str,
        page_class: PageClass,
        title: str,
        links: Iterable[Known],
        parts: bytes = b"",
        content: str = "",
        canonical: str = "",
        room: int | None = None,
    ) -> int:
        """Stores a page with its URL's new state and the URLs it led to, in one transaction.

        Says how many of those were new. `content` and `canonical` are as in `Read`.
        """
        found = list(links)
        unread = [gap for gap in seen.gaps if gap.part == "file"]
        with self.writing() as connection:
            values = {
                "state": PageState.WALKED.value,
                "reason": unread[0].reason.value if unread else "",
                "detail": masked(unread[0].detail) if unread else "",
                "status": seen.status,
                "template": template,
                "parts": parts,
                "page_class": page_class.value,
                "title": masked(title[:300]),
                "body": _keep_body(connection, seen.served_html),
                "content": content,
                "canonical": canonical,
                "unchanged_since": seen.unchanged_since,
                "seen": pack(replace(seen, served_html=None, rendering=None)),
                "links": pack(tuple(known.url for known in found)),
            }
            this = {"of_site": self.site_id(seen.site), "of_url": seen.url}
            connection.execute(_RECORD, this | values)
            return self.discover(seen.site, found, room)

    def record_rendering(
        self,
        key: str,
        url: str,
        seen: Rendering,
        pictures: Mapping[str, bytes],
        template: str = "",
    ) -> None:
        """Stores what the browser saw, with its pictures, in one transaction.

        `template` is the key of the page as scripts wrote it; it stands where they do.
        """
        with self.writing() as connection:
            for digest, data in pictures.items():
                statement = insert_ignore(connection, picture).values(digest=digest, data=data)
                connection.execute(statement)
            values = {
                "render_state": "rendered",
                "rendering": pack(replace(seen, html=None)),
                "rendered_body": _keep_body(connection, seen.html),
                "title": masked(seen.title[:300]),
            }
            connection.execute(update(page).where(self._is(key, url)).values(**values))
            unwritten = and_(self._is(key, url), page.c.template.startswith(UNWRITTEN))
            if template:
                connection.execute(update(page).where(unwritten).values(template=template))

    def lose_rendering(self, key: str, url: str, gap: Gap) -> None:
        """Notes why a page of the sample was not rendered; the part of the gap is "rendering"."""
        values = {
            "render_state": gap.reason.value,
            "rendering": None,
            "detail": masked(gap.detail[:500]),
        }
        with self.writing() as connection:
            connection.execute(update(page).where(self._is(key, url)).values(**values))

    def lose_renders_queued(self, key: str, gap: Gap) -> None:
        """Gives every page of the sample that still waits for the browser the same end."""
        where = and_(page.c.site == self.site_id(key), page.c.render_state == "queued")
        values = {"render_state": gap.reason.value, "detail": masked(gap.detail[:500])}
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
        rows = self._rows(where)
        while some := list(islice(rows, _BODIES_AT_ONCE)):
            packed = self._packed(
                digest for row in some for digest in (row.body, row.rendered_body)
            )
            for row in some:
                yield _observation(row, states, packed)

    def page(self, key: str, url: str) -> PageObservation | None:
        """One walked page whole, or None where it was not walked."""
        row = next(self._rows(self._is(key, url)), None)
        if row is None or not row.seen:
            return None
        states = self._link_states(key, unpack(row.links, tuple[str, ...]))
        return _observation(row, states, self._packed((row.body, row.rendered_body)))

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

    def _packed(self, digests: Iterable[str | None]) -> dict[str, bytes]:
        """The stored HTML of these digests, compressed."""
        wanted = sorted({digest for digest in digests if digest})
        with self.reading() as connection:
            found = connection.execute(_BODIES, {"digests": wanted})
            return {row.digest: row.data for row in found}


def _observation(
    row: Row[Any], states: LinkStates | None, packed: Mapping[str, bytes]
) -> PageObservation:
    seen = unpack(row.seen, PageObservation)
    rendering = unpack(row.rendering, Rendering) if row.rendering else None
    served = html_of(row.body, packed)
    if rendering is not None:
        # The same is decompressed once.
        same = row.rendered_body == row.body
        rendering = replace(rendering, html=served if same else html_of(row.rendered_body, packed))
    return replace(
        seen,
        served_html=served,
        sampled_as=row.sampled_as,
        rendering=rendering,
        gaps=(*seen.gaps, *_render_gap(row)),
        links=states.of(unpack(row.links, tuple[str, ...])) if states and row.links else None,
    )


def html_of(digest: str | None, packed: Mapping[str, bytes]) -> str | None:
    """HTML by its digest, or None where it was not kept."""
    data = packed.get(digest) if digest else None
    return None if data is None else zstd.decompress(data).decode()


def _keep_body(connection: Connection, html: str | None) -> str | None:
    if html is None:
        return None
    raw = masked(html).encode("utf-8", "replace")
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
        template=row.template,
        draw=row.draw,
        outcomes=unpack(row.outcomes, tuple[tuple[str, Outcome], ...]) if row.outcomes else (),
    )
