"""Elements that the browser measured, as evidence."""

from collections.abc import Callable, Iterable

from audits.cause import path_of_selector
from ideaaudit.models import Box, Evidence


def box_evidence(
    url: str, boxes: Iterable[Box], said: str | Callable[[Box], str], datum: str = ""
) -> tuple[Evidence, ...]:
    """One piece of evidence for each box; what is said of it may depend on the box."""
    return tuple(
        Evidence(
            url=url,
            selector=box.selector,
            markup=box.markup[:300],
            detail=said if isinstance(said, str) else said(box),
            path=path_of_selector(box.selector),
            datum=datum,
        )
        for box in boxes
    )
