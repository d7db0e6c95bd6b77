"""Answers that are kept for the last few objects asked about: pages stream by, some at a time."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

# Of how many pages each function remembers its answers.
FEW = 8
S = TypeVar("S")
T = TypeVar("T")
_all_kept: list[dict[int, Any]] = []


def of_latest(work: Callable[[S], T], each: int = 1) -> Callable[[S], T]:
    """The same function, that remembers its answers for the last few of these very objects.

    Args:
        each: how many of them a page has.
    """
    kept: dict[int, tuple[S, T]] = {}
    _all_kept.append(kept)

    @wraps(work)
    def remembered(subject: S) -> T:
        known = kept.get(id(subject))
        if known is None or known[0] is not subject:
            if len(kept) >= FEW * each:
                del kept[next(iter(kept))]
            known = kept[id(subject)] = subject, work(subject)
        return known[1]

    return remembered


def forget() -> None:
    """Lets go of every such answer: those of large pages take much memory."""
    for kept in _all_kept:
        kept.clear()
