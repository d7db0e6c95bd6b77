"""Verdicts: rows only for what did not pass, counts for everything."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import (
    Connection,
    Engine,
    Row,
    Select,
    Table,
    and_,
    delete,
    func,
    select,
    update,
)

from ideaaudit.models import (
    Cause,
    Evidence,
    Level,
    Measure,
    Outcome,
    PageSummary,
    Verdict,
)
from ideaaudit.storage.codec import pack, unpack
from ideaaudit.storage.documents import Documents
from ideaaudit.storage.engine import insert_ignore
from ideaaudit.storage.schema import agency, cause, measure, occurrence, page, site, verdict, word

Counts = Mapping[str, Mapping[Outcome, int]]
STORED = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED)
URLS_OF_A_CAUSE = 1_000
ROWS_AT_ONCE = 500
# Rows whose numbers are held in memory at once: words and causes.
MOST_NUMBERS = 100_000
checks, words = word.alias("check_word"), word.alias("summary_word")


class Verdicts(Documents):
    def __init__(self, engine: Engine, where: object) -> None:
        super().__init__(engine, where)
        self._numbers_of: dict[tuple[Any, ...], int] = {}

    def clear_verdicts(self) -> None:
        """Forgets every verdict, cause, count and measure; what was seen stays."""
        self._numbers_of.clear()
        with self.writing() as connection:
            for table in (occurrence, verdict, cause, measure, agency):
                connection.execute(delete(table))
            connection.execute(update(site).values(counts=None))
            connection.execute(update(page).values(summary=None, outcomes=None))

    def write_page(
        self,
        key: str,
        url: str,
        summary: PageSummary,
        outcomes: tuple[tuple[str, Outcome], ...],
        verdicts: Iterable[Verdict],
        measures: Iterable[Measure] = (),
    ) -> None:
        """Stores what was concluded of a page, and what it leaves behind."""
        with self._concluding() as connection:
            row = connection.execute(select(page.c.id).where(self._is(key, url))).one()
            values = {"summary": pack(summary), "outcomes": pack(outcomes)}
            connection.execute(update(page).where(page.c.id == row.id).values(**values))
            self._write(connection, key, verdicts, page_id=row.id)
            self._measure(connection, key, measures)

    def write_among(
        self,
        key: str,
        url: str,
        outcomes: tuple[tuple[str, Outcome], ...],
        verdicts: Iterable[Verdict],
        measures: Iterable[Measure] = (),
    ) -> None:
        """Adds what was concluded of a page among all pages of its site."""
        with self._concluding() as connection:
            query = select(page.c.id, page.c.outcomes).where(self._is(key, url))
            row = connection.execute(query).one()
            before = unpack(row.outcomes, tuple[tuple[str, Outcome], ...]) if row.outcomes else ()
            values = {"outcomes": pack((*before, *outcomes))}
            connection.execute(update(page).where(page.c.id == row.id).values(**values))
            self._write(connection, key, verdicts, page_id=row.id)
            self._measure(connection, key, measures)

    def summaries(self, key: str) -> Iterator[PageSummary]:
        """What each judged page left behind, in order of URL."""
        for row in self._rows((page.c.site == self.site_id(key)) & page.c.summary.is_not(None)):
            yield unpack(row.summary, PageSummary)

    def write_site(
        self, key: str, verdicts: Iterable[Verdict], measures: Iterable[Measure], counts: Counts
    ) -> None:
        """Stores the verdicts about a site, and how its checks came out over all its pages."""
        with self._concluding() as connection:
            self._write(connection, key, verdicts)
            self._measure(connection, key, measures)
            connection.execute(update(site).where(site.c.key == key).values(counts=pack(counts)))

    def write_agency(self, name: str, verdicts: Iterable[Verdict], counts: Counts) -> None:
        with self._concluding() as connection:
            self._write(connection, "", verdicts, agency_name=name)
            connection.execute(agency.insert().values(name=name, counts=pack(counts)))

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

    @contextmanager
    def _concluding(self) -> Iterator[Connection]:
        """A transaction to write conclusions in; rows' numbers are known within and after it."""
        try:
            with self.writing() as connection:
                yield connection
        except BaseException:
            self._numbers_of.clear()
            raise

    def _number(self, connection: Connection, table: Table, **values: Any) -> int:
        """The number of the row with these values, made where there is none; asked for once."""
        key = (table.name, *values.values())
        if key not in self._numbers_of:
            if len(self._numbers_of) >= MOST_NUMBERS:
                self._numbers_of.clear()
            where = and_(*(table.c[name] == value for name, value in values.items()))
            found = connection.scalar(select(table.c.id).where(where))
            if found is None:
                found = connection.scalar(table.insert().values(**values).returning(table.c.id))
            self._numbers_of[key] = int(found or 0)
        return self._numbers_of[key]

    def _word(self, connection: Connection, text: str) -> int:
        return self._number(connection, word, text=text)

    def _write(
        self,
        connection: Connection,
        key: str,
        verdicts: Iterable[Verdict],
        page_id: int | None = None,
        agency_name: str = "",
    ) -> None:
        kept = [one for one in verdicts if one.outcome in STORED]
        site_id = self.site_id(key) if key else None
        rows = [
            {
                "check": self._word(connection, one.check),
                "level": one.level.value,
                "agency": agency_name,
                "site": site_id,
                "page": page_id,
                "outcome": one.outcome.value,
                "version": one.version,
                "reason": one.reason,
                "summary": self._word(connection, one.summary),
                "evidence": pack(one.evidence) if one.evidence else None,
            }
            for one in kept
        ]
        if rows:
            connection.execute(verdict.insert(), rows)
        if site_id is not None:
            self._note_causes(connection, site_id, kept, page_id or 0)

    def _note_causes(
        self, connection: Connection, site_id: int, verdicts: Iterable[Verdict], page_id: int
    ) -> None:
        places: dict[int, int] = {}
        for one in verdicts:
            for evidence in one.evidence:
                if evidence.cause:
                    number = self._cause(connection, site_id, one, evidence)
                    places[number] = places.get(number, 0) + evidence.count
        rows = [{"cause": n, "page": page_id, "places": count} for n, count in places.items()]
        if rows:
            connection.execute(insert_ignore(connection, occurrence), rows)

    def _cause(self, connection: Connection, site_id: int, one: Verdict, example: Evidence) -> int:
        """The number of a cause; the first evidence that is met stands for it."""
        key = (cause.name, site_id, example.cause, one.outcome.value)
        if key not in self._numbers_of:
            same = {"site": site_id, "key": example.cause, "outcome": one.outcome.value}
            rest = {"check": self._word(connection, one.check), "example": pack(example)}
            connection.execute(insert_ignore(connection, cause), {**same, **rest})
            self._numbers_of[key] = self._number(connection, cause, **same)
        return self._numbers_of[key]

    def _measure(self, connection: Connection, key: str, measures: Iterable[Measure]) -> None:
        rows = [
            {
                "site": self.site_id(key),
                "subject": one.subject,
                "name": one.name,
                "value": msgspec.msgpack.encode(one.value),
            }
            for one in measures
        ]
        if rows:
            connection.execute(measure.insert(), rows)


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
