"""Looks at a whole site, which take a while where it is large: beside the event loop then, so that
the other sites' answers need not wait."""

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
# Has work done, and hands on what gives its result, or raises what it raised.
Beside = Callable[[Callable[[], Any], Callable[[Callable[[], Any]], None]], None]
# Known URLs of a site whose looks take no longer than an answer does: some 40 ms a thousand.
FEW = 2_000


def at_once(work: Callable[[], T], done: Callable[[Callable[[], T]], None]) -> None:
    """Here and now."""
    done(work)


class Looks:
    """One look at a time, while nothing else is begun on the site.

    Attributes:
        busy: whether one is under way.
        beside: how those at large sites are taken.
    """

    def __init__(self) -> None:
        self.busy = False
        self.beside: Beside = at_once

    def take(self, work: Callable[[], T], keep: Callable[[T], None], *, known: int) -> None:
        """Look, then keep what was seen.

        Args:
            work: reads the store and changes nothing.
            keep: is called in the event loop.
            known: how many URLs of the site are known.
        """

        def done(result: Callable[[], T]) -> None:
            self.busy = False
            keep(result())

        self.busy = True
        (self.beside if known > FEW else at_once)(work, done)
