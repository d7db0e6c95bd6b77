"""The memory: an index of runs, and one file a run."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import platformdirs
from sqlalchemy import delete, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from ideaaudit.models import Run
from ideaaudit.storage.codec import pack, unpack
from ideaaudit.storage.engine import (
    StoreError,
    Tables,
    create_tables,
    in_plain_words,
    insert_ignore,
    open_file,
)
from ideaaudit.storage.revisits import Revisits
from ideaaudit.storage.schema import SCHEMA_VERSION, body, index, of_run, picture, run, version
from ideaaudit.storage.verdicts import Verdicts


def default_store() -> str:
    """Where runs are kept unless told otherwise: the user's data folder."""
    return f"sqlite:///{platformdirs.user_data_path('ideaaudit') / 'store'}"


class OtherSchema(StoreError):  # noqa: N818  a state, not a fault
    """Another version of this program wrote the store."""


class RunBusy(StoreError):  # noqa: N818  a state, not a fault
    """Another program is working on the run."""


class RunStore(Verdicts, Revisits):
    """All that is remembered of one run."""

    def __init__(self, store: "Store", one: Run, *, new: bool = False) -> None:
        path = store.folder / "runs" / f"{one.id}.sqlite"
        if not new and not path.exists():
            raise StoreError(f"The file of run {one.id} is gone from {path.parent}.")
        super().__init__(open_file(path), path)
        self._store = store
        self.run = one
        if new:
            with self.writing() as connection:
                create_tables(connection, of_run)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keeps every other program from working on this run; a killed holder lets it go.

        Raises:
            RunBusy: another program is working on it.
        """
        with (self._store.folder / "runs" / f"{self.run.id}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise RunBusy(
                    f"Another program is working on run {self.run.id}: wait until it is done."
                ) from None
            yield

    def former(self) -> Iterator["RunStore"]:
        """The runs before this one, newest first, as far as they can be read."""
        for one in self._store.runs():
            if one.id < self.run.id:
                with suppress(StoreError):
                    yield RunStore(self._store, one)

    def forget_pages(self) -> None:
        """Removes the HTML and the pictures of every page, and gives their room back."""
        with self.writing() as connection:
            for table in (body, picture):
                connection.execute(delete(table))
        with in_plain_words(self._where), self._engine.connect() as connection:
            own = connection.execution_options(isolation_level="AUTOCOMMIT")
            for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                own.exec_driver_sql(statement)

    def save_run(self, one: Run) -> None:
        """Stores the run's new state; its id must be the same."""
        self._store.save(one)
        self.run = one


class Store(Tables):
    """A private folder with an index of runs.

    Attributes:
        passed_over: in one line, the store in the default place that another version of this
            program wrote, where this one stands beside it; else "".
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.passed_over = ""
        super().__init__(open_file(folder / "index.sqlite"), folder)
        found = self._schema()
        if found != SCHEMA_VERSION:
            newer = found > SCHEMA_VERSION
            todo = "upgrade ideaaudit, or name" if newer else "an older ideaaudit wrote it; name"
            raise OtherSchema(
                f"The store {folder} has schema version {found}, and this program reads "
                f"{SCHEMA_VERSION}: {todo} another store with --store."
            )

    def _schema(self) -> int:
        """The schema of the index; where there is none yet, it is made with this program's."""
        asked = select(version.c.version)
        with self.writing() as connection:
            if inspect(connection).has_table(version.name) and (found := connection.scalar(asked)):
                return int(found)
            create_tables(connection, index)
            mark = insert_ignore(connection, version).values(id=1, version=SCHEMA_VERSION)
            connection.execute(mark)
            return int(connection.scalar(asked) or 0)

    @classmethod
    def open(cls, url: str = "", *, make: bool = True) -> "Store":
        """The store at a URL ("sqlite:///folder") or a plain folder.

        Where none is named and another version of this program wrote the one in the default place,
        that is left as it is, and one of this version opened beside it.

        Args:
            make: whether it is made where it is missing.

        Raises:
            StoreError: in one line, where it cannot be made, opened or read.
        """
        folder = _folder_of(url or default_store())
        try:
            return cls._opened(folder, make=make)
        except OtherSchema as other:
            if url:
                raise
            beside = folder.with_name(f"{folder.name}-{SCHEMA_VERSION}")
            line = (
                f"Another version of ideaaudit wrote the store {folder}: its runs stay there, "
                f"and this version keeps its own in {beside}."
            )
            try:
                found = cls._opened(beside, make=make)
            except StoreError as error:
                raise StoreError(f"{line} {error}") from other
            found.passed_over = line
            return found

    @classmethod
    def _opened(cls, folder: Path, *, make: bool) -> "Store":
        if not make and not (folder / "index.sqlite").exists():
            raise StoreError(f"There is no store at {folder} yet: audit a site first.")
        try:
            (folder / "runs").mkdir(parents=True, exist_ok=True, mode=0o700)
            folder.chmod(0o700)
        except OSError as error:
            raise StoreError(
                f"The store {folder} cannot be made ({error.strerror}): "
                "name a folder that you may write with --store."
            ) from error
        if not os.access(folder, os.W_OK | os.X_OK):
            raise StoreError(f"The store {folder} cannot be written: name another with --store.")
        return cls(folder)

    def create(self, one: Run) -> RunStore:
        """Begins a run."""
        made = RunStore(self, one, new=True)
        self.save(one)
        return made

    def save(self, one: Run) -> None:
        values = {"started_at": one.started_at, "state": one.state.value, "data": pack(one)}
        with self.writing() as connection:
            connection.execute(delete(run).where(run.c.id == one.id))
            connection.execute(run.insert().values(id=one.id, **values))

    def runs(self) -> tuple[Run, ...]:
        """Every run, newest first."""
        with self.reading() as connection:
            rows = connection.execute(select(run.c.data).order_by(run.c.id.desc()))
            return tuple(unpack(row.data, Run) for row in rows)

    def run(self, run_id: str = "") -> RunStore:
        """A run by its id, or by the beginning of it; the newest where none is named.

        Raises:
            StoreError: where there is no such run, or more than one.
        """
        fitting = [one for one in self.runs() if one.id.startswith(run_id)]
        if not fitting:
            what = f"no run {run_id!r}" if run_id else "no run yet"
            raise StoreError(f"The store {self.folder} has {what}: see `ideaaudit runs`.")
        if run_id and len(fitting) > 1:
            raise StoreError(f"{len(fitting)} runs begin with {run_id!r}: give more of the id.")
        return RunStore(self, fitting[0])


def _folder_of(url: str) -> Path:
    if "://" not in url:
        return Path(url).expanduser().absolute()
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError(f"{url!r} is not a store: use sqlite:///FOLDER or a folder.") from None
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise StoreError(
            f"Runs are kept in SQLite, and {parsed.get_backend_name()!r} is something else: "
            "use sqlite:///FOLDER or a folder."
        )
    return Path(parsed.database).expanduser().absolute()
