"""Lists that facts go by, from the TOML files that stand beside them."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """What stands in `audits/facts/NAME.toml`."""
    text = files("audits.facts").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def hosts(name: str, key: str) -> frozenset[str]:
    """One list of hosts of such a file."""
    return frozenset(table(name)[key])
