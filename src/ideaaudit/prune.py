"""How long pages' HTML and pictures are kept: after every audit, and by `ideaaudit prune`."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import click

from ideaaudit import options
from ideaaudit.options import setting
from ideaaudit.storage import RunStore, Store, StoreError
from ideaaudit.storage.store import RunBusy

KEPT_DAYS = 90
keep_bodies = setting(
    "--keep-bodies",
    type=click.IntRange(0, 36_500),
    default=KEPT_DAYS,
    show_default=True,
    metavar="DAYS",
    help="How long pages' HTML and pictures are kept; verdicts and reports stay.",
)


@click.command()
@options.store
@keep_bodies
def prune(store: str, keep_bodies: int) -> None:
    """Remove the HTML and the pictures of runs that began longer ago than --keep-bodies."""
    try:
        done, problems = forget_pages(Store.open(store, make=False), keep_bodies)
    except StoreError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"The pages of {len(done)} {'run' if len(done) == 1 else 'runs'} were removed.")
    if problems:
        raise click.ClickException(" ".join(problems))


def forget_pages(
    store: Store, days: int, now: datetime | None = None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Removes the HTML and the pictures of old runs; each run's notes tell.

    A run that a program is working on is left for the next time.

    Returns:
        The ids of those runs, and why others could not be changed.
    """
    now = now or datetime.now(UTC)
    done, problems = [], []
    for one in store.runs():
        old = now - datetime.fromisoformat(one.started_at) >= timedelta(days=days)
        if not old or one.pruned_at:
            continue
        try:
            _forget(store.run(one.id), now)
            done.append(one.id)
        except RunBusy:
            continue
        except StoreError as error:
            problems.append(str(error))
    return tuple(done), tuple(problems)


def _forget(run: RunStore, now: datetime) -> None:
    note = f"The HTML and pictures of its pages were removed on {now:%Y-%m-%d}."
    try:
        with run.held():
            run.forget_pages()
            stamp = f"{now:%Y-%m-%dT%H:%M:%SZ}"
            run.save_run(replace(run.run, pruned_at=stamp, notes=(*run.run.notes, note)))
    finally:
        run.close()
