"""Connections: opened privately, in WAL, and failing in one clear line."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DatabaseError
from sqlalchemy.schema import CreateIndex, CreateTable

BUSY_SECONDS = 30


class StoreError(Exception):
    """The store cannot be used; the message says why and what to do."""


def open_file(path: Path) -> Engine:
    """An engine on one SQLite file, made where it is missing."""
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        # WAL with NORMAL loses nothing at a kill of this process; only a power cut may cost the
        # last commits, and never the file.
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    return engine


def create_tables(connection: Connection, tables: MetaData) -> None:
    """Makes what is not there yet, also where another program is making it too."""
    for table in tables.sorted_tables:
        connection.execute(CreateTable(table, if_not_exists=True))
        for one in table.indexes:
            connection.execute(CreateIndex(one, if_not_exists=True))


def insert_ignore(connection: Connection, table: Table) -> Any:
    """An INSERT that leaves rows that are there already as they are."""
    return _insert(connection, table).on_conflict_do_nothing()


def insert_or_find(connection: Connection, table: Table, named_by: Sequence[str]) -> Any:
    """An INSERT that answers each row's number and names, whether it was there already or not."""
    named = [table.c[name] for name in named_by]
    same = {named_by[0]: named[0]}
    query = _insert(connection, table).on_conflict_do_update(index_elements=named, set_=same)
    return query.returning(table.c.id, *named)


def run_for_each(
    connection: Connection, query: Any, names: Sequence[str], rows: Iterable[tuple[Any, ...]]
) -> None:
    """Runs an INSERT or UPDATE for each row of values, which stand in the order of `names`.

    SQLAlchemy's own way makes a dict of each row and looks at every value, which takes longer than
    the database does.
    """
    compiled = query.compile(dialect=connection.dialect, column_keys=list(names))
    order = compiled.positiontup
    if order is None:
        connection.execute(query, [dict(zip(names, row, strict=True)) for row in rows])
    else:
        pick = itemgetter(*map(names.index, order))
        values = [pick(row) for row in rows]
        if values:
            connection.exec_driver_sql(str(compiled), values)


def _insert(connection: Connection, table: Table) -> Any:
    return (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)


@contextmanager
def in_plain_words(where: object) -> Iterator[None]:
    """Turns the database's errors into a `StoreError` of one line."""
    try:
        yield
    except DatabaseError as error:
        raise StoreError(_explain(str(error.orig), where)) from error


def _explain(problem: str, where: object) -> str:
    lower = problem.lower()
    if "disk is full" in lower or "disk i/o" in lower:
        return f"The disk that holds the store {where} is full: free some space, then use --resume."
    if "not a database" in lower or "malformed" in lower:
        return f"The store {where} is damaged: move it away, or name another with --store."
    if "no such" in lower or "has no column" in lower:
        return f"The store {where} is of another version of ideaaudit: name another with --store."
    if "locked" in lower:
        return f"The store {where} is held by another program: wait for it, or name another."
    if "readonly" in lower or "unable to open" in lower:
        return (
            f"The store {where} cannot be written: check its owner, or name another with --store."
        )
    return f"The store {where} failed: {problem.splitlines()[0] if problem else 'no reason given'}."


class Tables:
    """One engine, and one transaction at a time on it; a thread that only reads has its own."""

    def __init__(self, engine: Engine, where: object) -> None:
        self._engine = engine
        self._where = where
        self._local = threading.local()

    @property
    def _open(self) -> Connection | None:
        """The transaction of this thread, if there is one."""
        return getattr(self._local, "open", None)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction; within another, that one. All of it is kept, or nothing."""
        if self._open is not None:
            yield self._open
            return
        with in_plain_words(self._where), self._engine.begin() as connection:
            self._local.open = connection
            try:
                yield connection
            finally:
                self._local.open = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read from: the open transaction's own where there is one."""
        if self._open is not None:
            yield self._open
            return
        with in_plain_words(self._where), self._engine.connect() as connection:
            yield connection

    def close(self) -> None:
        self._engine.dispose()
