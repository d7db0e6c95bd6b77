"""The CSV of GSA's Site Scanning, from our own run: its fields, names, types and order.

One row a target, excluded ones too, in order of the site's key. What was not seen is empty.
True and false are written "true" and "false"; lists and objects are JSON. Text that a spreadsheet
would take for a formula has an apostrophe before it.
"""

import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TextIO
from urllib.parse import urlsplit

import reports
from ideaaudit.models import Target
from ideaaudit.web import registered_domain
from reports.discreet import discreet
from reports.source import Source
from reports.text import neutral

PREFIX = "scan:"
# OWASP: what begins so is run by spreadsheets as a formula.
_FORMULA = re.compile(r"^\s*[=+\-@\t\r]")
Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Field:
    """One column: the incumbent's id, name and type, and where our value is not made as theirs."""

    id: str
    name: str
    type: str
    differs: str = ""


@cache
def fields() -> tuple[Field, ...]:
    """Every field, in the incumbent's order."""
    data = files(reports).joinpath("incumbent.toml").read_text(encoding="utf-8")
    return tuple(Field(**one) for one in tomllib.loads(data)["field"])


def write_incumbent(store: Source, out: TextIO) -> None:
    """Write the whole run as CSV (RFC 4180, UTF-8) with a header line."""
    writer = csv.writer(out, lineterminator="\r\n")
    names = [field.id for field in fields()]
    writer.writerow(names)
    store = discreet(store)
    for target in sorted(store.targets(), key=lambda one: one.site):
        row = dict(_of_target(target))
        row |= {
            one.name.removeprefix(PREFIX): one.value
            for one in store.measures(target.site)
            if one.name.startswith(PREFIX)
        }
        writer.writerow([cell(row.get(name)) for name in names])


def _of_target(target: Target) -> Iterator[tuple[str, Value]]:
    host = target.site.partition(":")[0]
    yield "name", target.site
    yield "initial_domain", target.site
    yield "initial_url", f"{urlsplit(target.url).scheme or 'https'}://{target.site}"
    yield "initial_base_domain", registered_domain(host)
    yield "initial_top_level_domain", host.rpartition(".")[2]
    yield "filter", bool(target.excluded)
    yield "agency", target.agency
    yield "bureau", target.bureau
    yield "branch", target.branch
    yield "pageviews", target.pageviews
    yield "visits", target.visits
    listed = ",".join(f'"{name}"' for name in sorted(target.sources))
    yield "source_list", f"[{listed}]" if listed else ""


def cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
    shown = neutral(value)
    return f"'{shown}" if _FORMULA.match(shown) else shown
