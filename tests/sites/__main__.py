"""`python -m tests.sites [--patch ID ...]`: serves the samples until Ctrl-C."""

import signal
import sys
from threading import Event

import click

from tests.sites.patches import PatchError, load_patches
from tests.sites.server import serve


@click.command()
@click.option("--patch", "patches", multiple=True, metavar="ID", help="A fault to plant.")
@click.option("--list", "listing", is_flag=True, help="List the faults and end.")
def main(patches: tuple[str, ...], listing: bool) -> None:
    """Serve the sample sites on loopback until Ctrl-C."""
    if listing:
        for patch in load_patches().values():
            click.echo(f"{patch.id:30} {patch.check:30} {patch.site}: {patch.what}")
        return
    # A shell starts what runs in its background deaf to Ctrl-C; whoever stops us means it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with serve(patches) as samples:
            click.echo("\n".join(samples.urls))
            click.echo("\n".join(f"--connect-to {entry}" for entry in samples.connect_to))
            click.echo(f"--ca-file {samples.ca_file}\n--targets {samples.targets_csv}")
            Event().wait()
    except PatchError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        click.echo("Stopped.")


if __name__ == "__main__":
    main()
