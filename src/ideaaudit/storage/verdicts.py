"""Verdicts, causes, counts and measures of a run, read."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Row, Select, func, select

from ideaaudit.models import (
    Cause,
    Evidence,
    Level,
    Measure,
    Outcome,
    PageSummary,
    Verdict,
)
from ideaaudit.storage.codec import unpack
from ideaaudit.storage.conclusions import Conclusions
from ideaaudit.storage.schema import agency, cause, measure, occurrence, page, site, verdict, word

URLS_OF_A_CAUSE = 1_000
ROWS_AT_ONCE = 500
checks, words = word.alias("check_word"), word.alias("summary_word")


class Verdicts(Conclusions):
    def summaries(self, key: str) -> Iterator[PageSummary]:
        """What each judged page left behind, in order of URL."""
        for row in self._rows((page.c.site == self.site_id(key)) & page.c.summary.is_not(None)):
            yield unpack(row.summary, PageSummary)

    def counts(self, site: str = "", agency: str = "") -> dict[str, dict[Outcome, int]]:
        """Check id to outcome to number of subjects, of one site or of an agency's own checks."""
        query = _counts_of_site(site) if site else _counts_of_agency(agency)
        with self.reading() as connection:
            data = connection.scalar(query)
        return unpack(data, dict[str, dict[Outcome, int]]) if data else {}

    def verdicts(
        self, level: Level | None = None, site: str | None = None, subject: str | None = None
    ) -> Iterator[Verdict]:
        """Verdicts that failed, can't tell or are untested, in the order of their writing."""
        query = _verdict_query(level, site, subject)
        last = 0
        while True:
            with self.reading() as connection:
                rows = connection.execute(query.where(verdict.c.id > last).limit(ROWS_AT_ONCE))
                batch = rows.all()
            yield from map(_verdict, batch)
            if len(batch) < ROWS_AT_ONCE:
                return
            last = batch[-1].id

    def failed_checks(self) -> set[str]:
        """Ids of the checks that failed anywhere in the run."""
        query = select(checks.c.text).join(verdict, verdict.c.check == checks.c.id).distinct()
        with self.reading() as connection:
            return set(connection.scalars(query.where(verdict.c.outcome == Outcome.FAILED.value)))

    def reasons(self, reason: str) -> dict[str, int]:
        """Check id to how many of its verdicts are untested for that reason, over the run."""
        query = (
            select(checks.c.text, func.count())
            .join(verdict, verdict.c.check == checks.c.id)
            .where(verdict.c.reason == reason)
            .group_by(checks.c.text)
            .order_by(checks.c.text)
        )
        with self.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def causes(self, key: str) -> Iterator[Cause]:
        """The causes on a site, most pages first."""
        query = (
            select(
                cause,
                checks.c.text.label("check_id"),
                func.count(occurrence.c.page).label("pages"),
                func.sum(occurrence.c.places).label("places"),
            )
            .join(checks, checks.c.id == cause.c.check)
            .join(occurrence, occurrence.c.cause == cause.c.id)
            .where(cause.c.site == self.site_id(key))
            .group_by(cause.c.id)
            .order_by(func.count(occurrence.c.page).desc(), cause.c.key)
        )
        with self.reading() as connection:
            rows = connection.execute(query).all()
        for row in rows:
            yield Cause(
                id=row.key,
                check=row.check_id,
                site=key,
                outcome=Outcome(row.outcome),
                example=unpack(row.example, Evidence),
                pages=row.pages,
                places=int(row.places),
                urls=self._urls_of(row.id),
            )

    def measures(self, key: str) -> Iterator[Measure]:
        query = select(measure).where(measure.c.site == self.site_id(key)).order_by(measure.c.id)
        with self.reading() as connection:
            rows = connection.execute(query).all()
        for row in rows:
            yield Measure(row.name, key, row.subject, msgspec.msgpack.decode(row.value))

    def _urls_of(self, cause_id: int) -> tuple[str, ...]:
        query = (
            select(page.c.url)
            .join(occurrence, occurrence.c.page == page.c.id)
            .where(occurrence.c.cause == cause_id)
            .order_by(page.c.url)
            .limit(URLS_OF_A_CAUSE)
        )
        with self.reading() as connection:
            return tuple(connection.scalars(query))


def _counts_of_site(key: str) -> Select[Any]:
    return select(site.c.counts).where(site.c.key == key)


def _counts_of_agency(name: str) -> Select[Any]:
    return select(agency.c.counts).where(agency.c.name == name)


def _verdict_query(level: Level | None, key: str | None, subject: str | None) -> Select[Any]:
    query = (
        select(
            verdict,
            checks.c.text.label("check_id"),
            words.c.text.label("sentence"),
            site.c.key.label("site_key"),
            page.c.url,
        )
        .join(checks, checks.c.id == verdict.c.check)
        .join(words, words.c.id == verdict.c.summary)
        .outerjoin(site, site.c.id == verdict.c.site)
        .outerjoin(page, page.c.id == verdict.c.page)
        .order_by(verdict.c.id)
    )
    if level is not None:
        query = query.where(verdict.c.level == level.value)
    if key is not None:
        query = query.where(site.c.key == key)
    if subject is not None:
        named = (page.c.url == subject) | (verdict.c.agency == subject)
        query = query.where(named | (page.c.url.is_(None) & (site.c.key == subject)))
    return query


def _verdict(row: Row[Any]) -> Verdict:
    return Verdict(
        check=row.check_id,
        level=Level(row.level),
        subject=row.url or row.site_key or row.agency,
        site=row.site_key or "",
        outcome=Outcome(row.outcome),
        version=row.version,
        summary=row.sentence,
        reason=row.reason,
        evidence=unpack(row.evidence, tuple[Evidence, ...]) if row.evidence else (),
    )
