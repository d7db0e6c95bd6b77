"""What facts found of a page or a site, as (name, value) pairs: all that site and agency checks
see of it beside its summary's own fields.

Each module of this folder may have `page_signals(facts)` and `site_signals(view)`, and has a
`RANK`: a page keeps at most 2 KB, so that signals of a lower rank come first. Values are short
and the same wherever they mean the same; at most 200 characters.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from audits.check import SiteView
from audits.facts.page import PageFacts

Signal = tuple[str, str]


def page_signals(facts: PageFacts) -> Iterator[Signal]:
    """Every signal of a page, the most needed first."""
    for module in _modules():
        if hasattr(module, "page_signals"):
            yield from module.page_signals(facts)


def site_signals(view: SiteView) -> Iterator[Signal]:
    """Every signal of what was seen of a site beside its pages, for agency checks."""
    for module in _modules():
        if hasattr(module, "site_signals"):
            yield from module.site_signals(view)


@cache
def _modules() -> tuple[ModuleType, ...]:
    found = (import_module(f"{__name__}.{one.name}") for one in iter_modules(__path__))
    return tuple(sorted(found, key=lambda module: (module.RANK, module.__name__)))
