"""The door plate: it names the wings' commands and opens a wing only when it is asked for."""

from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import click

from ideaaudit import __version__
from ideaaudit.settings import CONFIG_FILE, SettingsError, read_config

COMMANDS = {
    "audit": "ideaaudit.flow:audit",
    "evaluate": "audits.command:evaluate",
    "report": "reports.command:report",
    "runs": "reports.command:runs",
    "checks": "audits.command:checks",
    "doctor": "crawler.command:doctor",
}


class Wings(click.Group):
    """A group whose commands stand in the wings."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        path = COMMANDS.get(name)
        return resolve_name(path) if path else None


@click.group(cls=Wings, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ideaaudit")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Audits US federal websites against the 21st Century IDEA Act (Pub. L. 115-336).

    An independent audit: its results are evidence, never a legal finding.
    """
    if Path(CONFIG_FILE).exists():
        ctx.default_map = dict.fromkeys(COMMANDS, _configured())


def _configured() -> dict[str, Any]:
    """What ideaaudit.toml says; a name that no command knows is an error, not a wish."""
    commands = [resolve_name(path) for path in COMMANDS.values()]
    names = {one.name for command in commands for one in command.params if one.name}
    try:
        return read_config(Path(CONFIG_FILE), names)
    except SettingsError as error:
        raise click.UsageError(str(error)) from error
