"""`python -m ideaaudit`, and the `ideaaudit` command."""

import sys

import click

from ideaaudit import cli


def main() -> None:
    """Runs the command line; any error of ours is one line on stderr and an exit code."""
    from ideaaudit.storage import StoreError

    try:
        sys.exit(cli.main(prog_name="ideaaudit", standalone_mode=False))
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except StoreError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)


if __name__ == "__main__":
    main()
