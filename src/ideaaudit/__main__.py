"""`python -m ideaaudit`, and the `ideaaudit` command."""

import sys

import click

from ideaaudit import cli


def main() -> None:
    """Runs the command line; any error of ours is one line on stderr and an exit code."""
    try:
        sys.exit(cli.main(prog_name="ideaaudit", standalone_mode=False))
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"Error: {where}{error.strerror or error}", err=True)
        sys.exit(2)
    except Exception as error:
        # The store is opened by whoever asks for it; the help must not.
        from ideaaudit.storage import StoreError

        if not isinstance(error, StoreError):
            raise
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
