"""Seeing's own command: `ideaaudit doctor`."""

import asyncio

import click

from ideaaudit import options


@click.command()
@options.store
def doctor(store: str) -> None:
    """Say what is missing on this machine, and how to get it."""
    from crawler.doctor import self_test

    findings = asyncio.run(self_test(store))
    for finding in findings:
        mark = (
            click.style("ok     ", fg="green") if finding.ok else click.style("missing", fg="red")
        )
        click.echo(f"{mark}  {finding.name}: {finding.detail}")
        if not finding.ok and finding.how_to_fix:
            click.echo(f"         {finding.how_to_fix}")
    if not all(finding.ok for finding in findings):
        raise SystemExit(1)
