"""Options as every command has them: a flag, then IDEAAUDIT_<NAME>, then ideaaudit.toml."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


class Names(click.ParamType[tuple[str, ...]]):
    """Several names with commas or spaces between them."""

    name = "names"

    def convert(self, value: Any, _param: Any, _ctx: Any) -> tuple[str, ...]:
        """The names, each once, in their order; a list of the settings file as it stands."""
        listed = value.replace(",", " ").split() if isinstance(value, str) else value
        return tuple(dict.fromkeys(str(name).lower() for name in listed))


def setting(flag: str, **attributes: Any) -> Callable[[F], F]:
    """A click option that may also stand in the environment or in the settings file."""
    name = flag.split("/")[0].removeprefix("--").replace("-", "_")
    return click.option(flag, name, envvar=f"IDEAAUDIT_{name.upper()}", **attributes)


store = setting("--store", default="", metavar="URL", help="Where runs are kept: a folder.")
quiet = setting("--quiet", is_flag=True, help="Say nothing but errors and the report's path.")
