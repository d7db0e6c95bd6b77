"""Writing what was concluded: rows only for what did not pass, counts for everything."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Table, and_, delete, select, update

from ideaaudit.models import Evidence, Measure, Outcome, PageSummary, Verdict
from ideaaudit.privacy import encoded, masked
from ideaaudit.storage.codec import pack, unpack
from ideaaudit.storage.documents import Documents
from ideaaudit.storage.engine import insert_ignore
from ideaaudit.storage.schema import agency, cause, measure, occurrence, page, site, verdict, word

Counts = Mapping[str, Mapping[Outcome, int]]
STORED = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED)
# Rows whose numbers are held in memory at once: words and causes.
MOST_NUMBERS = 100_000


class Conclusions(Documents):
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
                "summary": self._word(connection, masked(one.summary)),
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
                "value": encoded(one.value),
            }
            for one in measures
        ]
        if rows:
            connection.execute(measure.insert(), rows)
