"""The doors of telling: `report` and `runs`."""

import sys
from pathlib import Path

import click

from ideaaudit import options
from ideaaudit.options import setting
from ideaaudit.storage import Store, StoreError
from reports.folder import ReportError
from reports.incumbent import write_incumbent
from reports.text import counted, neutral
from reports.write import write_json, write_report

__all__ = ["report", "runs", "write_report"]


@click.command()
@click.argument("run_id", metavar="[RUN]", default="")
@setting(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("ideaaudit-report"),
    show_default=True,
    metavar="DIR",
    help="The report's folder; an earlier report in it is replaced.",
)
@options.store
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "json", "incumbent"]),
    default="html",
    show_default=True,
    help="html: the folder, with all formats in it. json: print report.json. "
    "incumbent: print the CSV of GSA's Site Scanning, from this run.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def report(run_id: str, out: Path, store: str, form: str, as_json: bool) -> None:
    """Renders a stored run as a report, without visiting any site.

    RUN is a run's id, or enough of its beginning; the newest run where it is left out.
    """
    try:
        run = Store.open(store, make=False).run(run_id)
        if not run.catalogue().cards:
            name = run.run.id
            raise ReportError(
                f"Run {name} is not judged yet: use `ideaaudit evaluate {name}` first."
            )
        if as_json or form == "json":
            write_json(run, sys.stdout)
        elif form == "incumbent":
            write_incumbent(run, sys.stdout)
        else:
            click.echo(write_report(run, out))
    except StoreError as error:
        raise ReportError(str(error)) from error


@click.command()
@options.store
def runs(store: str) -> None:
    """Lists the stored runs, newest first."""
    try:
        opened = Store.open(store, make=False)
        for run in opened.runs():
            sites = [target.site for target in opened.run(run.id).targets()]
            named = ", ".join(sites[:3]) + (", …" if len(sites) > 3 else "")
            line = f"{run.id}  {run.state:<11}  {counted(len(sites), 'site')}: {named}"
            click.echo(neutral(line))
        if opened.passed_over:
            click.echo(opened.passed_over, err=True)
    except StoreError as error:
        raise ReportError(str(error)) from error
