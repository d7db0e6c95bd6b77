"""Writing what was concluded: rows only for what did not pass, counts for everything."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Row, Table, bindparam, delete, select, update

from ideaaudit.models import Concluded, Measure, Outcome, Verdict
from ideaaudit.privacy import all_encoded, masked
from ideaaudit.storage.codec import pack, pack_all, unpack
from ideaaudit.storage.documents import Documents
from ideaaudit.storage.engine import insert_ignore, insert_or_find, run_for_each
from ideaaudit.storage.schema import agency, cause, measure, occurrence, page, site, verdict, word

Counts = Mapping[str, Mapping[Outcome, int]]
# Verdicts, each with the number of its page where it is about one.
Told = Sequence[tuple[int | None, Verdict]]
Key = tuple[Any, ...]
_OF_PAGE = ("number", "summary", "outcomes")
_UPDATE_PAGE = update(page).where(page.c.id == bindparam("number"))
_OF_VERDICT = ("check", "level", "agency", "site", "page", "outcome", "version", "reason",
               "summary", "evidence")  # fmt: skip
_OF_CAUSE = ("site", "key", "outcome")
STORED = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED)
# Rows whose numbers are held in memory at once: words and causes.
MOST_NUMBERS = 100_000


class Conclusions(Documents):
    def __init__(self, engine: Engine, where: object) -> None:
        super().__init__(engine, where)
        self._numbers_of: dict[Key, int] = {}

    def clear_verdicts(self) -> None:
        """Forgets every verdict, cause, count and measure; what was seen stays."""
        self._numbers_of.clear()
        with self.writing() as connection:
            for table in (occurrence, verdict, cause, measure, agency):
                connection.execute(delete(table))
            connection.execute(update(site).values(counts=None))
            connection.execute(update(page).values(summary=None, outcomes=None))

    def write_pages(self, key: str, pages: Sequence[Concluded]) -> None:
        """Stores what was concluded of some pages of a site, in one transaction."""
        with self._concluding() as connection:
            rows = self._page_rows(connection, key, [one.url for one in pages])
            summaries = iter(pack_all([one.summary for one in pages if one.summary]))
            values = [_page_values(one, rows[one.url], summaries) for one in pages]
            run_for_each(connection, _UPDATE_PAGE, _OF_PAGE, values)
            told = [(rows[one.url].id, verdict) for one in pages for verdict in one.verdicts]
            self._write(connection, key, told)
            self._measure(connection, key, (found for one in pages for found in one.measures))

    def write_site(
        self, key: str, verdicts: Iterable[Verdict], measures: Iterable[Measure], counts: Counts
    ) -> None:
        """Stores the verdicts about a site, and how its checks came out over all its pages."""
        with self._concluding() as connection:
            self._write(connection, key, [(None, one) for one in verdicts])
            self._measure(connection, key, measures)
            connection.execute(update(site).where(site.c.key == key).values(counts=pack(counts)))

    def write_agency(self, name: str, verdicts: Iterable[Verdict], counts: Counts) -> None:
        with self._concluding() as connection:
            self._write(connection, "", [(None, one) for one in verdicts], name)
            connection.execute(agency.insert().values(name=name, counts=pack(counts)))

    @contextmanager
    def _concluding(self) -> Iterator[Connection]:
        """A transaction to write conclusions in; rows' numbers are known within and after it."""
        if len(self._numbers_of) >= MOST_NUMBERS:
            self._numbers_of.clear()
        try:
            with self.writing() as connection:
                yield connection
        except BaseException:
            self._numbers_of.clear()
            raise

    def _page_rows(self, connection: Connection, key: str, urls: Sequence[str]) -> dict[str, Any]:
        columns = select(page.c.id, page.c.url, page.c.summary, page.c.outcomes)
        found = columns.where(page.c.site == self.site_id(key), page.c.url.in_(urls))
        return {row.url: row for row in connection.execute(found)}

    def _write(self, connection: Connection, key: str, told: Told, agency_name: str = "") -> None:
        kept = [(page_id, one) for page_id, one in told if one.outcome in STORED]
        words = self._words(connection, [one for _, one in kept])
        evidence = iter(pack_all([one.evidence for _, one in kept if one.evidence]))
        site_id = self.site_id(key) if key else None
        rows = (
            (
                words[one.check], one.level.value, agency_name, site_id, page_id,
                one.outcome.value, one.version, one.reason, words[one.summary],
                next(evidence) if one.evidence else None,
            )
            for page_id, one in kept
        )  # fmt: skip
        run_for_each(connection, verdict.insert(), _OF_VERDICT, rows)
        if site_id is not None:
            self._note_causes(connection, site_id, kept, words)

    def _words(self, connection: Connection, verdicts: Sequence[Verdict]) -> dict[str, int]:
        """The numbers of the words of some verdicts."""
        texts = dict.fromkeys(text for one in verdicts for text in (one.check, one.summary))
        new = {text: masked(text) for text in texts if (word, text) not in self._numbers_of}
        self._learn(
            connection, word, ("text",), [{"text": text} for text in dict.fromkeys(new.values())]
        )
        for text, kept in new.items():
            self._numbers_of[word, text] = self._numbers_of[word, kept]
        return {text: self._numbers_of[word, text] for text in texts}

    def _note_causes(
        self, connection: Connection, site_id: int, told: Told, words: Mapping[str, int]
    ) -> None:
        places: Counter[tuple[Key, int]] = Counter()
        new: dict[Key, dict[str, Any]] = {}
        for page_id, one in told:
            for evidence in one.evidence:
                if not evidence.cause:
                    continue
                key = (cause, site_id, evidence.cause, one.outcome.value)
                places[key, page_id or 0] += evidence.count
                if key not in self._numbers_of and key not in new:
                    # The first evidence that is met stands for its cause.
                    same = dict(zip(_OF_CAUSE, key[1:], strict=True))
                    new[key] = same | {"check": words[one.check], "example": pack(evidence)}
        self._learn(connection, cause, _OF_CAUSE, new.values())
        rows = ((self._numbers_of[key], number, count) for (key, number), count in places.items())
        query = insert_ignore(connection, occurrence)
        run_for_each(connection, query, ("cause", "page", "places"), rows)

    def _learn(
        self,
        connection: Connection,
        table: Table,
        named_by: Sequence[str],
        rows: Iterable[Mapping[str, Any]],
    ) -> None:
        """Makes those rows that are not there yet, and notes the numbers of all."""
        new = list(rows)
        if new:
            query = insert_or_find(connection, table, named_by)
            for number, *names in connection.execute(query, new):
                self._numbers_of[table, *names] = number

    def _measure(self, connection: Connection, key: str, measures: Iterable[Measure]) -> None:
        found = list(measures)
        values = all_encoded([one.value for one in found])
        rows = (
            (self.site_id(key), one.subject, one.name, value)
            for one, value in zip(found, values, strict=True)
        )
        run_for_each(connection, measure.insert(), ("site", "subject", "name", "value"), rows)


def _page_values(
    one: Concluded, row: Row[Any], summaries: Iterator[bytes]
) -> tuple[int, bytes | None, bytes]:
    """What is kept in the page's own row: its number, summary and outcomes."""
    if one.summary is not None:
        return row.id, next(summaries), pack(one.outcomes, ours=True)
    before = unpack(row.outcomes, tuple[tuple[str, Outcome], ...]) if row.outcomes else ()
    return row.id, row.summary, pack((*before, *one.outcomes), ours=True)
