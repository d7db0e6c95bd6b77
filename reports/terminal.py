"""What a run came to, in the terminal: the heads with their counts, five fixes, the report."""

import os
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ideaaudit.models import Outcome
from reports import words
from reports.rollup.fixes import FIRST, Fix
from reports.rollup.tally import ORDER, Tally
from reports.rollup.units import HeadSum, Unit
from reports.source import Source
from reports.text import counted, line, neutral
from reports.views import unit_lede
from reports.write import roll_run

WIDTH = 80
COLORS = {
    Outcome.FAILED: "bold red",
    Outcome.CANT_TELL: "yellow",
    Outcome.PASSED: "green",
    Outcome.INAPPLICABLE: "dim",
    Outcome.UNTESTED: "blue",
}
SHORT = ("Failed", "Can’t tell", "Passed", "N/A", "Untested")


def print_summary(store: Source, index: Path | None = None, console: Console | None = None) -> None:
    """Print the end of a run, 80 columns wide at most; plain text where it is no terminal.

    Args:
        index: the report's index.html, to be named last; None where none was written.
        console: where to print; standard output if None.
    """
    console = console or Console(file=sys.stdout)
    width = min(WIDTH, console.width) if console.is_terminal else WIDTH
    unit = roll_run(store)
    console.print()
    console.print(_said(unit_lede(unit), "bold"), width=width)
    for note in (words.RUN_STATES[store.run.state], *store.run.notes):
        if note:
            console.print(_said(f"Note: {note}", "yellow"), width=width)
    console.print()
    console.print(_heads(unit, width), width=width)
    _fixes(unit, console, width)
    _blind(unit, console, width)
    if index is not None:
        console.print()
        # A path is to be copied: it stays on one line however long it is.
        console.print(Text("Report: ", "bold") + _said(os.fspath(index)), soft_wrap=True)


def _heads(unit: Unit, width: int) -> Table:
    table = Table(box=None, width=width, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("Requirement", ratio=1, no_wrap=True, overflow="ellipsis")
    for name in SHORT:
        table.add_column(name, justify="right", no_wrap=True)
    for head in unit.heads:
        table.add_row(head.head.title, *_cells(head))
    table.add_section()
    table.add_row("All", *map(str, unit.tally.counts), style="bold")
    return table


def _cells(head: HeadSum) -> list[Text]:
    return [_cell(head.tally, place) for place in range(len(ORDER))]


def _cell(tally: Tally, place: int) -> Text:
    count = tally.counts[place]
    return Text(f"{count:,}", COLORS[ORDER[place]] if count else "dim")


def _fixes(unit: Unit, console: Console, width: int) -> None:
    if not unit.fixes:
        return
    console.print()
    console.print(Text("The fixes that matter most", "bold"))
    for number, fix in enumerate(unit.fixes[:FIRST], 1):
        table = Table.grid(padding=(0, 1))
        table.add_column(width=2, justify="right")
        table.add_column(width=width - 3, overflow="fold")
        table.add_row(f"{number}.", _said(line(_named(fix), 150)))
        if fix.example.markup:
            table.add_row("", _said(line(fix.example.markup, width - 3)))
        table.add_row("", _said(_where(fix), "dim"))
        console.print(table)


def _named(fix: Fix) -> str:
    return fix.name if fix.name == fix.card.title else f"{fix.card.title}: {fix.name}"


def _where(fix: Fix) -> str:
    force = words.STRENGTHS[fix.card.strength]
    if not fix.sites:
        return f"{force}, {line(fix.agency or words.NO_AGENCY, 60)} as a whole ({fix.card.id})"
    sites = line(fix.sites[0], 60) if len(fix.sites) == 1 else counted(len(fix.sites), "site")
    share = f" ({fix.interval.text} in all)" if fix.interval else ""
    return f"{force}, {counted(fix.reach, 'page')}{share}, {sites} ({fix.card.id})"


def _blind(unit: Unit, console: Console, width: int) -> None:
    blind = [site for site in unit.sites if not site.audited]
    for site in blind[:FIRST]:
        why = f"Not audited: {site.target.site} ({words.reason(site.reason)})"
        console.print(_said(why, "yellow"), width=width)
    if len(blind) > FIRST:
        console.print(f"Not audited besides: {counted(len(blind) - FIRST, 'site')}", width=width)


def _said(text: str, style: str = "") -> Text:
    """Text of strangers: neutralized, and never read as markup of the console."""
    return Text(neutral(text), style)
