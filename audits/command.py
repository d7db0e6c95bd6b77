"""Judging's commands: `ideaaudit evaluate` and `ideaaudit checks`."""

import json
from dataclasses import replace

import click
from rich.console import Console

from audits.catalogue import catalogue
from audits.evaluate import CHECK_ERROR
from audits.explain import as_data, card_of, print_card, print_list
from audits.judge_run import judge_run
from ideaaudit import options
from ideaaudit.models import RunState
from ideaaudit.storage import RunStore, Store, StoreError

BROKEN = "Checks of this program broke, and left untested what they should have judged:"


class _Refusal(click.ClickException):
    """One line on why a command cannot do what it was asked to."""

    exit_code = 2


def evaluate_run(store: RunStore, quiet: bool = False) -> None:
    """Judges a stored run again, visiting no site; its state becomes "judged" if it was whole.

    Where a check broke, the run's notes count what it left untested.

    Raises:
        StoreError: where the store cannot be read or written, or the run's pages are gone.
    """
    if store.run.pruned_at:
        raise StoreError(
            f"The pages of run {store.run.id} were removed on {store.run.pruned_at[:10]} "
            "(--keep-bodies): it cannot be judged again, and its verdicts stand."
        )
    judge_run(store, progress=lambda site: None if quiet else click.echo(f"Judged {site}"))
    state = RunState.JUDGED if store.run.state is RunState.CRAWLED else store.run.state
    store.save_run(replace(store.run, state=state, notes=_notes(store)))


def _notes(store: RunStore) -> tuple[str, ...]:
    """The run's notes, with one on checks that broke this time and on none that broke before."""
    others = tuple(note for note in store.run.notes if not note.startswith(BROKEN))
    broken = store.reasons(CHECK_ERROR)
    named = ", ".join(f"{check} ({number:,})" for check, number in broken.items())
    return (*others, f"{BROKEN} {named}.") if broken else others


@click.command()
@click.argument("run", default="")
@options.store
@options.quiet
def evaluate(run: str, store: str, quiet: bool) -> None:
    """Judge a stored run again (the newest, unless RUN names one), visiting no site."""
    try:
        found = Store.open(store, make=False).run(run)
        with found.held():
            evaluate_run(found, quiet)
    except StoreError as error:
        raise _Refusal(str(error)) from error
    if not quiet:
        click.echo(f"Run {found.run.id} is judged.")


@click.command()
@click.argument("check", metavar="[ID]", default="")
@click.option("--json", "as_json", is_flag=True, help="Print the cards as JSON.")
def checks(check: str, as_json: bool) -> None:
    """List every check by head, or explain the one with that ID."""
    whole = catalogue()
    try:
        card = card_of(whole, check) if check else None
    except LookupError as error:
        raise _Refusal(str(error)) from error
    console = Console(highlight=False)
    if as_json:
        click.echo(json.dumps(as_data(whole, card), indent=2, ensure_ascii=False))
    elif card is not None:
        print_card(whole, card, console)
    else:
        print_list(whole, console)
