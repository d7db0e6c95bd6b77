"""What two audits of one site must have in common, whatever happened to them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from audits.catalogue import load_checks
from ideaaudit.models import RunState
from ideaaudit.storage import RunStore, Store
from tests.faults.site import HOST


class Line(NamedTuple):
    """One thing that was seen or concluded: what it is about, and what."""

    about: str
    what: str


@cache
def timed() -> frozenset[str]:
    """Checks that judge how long something took, which no two audits have in common."""
    return frozenset(check for check, made in load_checks().items() if "vitals" in made.needs)


def stored(folder: Path) -> RunStore:
    return Store.open(str(folder / "store")).run()


def digest(folder: Path) -> frozenset[Line]:
    """The URLs with their reasons, the hashes of what was read and rendered, the sample, and
    what every check said of every page and of the site. Times are left out, and what judges them.

    Raises:
        AssertionError: the audit did not come to its end.
    """
    run = stored(folder)
    assert run.run.state is RunState.JUDGED, run.run.state
    return frozenset(_lines(run))


def _lines(run: RunStore) -> Iterator[Line]:
    for row in run.pages(HOST):
        end = (row.state, row.reason, row.detail, row.found_by, row.depth, row.status)
        yield Line(row.url, f"end {end}")
        yield Line(row.url, f"sample {row.sampled_as} {row.rendered}")
        for check, outcome in row.outcomes:
            if check not in timed():
                yield Line(row.url, f"{check} {outcome}")
    for verdict in run.verdicts():
        if verdict.check not in timed():
            yield Line(verdict.subject, f"verdict {verdict.check} {verdict.outcome}")
    for url, served, shown in bodies(run):
        yield Line(url, f"body {served} {shown}")
    coverage = run.coverage(HOST)
    yield Line(HOST, f"coverage {coverage}")


def bodies(run: RunStore) -> Iterator[tuple[str, str, str]]:
    """The hashes under which the store has each page's HTML, as served and as rendered."""
    from sqlalchemy import select

    from ideaaudit.storage.schema import page

    with run.reading() as connection:
        for row in connection.execute(select(page.c.url, page.c.body, page.c.rendered_body)):
            yield row.url, row.body or "", row.rendered_body or ""


def difference(one: frozenset[Line], other: frozenset[Line]) -> str:
    """In a few lines, what only one of two digests has."""
    lines = [f"- {line.about}: {line.what}" for line in sorted(one - other)[:10]]
    lines += [f"+ {line.about}: {line.what}" for line in sorted(other - one)[:10]]
    return "\n".join(lines)
