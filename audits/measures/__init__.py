"""Named values that exports want and no check asks for: what GSA's Site Scanning publishes of a
home page and its host, each under its own field id ("scan:dap_version").

Each module of this folder has `of_page(page)`, `of_site(view)`, or both; the engine asks for a
page's once a site, of the page that the walk began at. What was not seen has no value.
Source: the incumbent's data dictionary, and its engine as read in August 2026.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from audits.check import SiteView, Value
from ideaaudit.models import PageObservation

PREFIX = "scan:"
Named = tuple[str, Value]


def page_measures(page: PageObservation) -> Iterator[Named]:
    """Every measure of the page that a site's walk began at."""
    return (
        (PREFIX + name, value)
        for module in _modules()
        if hasattr(module, "of_page")
        for name, value in module.of_page(page)
        if value is not None
    )


def site_measures(view: SiteView) -> Iterator[Named]:
    """Every measure of a site that its pages do not show."""
    return (
        (PREFIX + name, value)
        for module in _modules()
        if hasattr(module, "of_site")
        for name, value in module.of_site(view)
        if value is not None
    )


def listed(values: Iterable[str], most: int = 200) -> str:
    """A list as one value: JSON, each once, sorted; "" where there is nothing in it."""
    found = sorted(set(values))[:most]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) if found else ""


@cache
def _modules() -> tuple[ModuleType, ...]:
    return tuple(import_module(f"{__name__}.{one.name}") for one in iter_modules(__path__))
