"""The pages that could be rendered, and the sample of them that is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import and_, func, select, update

from ideaaudit.models import BY_CHANCE, BY_EARLIER_CHANCE, PageClass, PageState
from ideaaudit.storage.codec import unpack
from ideaaudit.storage.schema import page
from ideaaudit.storage.sieve import Sieve

LONGEST_CHAIN = 10
COLUMNS = (
    *("url", "depth", "template", "page_class", "status"),
    *("body", "links", "title", "parts", "sampled_as"),
)


@dataclass(frozen=True, slots=True)
class Walked:
    """What sampling sees of a page.

    Attributes:
        template, parts: see `ideaaudit.structure`.
        linked_from: how many walked pages link to it.
        chosen: whether an earlier draw put it into the sample.
    """

    url: str
    depth: int
    template: str
    page_class: PageClass
    linked_from: int
    title: str = ""
    parts: bytes = b""
    chosen: bool = False


class Sampled(Sieve):
    def walked(self, key: str) -> tuple[Walked, ...]:
        """Every page that may be sampled: walked, HTML, and not an error; sorted by URL."""
        linked: dict[str, int] = {}
        query = (
            select(*(page.c[name] for name in COLUMNS))
            .where(page.c.site == self.site_id(key), page.c.state == PageState.WALKED.value)
            .order_by(page.c.url)
        )
        with self.reading() as connection:
            rows = connection.execute(query).all()
        leads = self.leads(key)
        for row in rows:
            for url in {_end(leads, url) for url in unpack(row.links, tuple[str, ...])}:
                linked[url] = linked.get(url, 0) + 1
        return tuple(
            Walked(
                url=r.url,
                depth=r.depth,
                template=r.template,
                page_class=PageClass(r.page_class),
                linked_from=linked.get(r.url, 0),
                title=r.title,
                parts=r.parts or b"",
                chosen=bool(r.sampled_as),
            )
            for r in rows
            if r.body and (r.status or 0) < 400
        )

    def choose(self, key: str, sample: Mapping[str, str]) -> None:
        """Marks pages to be rendered: URL to why each was chosen."""
        with self.writing() as connection:
            for url, why in sample.items():
                connection.execute(
                    update(page)
                    .where(self._is(key, url))
                    .values(sampled_as=why, render_state="queued")
                )

    def draw(self, key: str, sample: Mapping[str, str]) -> None:
        """Marks a sample of all that is walked now, with what it could have been drawn from.

        What an earlier draw took by chance stays in the sample, and stands for itself alone.
        """
        ours = page.c.site == self.site_id(key)
        last = select(func.max(page.c.draw)).where(ours)
        with self.writing() as connection:
            number = int(connection.scalar(last) or 0) + 1
            by_chance = and_(ours, page.c.sampled_as == BY_CHANCE)
            connection.execute(update(page).where(by_chance).values(sampled_as=BY_EARLIER_CHANCE))
            walked = and_(ours, page.c.state == PageState.WALKED.value)
            connection.execute(update(page).where(walked).values(draw=number))
            self.choose(key, sample)

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


def _end(leads: Mapping[str, str], url: str) -> str:
    """The page that a link comes to in the end."""
    for _ in range(LONGEST_CHAIN):
        if url not in leads:
            break
        url = leads[url]
    return url
