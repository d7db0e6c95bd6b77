"""How each part of the scan of the page went, in the incumbent's words."""

from collections.abc import Iterator

from audits.measures import Named
from audits.measures.host import STATUSES
from ideaaudit.models import PageObservation


def of_page(page: PageObservation) -> Iterator[Named]:
    rendering = page.rendering
    yield "primary_scan_status", _status(page, "rendering", rendering is not None)
    yield "accessibility_scan_status", _status(page, "axe", page.axe is not None)
    vitals = rendering.vitals if rendering else None
    yield "performance_scan_status", _status(page, "vitals", vitals is not None)


def _status(page: PageObservation, part: str, seen: bool) -> str:
    if seen:
        return "completed"
    gaps = (*(page.rendering.gaps if page.rendering else ()), *page.gaps)
    gap = next((gap for gap in gaps if gap.part in (part, "rendering", "page")), None)
    return STATUSES.get(gap.reason, "unknown_error") if gap else "unknown_error"
