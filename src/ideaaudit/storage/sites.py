"""The sites of a run: whose they are, what was seen of them, and what was not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Engine, and_, func, select, update

from ideaaudit.models import Catalogue, Coverage, Gap, PageClass, PageState, SiteObservation, Target
from ideaaudit.storage.codec import pack, unpack
from ideaaudit.storage.engine import Tables, insert_ignore
from ideaaudit.storage.schema import kept, page, site

# A page that is gone is an answer; what was lost otherwise may have been a page.
BUDGET_REASONS = ("budget", "interrupted")
ANSWERED = ("not-found",)
# What `kept` calls the time that a site has taken.
_SECONDS = "seconds:"
IS_DOCUMENT = page.c.page_class == PageClass.DOCUMENT.value


class Sites(Tables):
    def __init__(self, engine: Engine, where: object) -> None:
        super().__init__(engine, where)
        self._numbers: dict[str, int] = {}

    def add_targets(self, targets: Iterable[Target]) -> None:
        """Adds sites to the run; those that are there already stay as they are."""
        rows = [
            {"key": t.site, "agency": t.agency, "state": "new", "target": pack(t)} for t in targets
        ]
        with self.writing() as connection:
            if rows:
                connection.execute(insert_ignore(connection, site), rows)

    def targets(self) -> tuple[Target, ...]:
        """Every site's target, in the order in which they were added."""
        with self.reading() as connection:
            rows = connection.execute(select(site.c.target).order_by(site.c.id))
            return tuple(unpack(row.target, Target) for row in rows)

    def site_id(self, key: str) -> int:
        """The row of a site. Raises KeyError where the run has no such site."""
        if key not in self._numbers:
            with self.reading() as connection:
                found = connection.scalar(select(site.c.id).where(site.c.key == key))
            if found is None:
                raise KeyError(key)
            self._numbers[key] = int(found)
        return self._numbers[key]

    def site_state(self, key: str) -> str:
        """ "new", "probed", "walked" (the sample is chosen) or "done"."""
        with self.reading() as connection:
            return str(connection.scalar(select(site.c.state).where(site.c.key == key)))

    def set_site_state(self, key: str, state: str) -> None:
        with self.writing() as connection:
            connection.execute(update(site).where(site.c.key == key).values(state=state))

    def record_site(self, observation: SiteObservation, gap: Gap | None = None) -> None:
        """Stores what the probes saw; `gap` says why the site as a whole cannot be audited."""
        values = {"observation": pack(observation), "gap": pack(gap) if gap else None}
        with self.writing() as connection:
            connection.execute(
                update(site).where(site.c.key == observation.site).values(state="probed", **values)
            )

    def observation(self, key: str) -> SiteObservation | None:
        with self.reading() as connection:
            data = connection.scalar(select(site.c.observation).where(site.c.key == key))
        return unpack(data, SiteObservation) if data else None

    def set_site_gap(self, key: str, gap: Gap) -> None:
        with self.writing() as connection:
            connection.execute(update(site).where(site.c.key == key).values(gap=pack(gap)))

    def site_gap(self, key: str) -> Gap | None:
        """Why the site as a whole could not be audited, or None."""
        with self.reading() as connection:
            data = connection.scalar(select(site.c.gap).where(site.c.key == key))
        return unpack(data, Gap) if data else None

    def seconds_used(self, key: str) -> float:
        """How long audits of this run have worked on a site."""
        with self.reading() as connection:
            data = connection.scalar(select(kept.c.data).where(kept.c.name == _SECONDS + key))
        return unpack(data, float) if data else 0.0

    def use_seconds(self, key: str, seconds: float) -> None:
        """Notes how long audits of this run have worked on a site, in all."""
        with self.writing() as connection:
            connection.execute(kept.delete().where(kept.c.name == _SECONDS + key))
            values = {"name": _SECONDS + key, "data": pack(seconds, ours=True)}
            connection.execute(kept.insert().values(values))

    def coverage(self, key: str) -> Coverage:
        """What was and was not seen of a site, counted over its known URLs."""
        where = page.c.site == self.site_id(key)
        with self.reading() as connection:
            states = connection.execute(
                select(page.c.state, page.c.reason, IS_DOCUMENT, func.count())
                .where(where)
                .group_by(page.c.state, page.c.reason, IS_DOCUMENT)
            ).all()
            renders = connection.execute(
                select(page.c.render_state, func.count())
                .where(where, page.c.render_state != "")
                .group_by(page.c.render_state)
            ).all()
            found = connection.execute(
                select(page.c.found_by, func.count())
                .where(where)
                .group_by(page.c.found_by)
                .order_by(page.c.found_by)
            ).all()
            unkept = connection.scalar(select(site.c.unkept).where(site.c.key == key))
            is_unchanged = and_(
                page.c.state == PageState.WALKED.value, page.c.unchanged_since != ""
            )
            unchanged = connection.scalar(
                select(func.count()).select_from(page).where(where, is_unchanged)
            )
        counted = _coverage([tuple(row) for row in states], {row[0]: row[1] for row in renders})
        counted = replace(counted, unchanged=unchanged or 0)
        complete = counted.complete and not unkept
        ways = tuple((row[0], row[1]) for row in found)
        return replace(counted, unkept=unkept or 0, complete=complete, found_by=ways)

    def save_catalogue(self, catalogue: Catalogue) -> None:
        with self.writing() as connection:
            connection.execute(kept.delete().where(kept.c.name == "catalogue"))
            connection.execute(kept.insert().values(name="catalogue", data=pack(catalogue)))

    def catalogue(self) -> Catalogue:
        """The heads and cards as judged; empty where the run was not judged yet."""
        with self.reading() as connection:
            data = connection.scalar(select(kept.c.data).where(kept.c.name == "catalogue"))
        return unpack(data, Catalogue) if data else Catalogue((), ())


def _coverage(states: list[tuple[str, str, bool, int]], renders: dict[str, int]) -> Coverage:
    """Counts of URLs by state, reason, and whether they are documents; a walk is complete without
    its documents."""
    # A document that was fetched, and not read for our own bounds, was not seen.
    states = [
        (PageState.LOST if state == PageState.WALKED and why else state, why, document, count)
        for state, why, document, count in states
    ]
    pages = [(state, why, count) for state, why, document, count in states if not document]
    every = [(state, why, count) for state, why, _, count in states]

    def total(state: PageState, among: list[tuple[str, str, int]]) -> int:
        return sum(count for name, _, count in among if name == state)

    def reasons(state: PageState) -> tuple[tuple[str, int], ...]:
        found: Counter[str] = Counter()
        for name, reason, count in every:
            found.update({reason: count} if name == state else {})
        return tuple(sorted(found.items()))

    walked = total(PageState.WALKED, pages)
    unseen = any(state == PageState.LOST and why not in ANSWERED for state, why, _ in pages)
    left_out = any(reason in BUDGET_REASONS for _, reason, _ in pages)
    return Coverage(
        found=sum(count for _, _, count in every),
        walked=walked,
        documents=total(PageState.WALKED, every) - walked,
        queued=total(PageState.QUEUED, every),
        skipped=reasons(PageState.SKIPPED),
        lost=reasons(PageState.LOST),
        sampled=sum(renders.values()),
        rendered=renders.get("rendered", 0),
        render_lost=tuple(sorted((k, n) for k, n in renders.items() if k != "rendered")),
        complete=not total(PageState.QUEUED, pages) and not left_out and not unseen,
    )
