"""The door plate: it names the wings' commands and opens a wing only when it is asked for."""

import os
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import click

from ideaaudit import __version__
from ideaaudit.settings import CONFIG_FILE, SettingsError, read_config

PREFIX = "IDEAAUDIT_"
# What is no option: secrets, and the tools that are used.
TOOLS = {f"{PREFIX}{name}" for name in ("HEADER", "CREDENTIALS", "BROWSER", "AXE_PATH")}

# Each with its line in the help, so that the help opens no wing.
COMMANDS = {
    "audit": ("ideaaudit.flow:audit", "Audit sites: visit them, judge them, write the report."),
    "evaluate": ("audits.command:evaluate", "Judge a stored run again, without visiting any site."),
    "report": ("reports.command:report", "Render a stored run again, without visiting any site."),
    "runs": ("reports.command:runs", "List the stored runs, newest first."),
    "prune": ("ideaaudit.prune:prune", "Remove the HTML and pictures of old runs' pages."),
    "checks": ("audits.command:checks", "List every check by head, or explain one."),
    "doctor": ("crawler.command:doctor", "Say what is missing on this machine, and how to get it."),
}


class Wings(click.Group):
    """A group whose commands stand in the wings."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        found = COMMANDS.get(name)
        return resolve_name(found[0]) if found else None

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@click.group(cls=Wings, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ideaaudit")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Audits US federal websites against the 21st Century IDEA Act (Pub. L. 115-336).

    An independent audit: its results are evidence, never a legal finding.
    """
    given = {name for name in os.environ if name.startswith(PREFIX)} - TOOLS
    if given and (strange := sorted(given - {PREFIX + name.upper() for name in _names()})):
        raise click.ClickException(f"{strange[0]} is no setting: see docs/settings.md.")
    if Path(CONFIG_FILE).exists():
        ctx.default_map = dict.fromkeys(COMMANDS, _configured())


def _names() -> set[str]:
    """The settings of all commands, by their names in the settings file."""
    return {one.name for one in _params() if one.name}


def _params() -> list[click.Parameter]:
    commands = [resolve_name(path) for path, _ in COMMANDS.values()]
    return [one for command in commands for one in command.params]


def _configured() -> dict[str, Any]:
    """What ideaaudit.toml says; a name that no command knows is an error, not a wish."""
    try:
        values = read_config(Path(CONFIG_FILE), _names())
    except SettingsError as error:
        raise click.ClickException(str(error)) from error
    # One value of a setting that may have several needs no brackets.
    several = {one.name for one in _params() if isinstance(one, click.Option) and one.multiple}
    return {
        name: [value] if name in several and isinstance(value, str) else value
        for name, value in values.items()
    }
