"""The law as data, and every check, found by walking the folders of the heads."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules
from typing import Any

import audits
from audits.check import Check
from ideaaudit.models import Automation, Card, Catalogue, Head, Level, Strength


@cache
def heads() -> tuple[Head, ...]:
    """The thirteen heads, in the law's order."""
    return tuple(Head(**one) for one in _table("heads.toml", "head"))


@cache
def load_checks() -> dict[str, Check]:
    """Every check that a machine can make, by id, in the order of the heads, then of the ids."""
    found = [
        value
        for head in heads()
        for name in _modules(head.id)
        for value in vars(import_module(name)).values()
        if isinstance(value, Check)
    ]
    order = [head.id for head in heads()]
    found.sort(key=lambda check: (order.index(check.card.head), check.id))
    return {check.id: check for check in found}


@cache
def manual_cards() -> tuple[Card, ...]:
    """The items that only people can judge, from each head's `manual.toml`."""
    return tuple(
        Card(
            **{
                **one,
                "head": head.id,
                "strength": Strength(one["strength"]),
                "level": Level(one["level"]),
                "automation": Automation.MANUAL,
                "decided": "A person answers; until then the item is untested.",
            }
        )
        for head in heads()
        for one in _table(f"{head.id}/manual.toml", "item")
    )


@cache
def catalogue() -> Catalogue:
    """Heads in the law's order, and the cards of checks and manual items in theirs."""
    order = [head.id for head in heads()]
    cards = [check.card for check in load_checks().values()] + list(manual_cards())
    return Catalogue(heads(), tuple(sorted(cards, key=lambda c: (order.index(c.head), c.id))))


def _modules(head: str) -> Iterator[str]:
    package = import_module(f"audits.{head}")
    return (f"audits.{head}.{found.name}" for found in iter_modules(package.__path__))


def _table(path: str, name: str) -> list[dict[str, Any]]:
    file = files(audits).joinpath(path)
    if not file.is_file():
        return []
    found: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8")).get(name, [])
    return found
